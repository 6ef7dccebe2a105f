"""Writing below one folder, alone and by several workers."""

from pathlib import Path

import pytest

from ambassade.publish.write import NewFiles
from ambassade.stop import EnvironmentFault
from tests.publish.folders import names_in, read_tree


def write_file(root: Path, relative: str, data: bytes) -> None:
    """Write one file by a writer of its own."""
    NewFiles(root).write(relative, data)


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
