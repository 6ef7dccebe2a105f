"""The reviews behind what lists know of them: damaged or gone, they are read anew from their sources.

They are read one by one, where a page shows one or a rule of the whole site asks for it, by whatever process.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from ambassade.building.build_site import build_site
from ambassade.find_site import find_site
from ambassade.processes.jobs import Jobs
from ambassade.publish import page_writer
from tests.ambassade_command import files_of, run
from tests.faults.faulty_site import ANEW, DAY, add_review, build, cold_bytes, put_folder_there

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

POT = ".ambassade/shards/pelicanconf/pot.private"
PUBLIC = ".ambassade/shards/pelicanconf/pot.public"


def flip_all(path: Path) -> None:
    path.write_bytes(bytes(byte ^ 1 for byte in path.read_bytes()))


def flip_last(path: Path) -> None:
    # What is of the whole item lies there.
    data = path.read_bytes()
    path.write_bytes(data[:-1] + bytes([data[-1] ^ 1]))


def cut_off(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:10])


def remove(path: Path) -> None:
    path.unlink()


@pytest.mark.parametrize(
    "damage", [flip_all, flip_last, cut_off, remove, put_folder_there], ids=lambda one: one.__name__
)
def test_they_are_told_once_and_whole_afterwards(
    damage: Callable[[Path], None], site: Path, tmp_path: Path
) -> None:
    size = (site / POT).stat().st_size
    damage(site / POT)
    add_review(site, "kettle", 30)
    assert build(site).count(ANEW) == 1
    assert (site / POT).stat().st_size == size
    assert files_of(site / "output") == cold_bytes(site, tmp_path / "cold")
    add_review(site, "kettle", 31)
    assert ANEW not in build(site)
    assert files_of(site / "output") == cold_bytes(site, tmp_path / "colder")


def test_those_that_pages_alone_ask_for_too(site: Path, tmp_path: Path) -> None:
    flip_all(site / PUBLIC)
    add_review(site, "kettle", 30)
    # The home page quotes one, which no rule reads.
    assert build(site).count(ANEW) == 1
    assert files_of(site / "output") == cold_bytes(site, tmp_path / "cold")


@pytest.mark.parametrize("fewest", [1, 300])
@pytest.mark.parametrize("jobs", [1, 2])
def test_whichever_process_stumbles_over_them_it_is_told(
    jobs: int, fewest: int, site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(page_writer, "_FEWEST_PAGES", fewest)
    size = (site / POT).stat().st_size
    cut_off(site / POT)
    add_review(site, "kettle", 30)
    folder, day = find_site(site, None), date.fromisoformat(DAY[1])
    assert build_site(folder, site / "output", day, Jobs(jobs, fewest=0)).anew
    assert (site / POT).stat().st_size == size
    assert files_of(site / "output") == cold_bytes(site, tmp_path / "cold")


def test_check_reads_them_anew(site: Path) -> None:
    told = run("check", *DAY, cwd=site).stdout
    flip_all(site / POT)
    done = run("check", *DAY, cwd=site)
    assert (done.stdout, done.stderr.count(ANEW)) == (told, 1)
    assert ANEW not in run("check", *DAY, cwd=site).stderr


def test_where_nothing_can_be_kept_they_are_handed_over(site: Path, tmp_path: Path) -> None:
    cold = cold_bytes(site, tmp_path / "cold")
    shards = site / ".ambassade/shards"
    for path in [each for each in shards.rglob("*") if each.is_file()]:
        path.unlink()
    for path in shards.iterdir():
        path.rmdir()
    shards.rmdir()
    shards.symlink_to("nowhere/at/all")
    (site / "output/index.html").unlink()
    build(site)
    assert files_of(site / "output") == cold


def test_nothing_private_lies_with_what_may_be_seen(site: Path) -> None:
    public, private = ((site / each).read_bytes() for each in (PUBLIC, POT))
    assert b"This pot is number" in public
    assert b"Paul Martin" in private
    assert b"Paul Martin" not in public
