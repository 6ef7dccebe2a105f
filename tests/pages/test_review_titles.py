"""Titles of reviews' pages: where customers chose the same, the pages' titles differ all the same."""

from __future__ import annotations

from datetime import timedelta

import pytest

from ambassade.model import Review, Translation
from ambassade.pages import plan_pages
from tests.catalogue.records import DAY, make_item, make_review, make_site

YESTERDAY = DAY - timedelta(days=1)


def _titles(*reviews: Review, language: str = "en") -> list[str]:
    items = [make_item(), make_item("pot", name="Pot")]
    pages = plan_pages(make_site(*reviews, items=items))
    return [page.title for page in pages if page.kind == "review" and page.language == language]


def test_a_title_that_no_other_has_is_left_alone() -> None:
    other = make_review("b", name="Great", item="pot")
    assert _titles(make_review("a", name="Great"), other) == [
        "“Great”, a review of Kettle",
        "“Great”, a review of Pot",
    ]


def test_the_authors_tell_two_titles_apart() -> None:
    second = make_review("b", name="Great", author="Paul Roux")
    assert _titles(make_review("a", name="Great"), second) == [
        "“Great”, a review of Kettle, by Marie D.",
        "“Great”, a review of Kettle, by Paul R.",
    ]


@pytest.mark.parametrize("display", ["initial", "anonymous"])
def test_the_dates_do_where_the_authors_are_called_the_same(display: str) -> None:
    first = make_review("a", name="Great", display=display)
    second = make_review("b", name="Great", display=display, date_published=YESTERDAY)
    by = ", by Marie D." if display == "initial" else ""
    assert _titles(first, second) == [
        f"“Great”, a review of Kettle{by}, May 14, 2026",
        f"“Great”, a review of Kettle{by}, May 13, 2026",
    ]


def test_two_reviews_without_a_title_by_one_name_are_told_apart_by_their_dates() -> None:
    assert _titles(make_review("a"), make_review("b", date_published=YESTERDAY)) == [
        "Marie D. on Kettle, May 14, 2026",
        "Marie D. on Kettle, May 13, 2026",
    ]


def test_each_language_is_looked_at_by_itself() -> None:
    translated = {"fr": Translation("Great", "Ça chauffe.")}
    review = make_review("a", name="Great", translations=translated)
    assert _titles(review) == ["“Great”, a review of Kettle"]
    assert _titles(review, language="fr") == [
        "«\N{NO-BREAK SPACE}Great\N{NO-BREAK SPACE}», avis sur Kettle"
    ]
