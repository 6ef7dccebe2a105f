"""Whatever somebody typed is read again as it was typed, by us and by any other YAML reader."""

from __future__ import annotations

import yaml
from hypothesis import given
from hypothesis import strategies as st

from ambassade.fields.node import Scalar
from ambassade.source.decode import find_hidden
from ambassade.source.yaml_reader import read_yaml
from ambassade.writing.slug import make_slug
from ambassade.writing.yaml_text import write_number, write_text, write_words

TEXTS = st.text(st.characters(codec="utf-8")).filter(lambda text: find_hidden(text) is None)
AWKWARD = st.text("ab:#-'\"\\|>{}[]&*!%@`?,~\n\t =.01no", max_size=12)


def read_back(yaml_text: str) -> str:
    """Return the value of `key` as Ambassade reads it."""
    entries, problems = read_yaml(yaml_text.encode(), "x.yaml")
    assert entries is not None, (yaml_text, problems)
    ((_, node), *others) = entries.pairs
    assert isinstance(node, Scalar)
    assert [key.text for key, _ in others] == ["after"]
    return node.text


@given(TEXTS | AWKWARD)
def test_a_value_survives(text: str) -> None:
    assert read_back(f"key: {write_text(text)}\nafter: x\n") == text.strip()


@given(AWKWARD)
def test_another_reader_takes_a_value_for_a_text(text: str) -> None:
    assert yaml.safe_load(f"key: {write_text(text)}") == {"key": text.strip()}


@given(TEXTS | AWKWARD)
def test_words_of_several_lines_survive(text: str) -> None:
    words = text.strip()
    if words:
        assert read_back(f"key: |\n{write_words(text)}\nafter: x\n").strip() == words


@given(AWKWARD)
def test_a_number_that_is_none_survives_too(text: str) -> None:
    assert read_back(f"key: {write_number(text)}\nafter: x\n") == text.strip()


def test_numbers_dates_and_plain_words_stay_plain() -> None:
    assert [write_number(text) for text in ("4.5", "2026-01-31")] == ["4.5", "2026-01-31"]
    assert write_text("Marie O'Brien, Ltd.") == "Marie O'Brien, Ltd."
    assert write_text("no") == '"no"'
    assert write_text('The "best"') == "'The \"best\"'"


@given(TEXTS, st.frozensets(st.sampled_from(["marie", "dupont", "bcdf"])))
def test_a_slug_is_always_one_and_names_nobody(title: str, never: frozenset[str]) -> None:
    slug = make_slug(title, never)
    assert slug.replace("-", "").isalnum()
    assert slug.isascii()
    assert slug == slug.lower()
    assert len(slug) <= 60
    assert not never & set(slug.split("-"))
