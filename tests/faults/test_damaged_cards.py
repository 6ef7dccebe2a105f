"""Cards of reviews that are damaged: no page shows them, it is told once, and all are whole again.

Unlike what else is kept they are read only where a list needs them: a build after an edit meets them.
"""

from __future__ import annotations

from datetime import date
from random import Random
from typing import TYPE_CHECKING

import pytest

from ambassade.building.build_site import build_site
from ambassade.find_site import find_site
from ambassade.processes.jobs import Jobs
from ambassade.publish import page_writer
from tests.ambassade_command import files_of
from tests.faults.faulty_site import (
    ANEW,
    DAY,
    add_review,
    build,
    cold_bytes,
    put_folder_there,
    swap_words,
)

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

SEED = 20260602
CARDS = ".ambassade/cards/pelicanconf"


def empty_one(path: Path) -> None:
    path.write_bytes(b"")


def cut_off_one(path: Path) -> None:
    data = path.read_bytes()
    path.write_bytes(data[: Random(SEED).randrange(1, len(data))])  # noqa: S311 - any length will do


def flip_one(path: Path) -> None:
    data = bytearray(path.read_bytes())
    chance = Random(SEED)  # noqa: S311 - any byte will do
    data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
    path.write_bytes(data)


@pytest.mark.parametrize(
    ("suffix", "damage"),
    [
        (".index", empty_one),
        (".index", flip_one),
        (".cards", cut_off_one),
        (".cards", flip_one),
        (".cards", put_folder_there),
    ],
)
def test_damaged_cards_that_a_list_needs_are_told_once_and_whole_afterwards(
    suffix: str, damage: Callable[[Path], None], site: Path, tmp_path: Path
) -> None:
    kept = site / CARDS / f"kettle{suffix}"
    whole = kept.read_bytes()
    damage(kept)
    add_review(site, "pot", 30)
    assert build(site).count(ANEW) == 1
    assert kept.read_bytes() == whole
    assert files_of(site / "output") == cold_bytes(site, tmp_path / "cold")
    add_review(site, "pot", 31)
    assert ANEW not in build(site)
    assert files_of(site / "output") == cold_bytes(site, tmp_path / "colder")


@pytest.mark.parametrize("fewest", [1, 300])
@pytest.mark.parametrize("jobs", [1, 2])
def test_whichever_process_stumbles_over_them_they_are_mended(
    jobs: int, fewest: int, site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(page_writer, "_FEWEST_PAGES", fewest)
    kept = site / CARDS / "kettle.index"
    whole = kept.read_bytes()
    empty_one(kept)
    add_review(site, "pot", 30)
    folder, day = find_site(site, None), date.fromisoformat(DAY[1])
    assert build_site(folder, site / "output", day, Jobs(jobs, fewest=0)).anew
    assert kept.read_bytes() == whole


def test_damaged_cards_and_others_are_told_together(site: Path) -> None:
    for path in (*(site / CARDS).glob("kettle.*"), *site.glob(".ambassade/shards/*/kettle.shard")):
        flip_one(path)
    add_review(site, "pot", 30)
    assert build(site).count(ANEW) == 1
    add_review(site, "pot", 31)
    assert ANEW not in build(site)


def test_cards_that_are_gone_or_that_no_list_needs_are_not_told(site: Path) -> None:
    swap_words(site, "They float.", "They swim.", "content/stories/kettles-at-sea.md")
    kept = site / CARDS / "kettle.index"
    empty_one(kept)
    assert ANEW not in build(site)
    assert kept.read_bytes() == b""
    kept.unlink()
    (site / CARDS / "pot.cards").unlink()
    add_review(site, "pot", 30)
    assert ANEW not in build(site)
