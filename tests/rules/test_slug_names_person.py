"""Which file names tell who the author is (R108)."""

import re

import pytest

from tests.rules.conftest import Told


def _sample(slug: str, author: str) -> str:
    return f"# file: reviews/kettle/2026-05-14-{slug}.yaml\nauthor: {author}\nreviewRating: 5\n"


@pytest.mark.parametrize(
    ("slug", "author"),
    [
        ("by-marie", "Marie Dupont"),
        ("dupont", "Marie DUPONT"),
        ("obrien-says-yes", "Pat O'Brien"),
        ("obrien-says-yes", "Pat O’Brien"),
        ("brien-says-yes", "Pat O'Brien"),
        ("helene", "Hélène"),
        ("strasse", "Hans Straße"),
        ("claire", "Anne-Claire Petit"),
        ("olga", "Ольга"),
        ("ana", "Ana"),
    ],
)
def test_a_word_of_the_name_in_the_slug_is_an_error(told: Told, slug: str, author: str) -> None:
    (line,) = told("R108", _sample(slug, author))
    assert line.startswith(f"reviews/kettle/2026-05-14-{slug}.yaml:1:1: ")


@pytest.mark.parametrize(
    ("slug", "author"),
    [
        ("saved-us-a-week", "Marie Dupont"),
        ("mariette", "Marie Dupont"),
        ("so-good", "Li So"),
        ("no-007-here", "Agent 007"),
        ("in-2024", "Club 2024"),
    ],
)
def test_other_words_may_stand_there(told: Told, slug: str, author: str) -> None:
    assert told("R108", _sample(slug, author)) == []


def test_a_name_that_is_not_shown_counts_too(told: Told) -> None:
    author = "{name: Marie Dupont, display: anonymous}"
    assert len(told("R108", _sample("marie", author))) == 1
    assert len(told("R108", _sample("marie", author) + "status: withheld")) == 1


def test_the_example_is_four_letters_and_always_the_same(told: Told) -> None:
    first, second = (told("R108", _sample("marie", "Marie")) for _ in range(2))
    assert first == second
    assert re.search(r": 2026-05-14-[b-z]{4}\.yaml\.$", first[0])
