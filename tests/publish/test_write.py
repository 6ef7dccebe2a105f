"""Writing below one folder, alone and by several workers."""

from collections.abc import Iterable
from pathlib import Path

import pytest

from ambassade.publish.write import write_all, write_file
from ambassade.stop import EnvironmentFault
from tests.publish.folders import names_in, read_tree


def test_a_file_is_written_with_the_folders_it_needs(tmp_path: Path) -> None:
    write_file(tmp_path, "reviews/kettle/index.html", b"<p>\xc3\xa9</p>")
    write_file(tmp_path, "reviews/index.html", b"")
    assert read_tree(tmp_path) == {
        "reviews/kettle/index.html": b"<p>\xc3\xa9</p>",
        "reviews/index.html": b"",
    }


@pytest.mark.parametrize(
    "relative",
    [
        "",
        ".",
        "..",
        "/etc/cron.d/x",
        "../beside",
        "a/../../beside",
        "a/../b",
        "a//b",
        "a/",
        "./a",
        "a\\b",
        "..\\beside",
        "a\0b",
    ],
)
def test_a_path_that_is_not_plainly_below_is_a_bug(tmp_path: Path, relative: str) -> None:
    root = tmp_path / "root"
    root.mkdir()
    with pytest.raises(ValueError, match="is no path below"):
        write_file(root, relative, b"x")
    assert names_in(tmp_path) == ["root"]
    assert names_in(root) == []


def test_a_link_out_of_the_root_is_a_bug_and_one_within_is_not(tmp_path: Path) -> None:
    root = tmp_path / "root"
    (root / "real").mkdir(parents=True)
    (tmp_path / "outside").mkdir()
    (root / "out").symlink_to(tmp_path / "outside")
    (root / "in").symlink_to(root / "real")

    with pytest.raises(ValueError, match="leads out of"):
        write_file(root, "out/deep/x", b"x")
    assert names_in(tmp_path / "outside") == []
    write_file(root, "in/x", b"x")
    assert (root / "real" / "x").read_bytes() == b"x"


def test_a_link_in_the_place_of_the_file_is_not_written_through(tmp_path: Path) -> None:
    root = tmp_path / "root"
    root.mkdir()
    (root / "index.html").symlink_to(tmp_path / "outside")
    with pytest.raises(ValueError, match="two files"):
        write_file(root, "index.html", b"x")
    assert not (tmp_path / "outside").exists()


@pytest.mark.parametrize("second", ["a/b", "a", "a/b/c"])
def test_two_files_of_one_path_are_a_bug_and_the_first_stays(tmp_path: Path, second: str) -> None:
    write_file(tmp_path, "a/b", b"first")
    with pytest.raises(ValueError, match="two files"):
        write_file(tmp_path, second, b"second")
    assert (tmp_path / "a" / "b").read_bytes() == b"first"


def test_a_name_the_disk_refuses_is_a_fault_that_names_it(tmp_path: Path) -> None:
    with pytest.raises(EnvironmentFault, match=r"xxx cannot be .*name too long"):
        write_file(tmp_path, "x" * 300, b"")


def render(number: int) -> Iterable[tuple[str, bytes]]:
    yield f"{number % 7}/{number}/index.html", f"<p>{number}</p>".encode() * number
    if number % 3 == 0:
        yield f"{number % 7}/{number}/review.json", b"{}"


@pytest.mark.parametrize("jobs", [2, 5, 500])
def test_the_files_are_the_same_whatever_the_number_of_workers(tmp_path: Path, jobs: int) -> None:
    write_all(tmp_path / "alone", range(200), render, jobs=1)
    write_all(tmp_path / "together", range(200), render, jobs=jobs)
    assert len(read_tree(tmp_path / "alone")) == 267
    assert read_tree(tmp_path / "together") == read_tree(tmp_path / "alone")


def test_no_tasks_write_nothing(tmp_path: Path) -> None:
    write_all(tmp_path, [], render, jobs=4)
    assert names_in(tmp_path) == []


@pytest.mark.parametrize("jobs", [1, 3])
def test_an_os_error_of_rendering_is_a_fault_that_names_its_file(tmp_path: Path, jobs: int) -> None:
    def read_picture(number: int) -> Iterable[tuple[str, bytes]]:
        yield f"{number}.jpg", (tmp_path / "missing.jpg").read_bytes()

    with pytest.raises(EnvironmentFault, match=r"missing\.jpg.*No such file"):
        write_all(tmp_path / "out", range(100), read_picture, jobs)


@pytest.mark.parametrize("jobs", [1, 3])
def test_two_tasks_of_one_path_are_a_bug_in_any_number_of_workers(
    tmp_path: Path, jobs: int
) -> None:
    def collide(number: int) -> Iterable[tuple[str, bytes]]:
        yield ("same" if number in (50, 51) else str(number)), b""

    with pytest.raises(ValueError, match="two files want the path 'same'"):
        write_all(tmp_path, range(100), collide, jobs)
