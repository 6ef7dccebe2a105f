"""Whatever is drawn: a change that is more than white space is found, and nothing else is."""

from __future__ import annotations

import unicodedata
from datetime import date
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from ambassade.lock import find_differences, lock_review, make_tombstone, write_lock
from ambassade.model import Author, Locked, Review
from ambassade.public import Rating
from ambassade.small_markdown import plain_text
from ambassade.source.lock_reader import LOCK_FILE, read_lock

DAY = date(2026, 5, 20)
WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
REVIEWS = st.builds(
    Review,
    item=st.just("kettle"),
    identifier=st.just("2026-05-14-saved-us-a-week"),
    author=st.builds(Author, WORDS, st.none() | WORDS),
    in_language=st.just("en"),
    date_published=st.dates(),
    date_received=st.none() | st.dates(),
    review_rating=st.none()
    | st.builds(Rating, st.decimals(1, 5, places=2), st.just(Decimal(5)), st.just(Decimal(1))),
    name=st.none() | WORDS,
    review_body=st.none() | WORDS,
    review_aspect=st.dictionaries(WORDS, st.decimals(1, 5, places=1), max_size=3),
)
KEYS = st.from_regex(r"[a-z0-9-]{1,8}/2026-05-14-[a-z0-9-]{1,8}", fullmatch=True)
HASHES = st.text("0123456789abcdef", min_size=32, max_size=32)
ENTRIES = st.builds(
    make_tombstone, KEYS, st.dates(), st.just("") | HASHES, counts=st.booleans()
) | st.builds(
    Locked,
    KEYS,
    HASHES,
    HASHES,
    HASHES,
    HASHES,
    st.booleans(),
    st.sets(st.text("0123456789abcdef", min_size=8, max_size=8)).map(sorted).map(tuple),
    st.dates(),
)


# What can begin a list or a quote, and what parts it from the words.
STRUCTURED = st.lists(
    st.sampled_from(["a", "b", "1.", "2)", "-", "+", "*", ">", "\n", "\n\n", " ", "    ", "\t"])
    | st.sampled_from(["\r", "\N{NO-BREAK SPACE}", "1. a", "- a", "\n1. b", "\n- b"]),
    max_size=12,
).map("".join)


def say_same(text: str | None) -> list[str]:
    """Return the words of `text`, as NFC."""
    return unicodedata.normalize("NFC", text or "").split()


@given(REVIEWS, WORDS, WORDS)
def test_other_words_are_a_change(review: Review, name: str, body: str) -> None:
    changed = replace(review, name=name, review_body=body)
    is_same = say_same(review.name) == say_same(name)
    is_same = is_same and say_same(review.review_body) == say_same(body)
    assert is_same or find_differences(changed, lock_review(review, DAY))


@given(REVIEWS, STRUCTURED, st.data())
def test_white_space_that_alters_what_is_shown_is_a_change(
    review: Review, body: str, data: st.DataObject
) -> None:
    spaces = st.sampled_from(["\n", "\n\n", " ", "     ", "\t", "\r\n", "\N{NO-BREAK SPACE}"])
    other = "".join(data.draw(spaces) if char.isspace() else char for char in body)
    before, after = replace(review, review_body=body), replace(review, review_body=other)
    if not find_differences(after, lock_review(before, DAY)):
        assert say_same(plain_text(body)) == say_same(plain_text(other))


@given(REVIEWS, st.sampled_from(["\n", "\t", "  ", "\r\n", "\N{NO-BREAK SPACE}"]))
def test_other_white_space_in_a_paragraph_is_no_change(review: Review, space: str) -> None:
    body = "It boils water, and quickly; my wife likes it - so do I."[: 50 - len(space)]
    body = body.replace("- ", "")
    before, after = (
        replace(review, review_body=body),
        replace(review, review_body=body.replace(" ", space)),
    )
    assert find_differences(after, lock_review(before, DAY)) == []


@given(REVIEWS, REVIEWS)
def test_each_part_is_told_exactly_where_it_differs(one: Review, other: Review) -> None:
    told = {each.part for each in find_differences(other, lock_review(one, DAY))}
    authors = [
        [say_same(text) for text in (each.author.name, each.author.job_title)]
        for each in (one, other)
    ]
    assert ("author" in told) is (authors[0] != authors[1])
    dates = [
        (each.date_published, each.date_experienced, each.date_received) for each in (one, other)
    ]
    assert ("dates" in told) is (dates[0] != dates[1])
    if one.review_rating != other.review_rating:
        assert "rating" in told


@given(st.lists(ENTRIES, unique_by=lambda entry: entry.key))
def test_what_is_written_is_read_back(entries: list[Locked]) -> None:
    text = write_lock(entries)
    read, problems = read_lock(text.encode(), LOCK_FILE)
    assert problems == []
    assert read == {entry.key: entry for entry in entries}
    assert write_lock(read.values()) == text


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_told(data: bytes) -> None:
    entries, problems = read_lock(data, LOCK_FILE)
    assert all(entry.forgotten or len(entry.words) == 32 for entry in entries.values())
    assert all(problem.place.line >= 1 and problem.place.column >= 1 for problem in problems)
