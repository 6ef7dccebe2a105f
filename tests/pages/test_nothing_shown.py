"""What stands where no review is shown: that there are none, or that they are held back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.ambassade_command import run

if TYPE_CHECKING:
    from pathlib import Path

DAY = ("--on", "2026-06-01")
PAGES = ("index.html", "reviews/index.html", "reviews/kettle/index.html")
ITEM = "type: Product\nname: Kettle\ncollection: complete\n"
NONE, HIDDEN = "There are no reviews yet.", "No review is shown at present."


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Return a site of an item without reviews."""
    (tmp_path / "pelicanconf.py").write_text(
        'SITENAME = "Tea"\nSITEURL = "https://example.com"\nCOMPANY = {"name": "Tea & Co"}\n'
        'LEAVE_REVIEW_URL = "https://example.com/leave"\n',
        encoding="utf-8",
    )
    (tmp_path / "reviews" / "kettle").mkdir(parents=True)
    (tmp_path / "reviews" / "kettle" / "item.yaml").write_text(ITEM, encoding="utf-8")
    return tmp_path


def build(site: Path, review: str = "") -> list[str]:
    """Return home, wall and item of the site with this review."""
    path = site / "reviews" / "kettle" / "2026-05-14-warm.yaml"
    if review:
        path.write_text(f"author: Marie\n{review}", encoding="utf-8")
    run("build", *DAY, cwd=site, check=0)
    return [(site / "output" / page).read_text(encoding="utf-8") for page in PAGES]


def test_where_nothing_was_received_it_is_said_so(site: Path) -> None:
    for page in build(site):
        assert NONE in page
        assert HIDDEN not in page


@pytest.mark.parametrize(
    "rest",
    [
        "reviewRating: 1\nstatus: withheld\nwithheldFor: abusive\n",
        "reviewRating: 1\nconsent: {given: 2025-01-01, expires: 2026-05-20, scope: [text]}\n",
    ],
    ids=["withheld", "lapsed"],
)
def test_where_reviews_are_held_back_nobody_is_told_that_there_are_none(
    site: Path, rest: str
) -> None:
    build(site)
    for page in build(site, rest):
        assert NONE not in page
        assert "Leave the first one" not in page
        assert HIDDEN in page
        assert '/review-policy/#numbers">Why not?</a>' in page


def test_a_rating_without_words_is_a_review(site: Path) -> None:
    home, wall, item = build(site, "reviewRating: 4\n")
    assert NONE not in home + wall + item
    assert HIDDEN not in home + wall + item


@pytest.mark.parametrize(
    "rest",
    [
        "reviewRating: 1\nstatus: pending\n",
        "reviewRating: 1\nprovenance: {publisher: Elsewhere}\n",
        "reviewRating: 1\nprovenance: {relationship: employee}\n",
    ],
    ids=["pending", "elsewhere", "employee"],
)
def test_where_ratings_do_not_count_nobody_is_told_that_there_are_none(
    site: Path, rest: str
) -> None:
    nobody = "Nobody has given a rating yet."
    assert nobody in build(site)[-1]
    item = build(site, f"reviewBody: It is cold.\n{rest}")[-1]
    assert nobody not in item
    assert 'No rating counts yet. <a href="/review-policy/#averages">Why not?</a>' in item
