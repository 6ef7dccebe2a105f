"""What YAML's parser refuses between `{` and `}` or `[` and `]`, and after them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ambassade.problem import Place, Problem
from ambassade.rules.reading import yaml_syntax
from ambassade.rules.reading.words_cut import KEYS_OF_WORDS
from ambassade.source.yaml_indents import is_inner_key

if TYPE_CHECKING:
    from collections.abc import Sequence

    import yaml

_CLOSING = {"{": "}", "[": "]"}
_BRACKET_FIRST = re.compile(r"[ \t]*(?:- +)*(?P<key>[A-Za-z]+):[ ]+(?=[\[{])")
_KEY_BEFORE = re.compile(r"(?:^|[\s,\[{;])(?P<word>[^\s,:\[\]{};]+)[ ]*\Z")
_WORD = re.compile(r"[^\s,:\[\]{}]+|.")
_LAST_KEY = re.compile(r"(?P<key>[A-Za-z]+):[ ]+(?P<value>[^,\[\]{}]*)\Z")
_NEW_KEY = re.compile(r"[A-Za-z]*\Z")


def tell_brackets(error: yaml.MarkedYAMLError, lines: Sequence[str], file: str) -> Problem | None:
    """Return the problem of what stands in brackets or after them; None where that is not the fault."""
    begin, mark = error.context_mark, error.problem_mark
    context, reason = error.context or "", error.problem or ""
    if mark is None or begin is None:
        return None
    typed = lines[mark.line] if mark.line < len(lines) else ""
    place = Place(file, mark.line + 1, mark.column + 1)
    if "unexpected ':'" in reason:
        return _tell(place, yaml_syntax.NO_SPACE, yaml_syntax.ADD_SPACE)
    if context.endswith(("flow mapping", "flow sequence")):
        opened = Place(file, begin.line + 1, begin.column + 1)
        return _tell_inside("{" if context.endswith("mapping") else "[", opened, place, lines)
    first = _BRACKET_FIRST.match(typed)
    if not first or "expected key" not in reason or first.end() >= mark.column:
        return None
    found = typed[mark.column : mark.column + 1]
    if first["key"] not in KEYS_OF_WORDS and found in ("}", "]"):
        return _tell(place, yaml_syntax.STRAY, yaml_syntax.DELETE, found=found)
    return _tell_text(Place(file, place.line, first.end() + 1))


def _tell_inside(bracket: str, opened: Place, place: Place, lines: Sequence[str]) -> Problem:
    """Return the problem at `place` of the mapping or list whose `bracket` is at `opened`."""
    head = lines[opened.line - 1]
    first = _BRACKET_FIRST.match(head)
    if first and first["key"] in KEYS_OF_WORDS:
        return _tell_text(Place(opened.file, opened.line, first.end() + 1))
    typed = lines[place.line - 1] if place.line <= len(lines) else ""
    found = typed[place.column - 1 : place.column]
    closed_outside = found in ("}", "]") and _is_open(found, head[: opened.column - 1])
    if not found or closed_outside or _begins_key_below(opened, place, lines):
        values = {"bracket": bracket, "closing": _CLOSING[bracket]}
        return _tell(opened, yaml_syntax.NOT_CLOSED, yaml_syntax.CLOSE, **values)
    if found in ("}", "]"):
        return _tell_wrong_bracket(place, typed, bracket)
    return _tell_lost_comma(place, typed, found)


def _tell_wrong_bracket(place: Place, typed: str, bracket: str) -> Problem:
    found, closing = typed[place.column - 1], _CLOSING[bracket]
    if closing in typed[place.column :]:
        return _tell(place, yaml_syntax.STRAY, yaml_syntax.DELETE, found=found)
    values = {"bracket": bracket, "found": found, "closing": closing}
    return _tell(place, yaml_syntax.WRONG_BRACKET, yaml_syntax.RIGHT_BRACKET, **values)


def _tell_lost_comma(place: Place, typed: str, found: str) -> Problem:
    before = typed[: place.column - 1]
    inner = _LAST_KEY.search(before)
    if found != ":":
        word = _WORD.match(typed, place.column - 1)
        return _tell(place, yaml_syntax.NO_COMMA, yaml_syntax.ADD_COMMA, word=word and word[0])
    key = _KEY_BEFORE.search(before)
    is_text = inner and inner["key"] in KEYS_OF_WORDS and not (key and is_inner_key(key["word"]))
    if not key or is_text or (inner and inner["value"] == key["word"]):
        return _tell(place, yaml_syntax.COLON, yaml_syntax.QUOTE)
    place = Place(place.file, place.line, key.start("word") + 1)
    return _tell(place, yaml_syntax.NO_COMMA, yaml_syntax.ADD_COMMA, word=key["word"])


def _is_open(closing: str, before: str) -> bool:
    """Tell whether more brackets of a kind are opened in `before` than closed."""
    opening = next(each for each in _CLOSING if _CLOSING[each] == closing)
    return before.count(opening) > before.count(closing)


def _begins_key_below(opened: Place, place: Place, lines: Sequence[str]) -> bool:
    """Tell whether `place` is in the first word of a later line that is indented no more than the first."""
    head, typed = lines[opened.line - 1], lines[place.line - 1]
    is_left = len(typed) - len(typed.lstrip()) <= len(head) - len(head.lstrip())
    before = typed[: place.column - 1].strip()
    return place.line > opened.line and is_left and _NEW_KEY.match(before) is not None


def _tell_text(place: Place) -> Problem:
    return _tell(place, yaml_syntax.FIRST_CHARACTER, yaml_syntax.QUOTE)


def _tell(place: Place, fact: str, remedy: str, **values: object) -> Problem:
    return yaml_syntax.RULE.at(place, fact=fact, remedy=remedy, **values)
