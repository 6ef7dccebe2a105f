"""What YAML reads without a fault, and otherwise than whoever typed it meant."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from ambassade.fields.node import Node, Scalar
from ambassade.problem import Place, Problem
from ambassade.rules.reading import typographic_quotes, words_cut, yaml_syntax
from ambassade.source.yaml_faults import NO_BREAK_SPACES
from ambassade.source.yaml_indents import may_stand_within

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_CUT_WORDS = re.compile(r" +(?P<words>#[^\s#!].*)")
_CUT_SENTENCE = re.compile(r" (?P<words>#(?:[\s#!].*)?)\Z")
_INNER_KEY = re.compile(f"(?P<key>[A-Za-z]+)[ {NO_BREAK_SPACES}]*:(?=[{NO_BREAK_SPACES}])")


def may_have_slips(text: str) -> bool:
    """Tell, fast, whether some value in a file might be one for `find_slips`."""
    return "#" in text or any(
        mark in text for mark in (*NO_BREAK_SPACES, *typographic_quotes.OPENING)
    )


def find_cut_words(event: Any, lines: Sequence[str], file: str) -> Iterator[Problem]:  # noqa: ANN401 - PyYAML's
    """Yield where ` #1` ends a plain value: a remark has a space after its `#`."""
    return _find_cut(event, lines, file, _CUT_WORDS, "")


def find_slips(key: Node, value: Node, event: Any, lines: Sequence[str]) -> Iterator[Problem]:  # noqa: ANN401 - PyYAML's
    """Yield the slips in the plain value of a key, of which `event` is the parser's.

    In a sentence also ` # 1` is told: who means a remark there parts it by two spaces.
    """
    if not isinstance(key, Scalar) or not isinstance(value, Scalar) or event.style:
        return
    if key.text in words_cut.KEYS_OF_WORDS:
        remedy = words_cut.TWO_SPACES
        yield from _find_cut(event, lines, value.place.file, _CUT_SENTENCE, remedy)
    is_name = key.text in typographic_quotes.KEYS_OF_NAMES
    if is_name and typographic_quotes.are_around(value.text):
        yield typographic_quotes.RULE.at(value.place)
    inner = _INNER_KEY.match(value.text)
    if inner and value.place.line > key.place.line and may_stand_within(inner["key"], key.text):
        at = Place(value.place.file, value.place.line, value.place.column + inner.end())
        yield yaml_syntax.RULE.at(at, fact=yaml_syntax.NO_BREAK, remedy=yaml_syntax.SPACE)


def without_no_break(key: Scalar) -> tuple[Scalar, Problem | None]:
    """Return a key as it was meant, and the problem of the no-break spaces before its colon."""
    meant = key.text.rstrip(" " + NO_BREAK_SPACES)
    if meant == key.text or not meant.isalpha():
        return key, None
    place = Place(key.place.file, key.place.line, key.place.column + len(meant))
    fact, remedy = yaml_syntax.NO_BREAK_BEFORE, yaml_syntax.REMOVE
    return Scalar(meant, key.place), yaml_syntax.RULE.at(place, fact=fact, remedy=remedy)


def _find_cut(
    event: Any,  # noqa: ANN401 - PyYAML's
    lines: Sequence[str],
    file: str,
    pattern: re.Pattern[str],
    remedy: str,
) -> Iterator[Problem]:
    end = event.end_mark
    line = lines[end.line] if end.line < len(lines) else ""
    cut = pattern.match(line, end.column)
    if not event.style and cut:
        place = Place(file, end.line + 1, cut.start("words") + 1)
        yield words_cut.RULE.at(place, remedy=remedy, words=cut["words"].strip())
