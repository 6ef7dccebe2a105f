"""An edit renders what it changes; all other files stay the very same files."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from ambassade.building.build_site import build_site
from ambassade.find_site import find_site
from ambassade.outputs import sitemap
from ambassade.processes.jobs import Jobs
from tests.ambassade_command import run
from tests.rules.sample_site import write_file, write_site

if TYPE_CHECKING:
    from pathlib import Path

DAY = ("--on", "2026-06-01")
REVIEW = "author: Marie Dupont\nkeywords: [{topic}]\nreviewBody: The {item} holds {number} litres, {word}.\n"


TOPICS = {"kettle": "Size", "wall": "Paint", "shape": "Shape"}


def _write_review(site: Path, item: str, number: int, word: str = "and no more") -> None:
    text = REVIEW.format(item=item, number=number, word=word, topic=TOPICS[item])
    write_file(site, f"reviews/{item}/2026-05-0{number}-no-{number}.yaml", text.encode())


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Return a built site; an item is called as a list of ours is, one as a topic is."""
    write_site(tmp_path)
    for item in ("wall", "shape"):
        text = f"type: Product\nname: The {item}\ncollection: complete\n"
        write_file(tmp_path, f"reviews/{item}/item.yaml", text.encode())
    for item in TOPICS:
        for number in (1, 2, 3):
            _write_review(tmp_path, item, number)
    run("build", *DAY, cwd=tmp_path, check=0)
    return tmp_path


def _numbers(site: Path) -> dict[str, int]:
    output = site / "output"
    found = (path for path in output.rglob("*") if path.is_file())
    return {path.relative_to(output).as_posix(): path.stat().st_ino for path in found}


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_pages_of_other_items_and_topics_stay(site: Path, jobs: str) -> None:
    for word in ("or so", "about"):
        before = _numbers(site)
        _write_review(site, "kettle", 2, word)
        run("build", *DAY, "--jobs", jobs, cwd=site, check=0)
        after = _numbers(site)
        changed = {name for name in before if before[name] != after[name]}
        assert "reviews/kettle/index.html" in changed
        assert "topics/size/index.html" in changed
        assert not [name for name in changed if "/wall/" in name or "/shape/" in name]


def test_a_page_that_was_changed_by_hand_is_written_again(site: Path) -> None:
    page = site / "output/topics/shape/index.html"
    right = page.read_bytes()
    page.write_bytes(right.replace(b"litres", b"gallons"))
    _write_review(site, "kettle", 2, "or so")
    run("build", *DAY, cwd=site, check=0)
    assert page.read_bytes() == right


def test_a_list_that_loses_a_review_loses_its_last_page(site: Path) -> None:
    with (site / "pelicanconf.py").open("a", encoding="utf-8") as conf:
        conf.write("REVIEWS_PER_PAGE = 2\n")
    run("build", *DAY, cwd=site, check=0)
    assert "topics/shape/page/2/index.html" in _numbers(site)
    for number in (1, 2):
        (site / f"reviews/shape/2026-05-0{number}-no-{number}.yaml").unlink()
    run("build", *DAY, cwd=site, check=0)
    assert "topics/shape/page/2/index.html" not in _numbers(site)
    assert "topics/size/page/2/index.html" in _numbers(site)


def _limit_sitemap(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the sitemap have parts, of so many addresses as none of a test has."""
    monkeypatch.setattr(sitemap, "MOST_ADDRESSES", 10)
    _write_review(site, "wall", 5)
    build(site)
    assert (site / "output/sitemap-2.xml").exists()


def build(site: Path) -> None:
    folder = find_site(site, None)
    build_site(folder, site / "output", date(2026, 6, 1), Jobs(1))


def test_the_sitemap_stays_until_an_address_or_a_day_of_it_changes(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _limit_sitemap(site, monkeypatch)
    names = ("sitemap.xml", "sitemap-1.xml", "sitemap-2.xml")
    before = _numbers(site)
    _write_review(site, "kettle", 2, "or so")
    build(site)
    after = _numbers(site)
    assert after["reviews/kettle/index.html"] != before["reviews/kettle/index.html"]
    assert [after[name] for name in names] == [before[name] for name in names]
    _write_review(site, "kettle", 4)
    build(site)
    listed = "".join((site / "output" / name).read_text() for name in names[1:])
    assert "2026-05-04-no-4/</loc>" in listed
    (site / "reviews/kettle/2026-05-04-no-4.yaml").unlink()
    build(site)
    listed = "".join((site / "output" / name).read_text() for name in names[1:])
    assert "2026-05-04-no-4" not in listed


@pytest.mark.parametrize("name", ["sitemap.xml", "sitemap-1.xml", "sitemap-2.xml"])
def test_a_sitemap_that_was_changed_or_removed_by_hand_is_written_again(
    site: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    _limit_sitemap(site, monkeypatch)
    path = site / "output" / name
    right = path.read_bytes()
    path.write_bytes(b"mine")
    _write_review(site, "kettle", 2, "or so")
    build(site)
    assert path.read_bytes() == right
    path.unlink()
    _write_review(site, "kettle", 2, "or more")
    build(site)
    assert path.read_bytes() == right
