"""Whatever is drawn: a change that is more than white space is found, and nothing else is."""

from __future__ import annotations

import unicodedata
from datetime import date, timedelta
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from ambassade.gone_reviews import find_gone
from ambassade.lock import (
    find_differences,
    hash_kept_rating,
    lock_review,
    make_tombstone,
    write_lock,
)
from ambassade.markup.small_markdown import plain_text
from ambassade.model import Author, Locked, Review
from ambassade.pelican_run.body_time_limit import time_limit
from ambassade.problem import NOWHERE
from ambassade.public import Rating
from ambassade.source.lock_reader import LOCK_FILE, read_lock
from tests.patience import PROCESSOR_PATIENCE

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
    told = {key: replace(entry, place=NOWHERE) for key, entry in read.items()}
    assert told == {entry.key: replace(entry, place=NOWHERE) for entry in entries}
    assert write_lock(read.values()) == text


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_told(data: bytes) -> None:
    entries, problems = read_lock(data, LOCK_FILE)
    assert all(entry.forgotten or len(entry.words) == 32 for entry in entries.values())
    assert all(problem.place.line >= 1 and problem.place.column >= 1 for problem in problems)


NAMES = st.sampled_from(["2026-05-14-a", "2026-05-14-b", "2026-05-15-c"])
MOVING = st.builds(
    Review,
    item=st.sampled_from(["kettle", "pot"]),
    identifier=NAMES,
    author=st.builds(Author, st.sampled_from(["Marie", "Paul"])),
    in_language=st.just("en"),
    date_published=st.just(DAY),
    review_rating=st.none()
    | st.builds(
        Rating, st.sampled_from([4, 5]).map(Decimal), st.just(Decimal(5)), st.just(Decimal(1))
    ),
    review_body=st.sampled_from([None, "", "Boils."]),
)


def is_now(entry: Locked, review: Review) -> bool:
    """Tell by the definition whether a review is what was locked."""
    if entry.forgotten:
        has_name = entry.key.endswith(f"/{review.identifier}")
        wordless = not review.review_body and hash_kept_rating(review, entry.key) == entry.rating
        return has_name and wordless
    return not find_differences(review, entry)


@given(st.lists(MOVING, max_size=6), st.lists(MOVING, max_size=6), st.sets(st.integers(0, 5)))
def test_what_is_gone_is_the_first_that_says_the_same(
    former: list[Review], now: list[Review], forgotten: set[int]
) -> None:
    lock = {one.key: lock_review(one, DAY) for one in former}
    for number in forgotten & {*range(len(former))}:
        one = former[number]
        lock[one.key] = make_tombstone(one.key, DAY, hash_kept_rating(one, one.key))
    left = sorted({one.key: one for one in now}.values(), key=lambda one: one.key)
    gone = sorted(lock.keys() - {one.key for one in left})
    left = [one for one in left if one.key not in lock]
    expected: dict[str, Review | None] = {}
    for key in (key for key in gone if lock[key].rating):
        expected[key] = next((one for one in left if is_now(lock[key], one)), None)
        left = [one for one in left if one is not expected[key]]
    assert find_gone(now, lock) == expected


def test_thousands_of_ratings_without_words_are_told_apart_soon() -> None:
    stars = Rating(Decimal(4), Decimal(5), Decimal(1))
    first = Review("kettle", "x", Author(""), "en", DAY, review_rating=stars)

    def list_reviews(name: str) -> list[Review]:
        named = ((f"{name}{number}", DAY - timedelta(number % 1000)) for number in range(4000))
        return [
            replace(first, identifier=one, author=Author(one), date_published=day)
            for one, day in named
        ]

    lock = {one.key: lock_review(one, DAY) for one in list_reviews("a")}
    with time_limit(PROCESSOR_PATIENCE):
        found = find_gone(list_reviews("b"), lock)
    assert [*found.values()] == [None] * 4000
