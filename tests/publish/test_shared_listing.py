"""Two processes list one folder: nothing is left out, whoever is the faster."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ambassade.publish.listing import list_stamps
from ambassade.publish.manifest import WrittenFile
from ambassade.publish.shared_listing import Found, SharedListing, _Ends, compare
from ambassade.stop import EnvironmentFault
from tests.rules.sample_site import write_file

if TYPE_CHECKING:
    from pathlib import Path


def make_outdated(files: dict[str, WrittenFile]) -> dict[str, WrittenFile]:
    """Return what was there before some came, some changed and some went."""
    once = dict([*files.items()][1:])
    once.update(dict.fromkeys([*once][::5], WrittenFile(b"", 1, 2, 3)))
    return once | {"reviews/gone/index.html": WrittenFile(b"")}


@pytest.mark.parametrize("apart", [True, False], ids=["apart", "alone"])
@pytest.mark.parametrize("count", [0, 1, 7, 150])
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
    files = {name: WrittenFile(b"", *stamp) for name, stamp in there.items()}
    for known in ({}, files, make_outdated(files)):
        with SharedListing(output, known, apart=apart) as looking:
            found = looking.finish()
        assert found == compare(there, known)
        assert found.all_of(known) == there


def test_of_no_folder_nothing_is_listed(tmp_path: Path) -> None:
    for known in ({}, {"index.html": WrittenFile(b"")}):
        with SharedListing(tmp_path / "output", known, apart=True) as looking:
            assert looking.finish() == Found({}, frozenset(known))


def test_a_folder_that_is_gone_meanwhile_is_told(tmp_path: Path) -> None:
    for number in range(150):
        write_file(tmp_path, f"output/{number}/index.html", b"")
    with SharedListing(tmp_path / "output", {}, apart=False) as looking:
        (tmp_path / "output/77/index.html").unlink()
        (tmp_path / "output/77").rmdir()
        with pytest.raises(EnvironmentFault, match="77"):
            looking.finish()


@given(count=st.integers(0, 20), turns=st.lists(st.booleans(), max_size=60))
def test_however_fast_each_is_every_number_is_taken(count: int, turns: list[bool]) -> None:
    ends = _Ends(count)
    taken = set[int]()
    ways = {True: ends.rise(), False: ends.sink()}
    for turn in [*turns, *[True] * 21, *[False] * 21]:
        taken.update(number for number in [next(ways[turn], None)] if number is not None)
    assert taken == {*range(count)}
