"""Lines that YAML's parser refuses for where they stand, told with where they should."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from ambassade.fields.by_language import ByLanguage
from ambassade.fields.item import COMMON
from ambassade.fields.mappings import keys_within
from ambassade.fields.review import FIELDS
from ambassade.fields.scores import Scores
from ambassade.item_types import item_types
from ambassade.problem import Place, Problem
from ambassade.rules.reading import yaml_syntax

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_BEFORE_TEXT = re.compile(r" *(?:- +)*")
_PAIR_AFTER_KEY = re.compile(r"(?P<indent> *(?:- +)*)(?P<key>[A-Za-z]+):[ ]+(?P<inner>[\w-]+)")


def tell_indent(reason: str, place: Place, lines: Sequence[str]) -> Problem | None:
    """Return the problem of a line that lines up with none; None where that is not the fault."""
    typed = lines[place.line - 1] if place.line <= len(lines) else ""
    if "expected key" not in reason and "expected '-' indicator" not in reason:
        return None
    if typed[: place.column - 1].strip() or not typed.strip():
        return None
    before = reversed(lines[: place.line - 1])
    above = next((line for line in before if line.strip() and line.lstrip()[0] != "#"), "")
    has_hyphen = typed.lstrip().startswith("-")
    wanted = len(above) - len(above.lstrip()) if has_hyphen else _width_before_text(above)
    if place.column == 1 or wanted in (0, place.column - 1):
        fact, remedy = yaml_syntax.CUT_OFF, yaml_syntax.INDENT
        return yaml_syntax.RULE.at(place, fact=fact, remedy=remedy)
    fact, remedy = yaml_syntax.CROOKED, yaml_syntax.LINE_UP
    return yaml_syntax.RULE.at(place, fact=fact, remedy=remedy, wanted=wanted)


def tell_pair_after_key(reason: str, place: Place, typed: str) -> Problem | None:
    """Return the problem of `consent: given: …`, whose `given` belongs on the next line; else None."""
    found = _PAIR_AFTER_KEY.match(typed)
    if "values are not allowed" not in reason or not found or found.end() != place.column - 1:
        return None
    if not may_stand_within(found["inner"], found["key"]):
        return None
    at = Place(place.file, place.line, found.start("inner") + 1)
    fact, remedy, wanted = yaml_syntax.TWO_KEYS, yaml_syntax.NEXT_LINE, len(found["indent"]) + 2
    return yaml_syntax.RULE.at(at, fact=fact, remedy=remedy, key=found["inner"], wanted=wanted)


def may_stand_within(inner: str, key: str) -> bool:
    """Tell whether the mapping of `key` may have a key `inner`."""
    within = _keys_within().get(key)
    return within is not None and (not within or inner in within)


def is_inner_key(word: str) -> bool:
    """Tell whether some mapping of a record has such a key."""
    return any(word in keys for keys in _keys_within().values())


def _width_before_text(line: str) -> int:
    before = _BEFORE_TEXT.match(line)
    return before.end() if before else 0


@cache
def _keys_within() -> Mapping[str, frozenset[str]]:
    """Return by key which keys its mapping may have; none of them: whatever one types."""
    own = (field for kind in item_types().values() for field in kind.fields)
    found: dict[str, frozenset[str]] = {}
    for field in (*FIELDS, *COMMON, *own):
        keys = keys_within(field.kind)
        if keys or isinstance(field.kind, ByLanguage | Scores):
            found[field.key] = found.get(field.key, frozenset()) | keys
    return found
