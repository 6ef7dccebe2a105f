"""Slugs, shortened texts, and words found in others."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from pelican.settings import DEFAULT_CONFIG
from pelican.utils import slugify as pelican_slugify

from ambassade.text import comparable, find_words, fold, shorten, slugify

NO_CONTROLS = st.text(st.characters(exclude_categories=["Cc", "Cs"]))


@settings(max_examples=500, deadline=None)
@given(NO_CONTROLS)
@example("L’été à Nantes — 100 %")
@example("<b>x</b> &amp; y")
@example("  a_b--c  ")
@example("Straße ﬁn 漢字 😀 Ⅷ")
def test_a_slug_is_the_one_that_pelican_makes(text: str) -> None:
    subs = DEFAULT_CONFIG["SLUG_REGEX_SUBSTITUTIONS"]
    assert slugify(text) == pelican_slugify(text, regex_subs=subs)


@pytest.mark.parametrize(
    ("text", "slug"),
    [("Customer Support", "customer-support"), ("Été", "ete"), ("C++", "c"), ("★", ""), ("", "")],
)
def test_a_slug_is_small_letters_and_hyphens(text: str, slug: str) -> None:
    assert slugify(text) == slug


@pytest.mark.parametrize(
    ("words", "text", "at"),
    [
        ("warm", "It is warm.", 6),
        ("It is", "It is warm.", 0),
        ("warm.", "It is warm.", 6),
        ("arm", "It is warm.", -1),
        ("war", "It is warm.", -1),
        ("warm", "warmer, warm", 8),
        ("cold", "It is warm.", -1),
        ("é", "café", -1),
        ("字", "漢字", 1),
        ("5", "15", -1),
        ("l’eau", "chauffe l’eau vite", 8),
        ("eau", "chauffe l’eau vite", 10),
        ("a b", "a b", 0),
        ("warm", "", -1),
    ],
)
def test_words_are_found_whole(words: str, text: str, at: int) -> None:
    assert find_words(words, text) == at


def test_texts_are_compared_in_nfc_with_white_space_collapsed() -> None:
    assert comparable(" e\u0301te\u0301 \n\n a\u00a0b ") == "été a b"


@settings(max_examples=300, deadline=None)
@given(NO_CONTROLS, st.integers(1, 40))
def test_a_shortened_text_is_a_beginning_no_longer_than_asked(text: str, longest: int) -> None:
    short = shorten(text, longest)
    assert len(short) <= longest
    assert "\n" not in short
    collapsed = shorten(text, 10**6)
    assert short == collapsed if len(collapsed) <= longest else collapsed.startswith(short[:-1])


@pytest.mark.parametrize(
    ("text", "longest", "short"),
    [
        ("one two three", 13, "one two three"),
        ("one two three", 12, "one two…"),
        ("one, two", 6, "one…"),
        ("unbelievable", 5, "unbe…"),
        ("one  \n two", 20, "one two"),
    ],
)
def test_a_text_is_cut_at_a_word(text: str, longest: int, short: str) -> None:
    assert shorten(text, longest) == short


def test_folding_gives_lower_case_ascii() -> None:
    assert fold("Zoé Müller ŒUVRE") == "zoe muller oeuvre"
