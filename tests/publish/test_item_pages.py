"""Of an item that changed, pages that show nothing of the change are not rendered again."""

from __future__ import annotations

import shutil
from datetime import date
from typing import TYPE_CHECKING

import pytest

from ambassade.building import build_anew
from ambassade.building.build_site import build_site
from ambassade.find_site import find_site
from ambassade.problem import N_
from ambassade.processes.jobs import Jobs
from ambassade.publish.render import Renderer
from ambassade.stop import EnvironmentFault
from tests.ambassade_command import files_of
from tests.rules.sample_site import write_file, write_site

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from ambassade.building.built import Built
    from ambassade.page import Page

REVIEW = """\
author: Ann Example
reviewRating: {rating}
name: {title}
reviewBody: It holds {number} litres, {words}.
dateExperienced: 2026-04-01
"""
VERIFIED = "provenance: {source: invitation, verification: order, evidence: order-1}\n"
OF_KETTLE = "reviews/kettle/"
CHANGED = "reviews/kettle/2026-05-03-no-3/"
# Two a page, the newest first: the third of six stands on the second one.
LISTS_OF_THIRD = {"reviews/kettle/page/2/", "reviews/kettle/oldest/page/2/"}


def _write(site: Path, number: int, words: str = "and no more", **other: str) -> None:
    told = {"title": f"Title {number}", "rating": "4", "more": "", **other}
    text = (REVIEW + "{more}").format(number=number, words=words, **told)
    write_file(site, f"{OF_KETTLE}2026-05-0{number}-no-{number}.yaml", text.encode())


def _build(site: Path) -> Built:
    return build_site(find_site(site, None), site / "output", date(2026, 6, 1), Jobs())


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Return a built site with six reviews of a kettle, two a page."""
    folder = tmp_path / "site"
    write_site(folder)
    with (folder / "pelicanconf.py").open("a", encoding="utf-8") as conf:
        conf.write("REVIEWS_PER_PAGE = 2\n")
    for number in range(1, 7):
        _write(folder, number)
    (folder / "reviews/kettle/2026-05-14-saved-us-a-week.yaml").unlink(missing_ok=True)
    _build(folder)
    return folder


@pytest.fixture
def rendered(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return where the addresses of an item's pages are listed as those are rendered."""
    addresses: list[str] = []
    render = Renderer.render

    def listen(self: Renderer, page: Page) -> bytes:
        if page.address.startswith(OF_KETTLE):
            addresses.append(page.address)
        return render(self, page)

    monkeypatch.setattr(Renderer, "render", listen)
    return addresses


def _cold_files(site: Path, copy: Path) -> dict[str, bytes]:
    shutil.copytree(site, copy, ignore=shutil.ignore_patterns(".ambassade", "output"))
    _build(copy)
    return files_of(copy / "output")


def test_words_that_change_have_those_pages_rendered_that_show_them(
    site: Path, tmp_path: Path, rendered: list[str]
) -> None:
    for words in ("or so", "about"):
        rendered.clear()
        _write(site, 3, words)
        _build(site)
        assert {CHANGED, *LISTS_OF_THIRD} <= {*rendered}
        others = {f"reviews/kettle/2026-05-0{number}-no-{number}/" for number in (1, 2, 4, 5, 6)}
        assert others.isdisjoint(rendered)
        assert {"reviews/kettle/", "reviews/kettle/page/3/"}.isdisjoint(rendered)
    assert files_of(site / "output") == _cold_files(site, tmp_path / "cold")


@pytest.mark.parametrize(
    ("change", "page"),
    [
        ({"rating": "1"}, "2026-05-05-no-5/"),
        ({"title": "Title 5"}, "2026-05-05-no-5/"),
        ({"more": VERIFIED}, ""),
    ],
)
def test_what_other_pages_tell_too_has_them_rendered(
    change: dict[str, str], page: str, site: Path, tmp_path: Path, rendered: list[str]
) -> None:
    _write(site, 3, **change)
    _build(site)
    assert f"{OF_KETTLE}{page}" in rendered
    assert files_of(site / "output") == _cold_files(site, tmp_path / "cold")


def _refuse(*_given: object) -> None:
    raise EnvironmentFault(
        N_("{path} changed during the build. The former site stays; build again."), path="x"
    )


def test_what_a_build_that_failed_would_have_rendered_is_rendered(
    site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _write(site, 3, "or so")
    with monkeypatch.context() as failing:
        failing.setattr(build_anew, "swap_in", _refuse)
        with pytest.raises(EnvironmentFault):
            _build(site)
    _build(site)
    assert files_of(site / "output") == _cold_files(site, tmp_path / "cold")


def _cut_off(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-7])


def _put_folder_there(path: Path) -> None:
    path.unlink()
    path.mkdir()


@pytest.mark.parametrize("damage", [_cut_off, _put_folder_there])
def test_damaged_keys_are_told_once_and_made_anew(
    damage: Callable[[Path], None], site: Path, tmp_path: Path
) -> None:
    (kept,) = (site / ".ambassade/pages").rglob("kettle.keys")
    damage(kept)
    _write(site, 3, "or so")
    assert _build(site).anew
    _write(site, 3, "about")
    assert not _build(site).anew
    assert files_of(site / "output") == _cold_files(site, tmp_path / "cold")


def test_of_items_that_are_no_more_nothing_stays(site: Path) -> None:
    write_file(site, "reviews/pot/item.yaml", b"type: Product\nname: Pot\ncollection: complete\n")
    _build(site)
    keys = site / ".ambassade/pages/pelicanconf"
    assert sorted(path.name for path in keys.iterdir()) == ["kettle.keys", "pot.keys"]
    shutil.rmtree(site / "reviews/pot")
    _build(site)
    assert [path.name for path in keys.iterdir()] == ["kettle.keys"]
