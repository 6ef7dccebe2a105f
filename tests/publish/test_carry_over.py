"""Which files keep the time of the former site's."""

import os
from pathlib import Path

import pytest

from ambassade.publish.carry_over import carry_over
from ambassade.publish.manifest import MANIFEST_NAME, write_manifest

LONG_AGO = 1_000_000_000_123_456_789


def time_of(path: Path) -> int:
    return path.stat().st_mtime_ns


@pytest.fixture
def staged(tmp_path: Path) -> Path:
    """Return an empty staged folder."""
    (tmp_path / "new").mkdir()
    return tmp_path / "new"


@pytest.fixture
def output(tmp_path: Path) -> Path:
    """Return a site of long ago."""
    folder = tmp_path / "output"
    folder.mkdir()
    for name in ("same", "longer", "other"):
        (folder / name).write_text(f"{name} words")
    write_manifest(folder)
    for path in folder.iterdir():
        os.utime(path, ns=(LONG_AGO, LONG_AGO))
    return folder


def test_only_the_same_bytes_keep_their_time(staged: Path, output: Path) -> None:
    (staged / "same").write_text("same words")
    (staged / "longer").write_text("longer words and more")
    (staged / "other").write_text("other WORDS")
    (staged / "added").write_text("added words")
    write_manifest(staged)

    carry_over(staged, output)

    assert time_of(staged / "same") == LONG_AGO
    for name in ("longer", "other", "added", MANIFEST_NAME):
        assert time_of(staged / name) > LONG_AGO


def test_a_site_that_did_not_change_keeps_every_time_its_list_too(
    staged: Path, output: Path
) -> None:
    for name in ("same", "longer", "other"):
        (staged / name).write_text(f"{name} words")
    write_manifest(staged)
    carry_over(staged, output)
    assert {time_of(path) for path in staged.iterdir()} == {LONG_AGO}


def test_a_file_changed_by_hand_since_is_not_taken_for_what_was_listed(
    staged: Path, output: Path
) -> None:
    (output / "same").write_text("SAME words")
    (staged / "same").write_text("same words")
    write_manifest(staged)
    by_hand = time_of(output / "same")
    carry_over(staged, output)
    assert time_of(staged / "same") != by_hand


def test_a_damaged_file_of_another_size_is_not_taken_for_what_was_listed(
    staged: Path, output: Path
) -> None:
    (output / "same").write_text("same")
    os.utime(output / "same", ns=(LONG_AGO, LONG_AGO))
    (staged / "same").write_text("same words")
    write_manifest(staged)
    carry_over(staged, output)
    assert time_of(staged / "same") > LONG_AGO


@pytest.mark.parametrize("without", ["new", "output"])
def test_without_a_list_the_bytes_decide(staged: Path, output: Path, without: str) -> None:
    (staged / "same").write_text("same words")
    (staged / "other").write_text("other WORDS")
    write_manifest(staged)
    (output.parent / without / MANIFEST_NAME).unlink()
    carry_over(staged, output)
    assert time_of(staged / "same") == LONG_AGO
    assert time_of(staged / "other") > LONG_AGO


def test_a_file_where_a_folder_was_is_new(staged: Path, output: Path) -> None:
    (staged / "same").mkdir()
    (staged / "same" / "index.html").write_text("x")
    carry_over(staged, output)
    assert time_of(staged / "same" / "index.html") > LONG_AGO


def test_the_first_site_has_nothing_to_carry_over(staged: Path, tmp_path: Path) -> None:
    (staged / "same").write_text("same words")
    before = time_of(staged / "same")
    carry_over(staged, tmp_path / "missing")
    assert time_of(staged / "same") == before
