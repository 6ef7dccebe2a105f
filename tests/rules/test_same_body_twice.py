"""The same words twice (R110): what is a copy, and which of the two is told."""

import pytest

from tests.rules.conftest import Told
from tests.rules.truth_samples import LONG, write_review, write_reviews


def test_the_later_of_two_is_told_and_the_first_is_named(told: Told) -> None:
    (line,) = told("R110", write_reviews(write_review("Marie", LONG), write_review("Paul", LONG)))
    assert line.startswith("reviews/kettle/2026-05-12-a-kettle.yaml:2:13: ")
    assert "The words are the same as those of kettle/2026-05-11-a-kettle." in line


def test_of_one_day_the_key_decides_and_items_do_not_matter(told: Told) -> None:
    urn = "# file: reviews/urn/item.yaml\ntype: Product\nname: Urn\ncollection: complete\n"
    there = f"# file: reviews/urn/2026-05-11-a-kettle.yaml\n{write_review('Paul', LONG)}"
    (line,) = told("R110", urn + there + write_reviews(write_review("Marie", LONG)))
    assert line.startswith("reviews/urn/2026-05-11-a-kettle.yaml:")


def test_case_space_and_emphasis_make_no_other_words(told: Told) -> None:
    again = "it  boils **water** fast,\n  for ten cups, and _qui\u200betly_, every day."
    assert (
        len(told("R110", write_reviews(write_review("Marie", LONG), write_review("Paul", again))))
        == 1
    )


def test_each_copy_names_the_first(told: Told) -> None:
    lines = told(
        "R110", write_reviews(*[write_review(name, LONG) for name in ("Marie", "Paul", "Anne")])
    )
    assert [line.count("kettle/2026-05-11-a-kettle.") for line in lines] == [1, 1]


@pytest.mark.parametrize("elsewhere", [1, 2])
def test_of_one_review_here_and_elsewhere_the_one_from_there_is_to_be_withheld(
    told: Told, elsewhere: int
) -> None:
    reviews = [write_review("Marie", LONG), write_review("Marie", LONG)]
    reviews[elsewhere - 1] += "provenance: {publisher: Trust}\n"
    (line,) = told("R110", write_reviews(*reviews))
    copy = f"kettle/2026-05-1{elsewhere}-a-kettle"
    assert f"`withheldFor: duplicate` in {copy}, which is from elsewhere" in line


@pytest.mark.parametrize(
    ("first", "second", "words", "count"),
    [
        ("Marie", "Paul", "Very good, thank you.", 0),
        ("Marie", "Paul", "Very good, thank you all.", 0),
        ("Marie", "Paul", "A very good kettle for the whole of our office, thanks.", 1),
        ("Marie Dupont", "marie dupont", "Very good.", 1),
        ("王", "李", "很好很好用", 0),
        ("王", "李", "水烧得很快声音也很小我每天都用", 0),
        ("王", "李", "水烧得很快声音也很小我每天都用而且价格很公道", 1),
        ("王", "李", "\U00020000" * 20, 1),
        ("ก", "ข", "กาต้มน้ำดีมากใช้ทุกวันเลยค่ะ", 1),
        ("Nino", "Giorgi", "ძალიან კარგი ჩაიდანი არის", 0),
        ("김", "이", "정말 좋은 주전자입니다 고맙습니다", 0),
    ],
)
def test_few_words_are_a_copy_only_of_the_same_author(
    told: Told, first: str, second: str, words: str, count: int
) -> None:
    assert (
        len(told("R110", write_reviews(write_review(first, words), write_review(second, words))))
        == count
    )


@pytest.mark.parametrize(
    ("more", "count"),
    [
        ("status: withheld\nwithheldFor: duplicate\n", 0),
        ("status: withheld\nwithheldFor: fake\n", 0),
        ("status: withdrawn\nwithdrawn: {date: 2026-05-20, by: author}\n", 0),
        ("status: withheld\nwithheldFor: not-selected\n", 1),
        ("status: pending\n", 1),
    ],
)
def test_what_is_settled_is_no_copy_anymore(told: Told, more: str, count: int) -> None:
    lines = told(
        "R110", write_reviews(write_review("Marie", LONG, more), write_review("Paul", LONG))
    )
    assert len(lines) == count


def test_the_same_few_words_of_two_authors_are_told_as_likely(told: Told) -> None:
    words = "Very good, thank you all."
    reviews = write_reviews(write_review("Marie", words), write_review("Paul", words))
    (line,) = told("R129", reviews)
    assert "The few words of this review are those of kettle/2026-05-11-a-kettle" in line
    assert told("R110", reviews) == []
