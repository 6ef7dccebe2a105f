"""Two processes list one folder: nothing is left out, whoever is the faster."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ambassade.publish.folders import Folders, folders_of, note_times
from ambassade.publish.listing import list_stamps
from ambassade.publish.manifest import WrittenFile
from ambassade.publish.shared_listing import SharedListing, _Ends
from tests.rules.sample_site import write_file

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


def compare(
    there: Mapping[str, bytes], known: Mapping[str, WrittenFile]
) -> tuple[dict[str, bytes], set[str]]:
    """Return what is not as it was known, and what is gone."""
    other = {
        name: stamp for name, stamp in there.items() if known.get(name) != WrittenFile(b"", stamp)
    }
    return other, known.keys() - there.keys()


def make_outdated(files: dict[str, WrittenFile]) -> dict[str, WrittenFile]:
    """Return what was there before some came, some changed and some went."""
    once = dict([*files.items()][1:])
    once.update(dict.fromkeys([*once][::5], WrittenFile(b"", bytes(24))))
    return once | {"reviews/gone/index.html": WrittenFile(b"")}


@pytest.mark.parametrize("apart", [True, False], ids=["apart", "alone"])
@pytest.mark.parametrize("count", [0, 1, 7, 1500])
def test_it_is_what_one_process_lists(count: int, tmp_path: Path, *, apart: bool) -> None:
    output = tmp_path / "output"
    for number in range(count):
        write_file(
            output, f"reviews/item-{number}/{'deep/' * (number % 3)}index.html", b"x" * number
        )
        write_file(output, f"page-{number}", b"")
    (tmp_path / "output").mkdir(exist_ok=True)
    (output / "link").symlink_to("nowhere")
    (output / "empty").mkdir()
    there = list_stamps(output)
    files = {name: WrittenFile(b"", stamp) for name, stamp in there.items()}
    for known in ({}, files, make_outdated(files)):
        with SharedListing(output, known, apart=apart) as looking:
            found = looking.finish()
        assert (dict(found.other), {*found.gone}) == compare(there, known)
        assert found.all_of(known) == there


@pytest.mark.parametrize("apart", [True, False], ids=["apart", "alone"])
def test_where_folders_are_known_whatever_is_done_in_them_is_found(
    tmp_path: Path, *, apart: bool
) -> None:
    output = tmp_path / "output"
    for number in range(1500):
        write_file(output, f"reviews/item-{number}/index.html", b"x")
    known = {name: WrittenFile(b"", stamp) for name, stamp in list_stamps(output).items()}
    folders = folders_of(sorted(known))
    folders = Folders(folders.paths, note_times(output, folders, 2), folders.spare)
    (output / "reviews/item-7/index.html").unlink()
    write_file(output, "reviews/item-700/index.html", b"more")
    write_file(output, "reviews/item-1400/mine.txt", b"mine")
    (output / "reviews/item-3").rename(output / "reviews/item-mine")
    with SharedListing(output, known, folders, apart=apart) as looking:
        found = looking.finish()
    assert (dict(found.other), {*found.gone}) == compare(list_stamps(output), known)
    assert found.other.keys() == {
        "reviews/item-1400/mine.txt",
        "reviews/item-700/index.html",
        "reviews/item-mine/index.html",
    }
    assert found.gone == {"reviews/item-3/index.html", "reviews/item-7/index.html"}


def test_of_no_folder_nothing_is_listed(tmp_path: Path) -> None:
    for known in ({}, {"index.html": WrittenFile(b"")}):
        with SharedListing(tmp_path / "output", known, apart=True) as looking:
            found = looking.finish()
        assert (dict(found.other), {*found.gone}) == ({}, {*known})


def test_what_goes_meanwhile_is_gone(tmp_path: Path) -> None:
    for number in range(150):
        write_file(tmp_path, f"output/{number}/index.html", b"")
    stamps = list_stamps(tmp_path / "output")
    known = {name: WrittenFile(b"", stamp) for name, stamp in stamps.items()}
    with SharedListing(tmp_path / "output", known, apart=False) as looking:
        (tmp_path / "output/77/index.html").unlink()
        (tmp_path / "output/77").rmdir()
        found = looking.finish()
    assert (dict(found.other), {*found.gone}) == ({}, {"77/index.html"})


@given(count=st.integers(0, 20), turns=st.lists(st.booleans(), max_size=60))
def test_however_fast_each_is_every_number_is_taken(count: int, turns: list[bool]) -> None:
    ends = _Ends(count)
    taken = set[int]()
    ways = {True: ends.rise(), False: ends.sink()}
    for turn in [*turns, *[True] * 21, *[False] * 21]:
        taken.update(number for number in [next(ways[turn], None)] if number is not None)
    assert taken == {*range(count)}
