"""Lines of pages that are kept by columns tell what they told."""

from __future__ import annotations

from collections import Counter
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ambassade.page import PageLine
from ambassade.page_lines import PageLines, keep_lines
from ambassade.problem import Place

LINES = st.builds(
    PageLine,
    kind=st.sampled_from(["facet", "item", "review", "wall"]),
    language=st.sampled_from(["en", "fr"]),
    address=st.text(max_size=3),
    title=st.sampled_from(["Kettle", "Pot", "“Thé”"]),
    indexable=st.booleans(),
    modified=st.none() | st.just(date(2026, 5, 14)),
    is_further=st.booleans(),
    shows_stars=st.booleans(),
    place=st.none() | st.builds(Place, st.just("reviews/kettle/item.yaml"), st.integers(1, 9)),
)


@given(one=st.lists(LINES), other=st.lists(LINES), rest=st.lists(LINES))
def test_they_tell_the_same_as_before(
    one: list[PageLine], other: list[PageLine], rest: list[PageLine]
) -> None:
    kept = PageLines({"kettle": keep_lines(one), "pot": keep_lines(other)}, rest)
    told = PageLines({}, [*one, *other, *rest])
    assert len(kept) == len(told)
    assert Counter(kept) == Counter(told)
    assert [line.kind for line in kept] == sorted(line.kind for line in told)
    assert Counter(kept.list_addresses()) == Counter(told.list_addresses())
    assert Counter(kept.list_indexable()) == Counter(told.list_indexable())


@given(one=st.lists(LINES), rest=st.lists(LINES))
def test_of_reviews_those_are_listed_that_have_the_title_of_another_page(
    one: list[PageLine], rest: list[PageLine]
) -> None:
    others = [line for line in rest if line.kind != "review"]
    listed = PageLines({"kettle": keep_lines(one)}, others).list_titled(alone="review")
    shown = [line for line in (*one, *others) if line.indexable]
    firsts = [line for line in shown if line.kind != "review" and not line.is_further]
    names = {(line.language, line.title) for line in firsts}
    reviews = [
        line for line in shown if line.kind == "review" and (line.language, line.title) in names
    ]
    assert Counter(listed) == Counter([*firsts, *reviews])


def test_pages_and_those_with_stars_are_counted() -> None:
    def line(kind: str, *, stars: bool) -> PageLine:
        return PageLine(kind, "en", "a/", "A", True, None, False, stars, None)  # noqa: FBT003

    lines = [line("item", stars=True), line("review", stars=True), line("review", stars=False)]
    counts = PageLines({"kettle": keep_lines(lines), "pot": keep_lines(lines[1:])}).count_stars()
    assert counts == {"item": (1, 1), "review": (4, 2)}


def test_an_item_without_pages_has_none() -> None:
    assert [*PageLines({"kettle": keep_lines([])})] == []


@pytest.mark.parametrize("alone", ["review", "item"])
def test_of_no_pages_there_are_no_titles(alone: str) -> None:
    assert PageLines().list_titled(alone) == []
