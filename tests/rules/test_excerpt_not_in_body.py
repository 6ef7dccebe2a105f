"""Which excerpts are the review's own words (R106)."""

import unicodedata

import pytest

from tests.rules.conftest import Told

BODY = """\
author: Marie Dupont
reviewBody: |
  Un *café* en **deux** minutes.

  - Elle chauffe
  - vite

  J'ai lu [la notice](https://example.com/notice).
"""


@pytest.mark.parametrize(
    "excerpt",
    [
        "Un café en deux minutes.",
        "café en deux",
        unicodedata.normalize("NFD", "Un café en deux"),
        "Un *café* en **deux**",
        "minutes. Elle chauffe vite J'ai lu",
        "lu la notice.",
        "[la notice](https://example.com/notice)",
    ],
)
def test_the_bodys_words_are_found_composed_or_not_with_marks_or_without(
    told: Told, excerpt: str
) -> None:
    assert told("R106", f'{BODY}excerpt: "{excerpt}"') == []


def test_words_are_found_in_a_body_typed_with_parted_accents(told: Told) -> None:
    assert told("R106", unicodedata.normalize("NFD", BODY) + "excerpt: Un café") == []


@pytest.mark.parametrize("excerpt", ["Un café en deux min", "hauffe vite", "afé en deux"])
def test_a_word_must_not_be_cut(told: Told, excerpt: str) -> None:
    (line,) = told("R106", f"{BODY}excerpt: {excerpt}")
    assert line.endswith(
        "The excerpt begins or ends in the middle of a word of reviewBody. Copy whole words."
    )


@pytest.mark.parametrize("excerpt", ["კარგ", "ჩაიდან"])
def test_georgian_words_are_not_cut_either(told: Told, excerpt: str) -> None:
    review = "author: Nino\nreviewBody: კარგი ჩაიდანი\nexcerpt: "
    assert told("R106", f"{review}კარგი") == []
    assert "in the middle of a word" in told("R106", review + excerpt)[0]


def test_it_is_told_from_where_on_the_words_differ(told: Told) -> None:
    (line,) = told("R106", f"{BODY}excerpt: Un café en trois minutes.")
    assert "From “trois minutes.” on, the excerpt does not stand in reviewBody." in line


def test_an_excerpt_in_other_case_is_altered(told: Told) -> None:
    (line,) = told("R106", f"{BODY}excerpt: elle chauffe vite")
    assert "From “elle chauffe vite” on" in line


def test_an_excerpt_needs_a_body(told: Told) -> None:
    (line,) = told("R106", "author: Marie\nreviewRating: 5\nexcerpt: It boils.")
    assert ":3:10: There is an excerpt, but no reviewBody" in line


def test_a_body_that_cannot_be_read_is_told_once(told: Told) -> None:
    assert told("R106", "author: Marie\nreviewBody: [a, b]\nexcerpt: It boils.") == []
