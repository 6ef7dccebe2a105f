"""Keys that were left empty, and the lines below that were perhaps meant to be indented.

Python's settings have no such lines.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ambassade.fields.node import is_empty
from ambassade.problem import Place
from ambassade.rules.reading import missing_key, unknown_key

if TYPE_CHECKING:
    from collections.abc import Collection

    from ambassade.fields.node import Entries, Node, Scalar
    from ambassade.problem import Problem

_INDENT = 2


def may_belong(key: Scalar, above: Scalar, within: Collection[str]) -> bool:
    """Tell whether `key` looks as if it were meant to stand in the mapping of the empty key `above` it."""
    is_below = key.place.line > above.place.line and key.place.column == above.place.column
    return is_below and key.text in within and not _is_python(key.place)


def has_no_colon(key: Scalar, value: Node) -> bool:
    """Tell whether no colon follows `key`: to YAML, `{text: Thanks, Ann}` has a key `Ann`."""
    end = Place(key.place.file, key.place.line, key.place.column + len(key.text))
    return is_empty(value) and value.place == end and not _is_python(key.place)


def tell_unindented(place: Place, path: str, parent: str) -> Problem:
    """Return the problem of the key `path` that belongs to the empty key `parent`."""
    fact, remedy, wanted = unknown_key.BELONGS, unknown_key.INDENT, place.column - 1 + _INDENT
    told = {"key": path, "parent": parent, "wanted": wanted}
    return unknown_key.RULE.at(place, fact=fact, remedy=remedy, **told)


def tell_missing(key: str, within: Collection[str], entries: Entries, prefix: str) -> Problem:
    """Return the problem of a required key that is not there, or is empty.

    `within` holds the keys of its mapping: the line below may be meant for one.
    """
    path, keys = prefix + key, [typed for typed, _ in entries.pairs]
    number = next((number for number, typed in enumerate(keys) if typed.text == key), None)
    if number is None or _is_python(entries.place):
        return missing_key.RULE.at(entries.place, key=path)
    above, fact = keys[number], missing_key.EMPTY
    for inner in keys[number + 1 : number + 2]:
        if may_belong(inner, above, within):
            told = {"key": path, "inner": inner.text, "wanted": above.place.column - 1 + _INDENT}
            remedy = missing_key.FILL_OR_INDENT
            return missing_key.RULE.at(above.place, fact=fact, remedy=remedy, **told)
    return missing_key.RULE.at(above.place, fact=fact, remedy=missing_key.FILL, key=path)


def _is_python(place: Place) -> bool:
    return place.file.endswith(".py")
