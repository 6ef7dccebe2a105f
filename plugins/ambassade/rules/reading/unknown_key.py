"""A key that the contract does not have.

Why: A misspelt key would be a wish that nobody hears.

Bad:
    author: Marie Dupont
    reviewbody: It boils water.

Good:
    author: Marie Dupont
    reviewBody: It boils water.
"""

from __future__ import annotations

import difflib
import re
from typing import TYPE_CHECKING

from ambassade.problem import N_, Level, Place, Problem, Rule

if TYPE_CHECKING:
    from collections.abc import Sequence

RULE = Rule(
    "F101",
    "unknown-key",
    Level.ERROR,
    N_("{key} is not a key of this file."),
    N_("Delete it. The keys that may stand here are {keys}."),
)


COMMA = N_("If a comma stands before it in a number, write a point: 19.00.")
OWNED = N_("Write it under {owner}, as in {example}.")
CLOSEST = N_("Did you mean {closest}?")
PARTED = N_("After {name} write a colon and a space, and then its value.")
BELONGS = N_("{key} belongs to {parent}, which is empty.")
INDENT = N_("Put {wanted} spaces before each line of {parent}.")
FOLLOWS = N_(
    "If it belongs to the value before it, put that whole value in quotation marks; else write a colon,"
    " a space and its value after it."
)
WITHIN = N_("{name} stands within {owner}, and is a key of the file itself.")
OUTSIDE = N_(
    "Put it on a line of its own that begins at the left margin; what belongs to it comes along."
)
LISTED = N_("If it is one of the words of {owner}, write these as a list: {example}.")
LIKELIEST = N_("Delete it. Among the keys that may stand here are {keys}.")
_LISTED_AT_MOST = 14
_VALUE_WITHIN = re.compile(r":|\s(?=\d)")  # `{given:2026-05-14}`: YAML takes it all for the key


def about(
    place: Place, key: str, closest: list[str], known: Sequence[str], *, follows: bool = False
) -> Problem:
    """Return the problem of `key`; `closest` holds that of the `known` keys which is most like it, if any.

    `follows`: it may be the rest of the value before it.
    """
    typed = key.rpartition(".")[2]
    head, *value = _VALUE_WITHIN.split(key, maxsplit=1)
    name = head.rpartition(".")[2]
    if value and name in known:
        return RULE.at(place, remedy=PARTED, key=key, name=name)
    if typed.isdecimal():
        return RULE.at(place, remedy=COMMA, key=key)
    if follows:
        return RULE.at(place, remedy=FOLLOWS, key=key)
    if closest:
        return RULE.at(place, remedy=CLOSEST, key=key, closest=closest[0])
    if len(known) <= _LISTED_AT_MOST:
        return RULE.at(place, key=key, keys=tuple(known))
    return RULE.at(place, remedy=LIKELIEST, key=key, keys=_choose_likeliest(typed, known))


def meant_by(problem: Problem) -> list[str]:
    """Return the key that `problem`, of an unknown one, names as what was meant, if it names one."""
    is_said = {CLOSEST: "closest", PARTED: "name"}.get(problem.remedy)
    return [value for key, value in problem.values if key == is_said]


def _choose_likeliest(typed: str, known: Sequence[str]) -> tuple[str, ...]:
    """Return as many keys as one reads, in the order of the table."""
    near = sorted(known, key=lambda key: -_likeness(typed, key))[:_LISTED_AT_MOST]
    return tuple(key for key in known if key in near)


def _likeness(typed: str, key: str) -> float:
    return difflib.SequenceMatcher(None, typed.lower(), key.lower()).ratio()
