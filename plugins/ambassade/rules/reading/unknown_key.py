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

from ambassade.problem import N_, Level, Place, Problem, Rule

RULE = Rule(
    "F101",
    "unknown-key",
    Level.ERROR,
    N_("{key} is not a key of this file."),
    N_("Delete it; docs/fields.md lists the keys."),
)


COMMA = N_("If a comma stands before it in a number, write a point: 19.00.")
CLOSEST = N_("Did you mean {closest}?")


def about(place: Place, key: str, closest: list[str]) -> Problem:
    """Return the problem of `key`; `closest` holds the known key that is most like it, if any."""
    if key.rpartition(".")[2].isdecimal():
        return RULE.at(place, remedy=COMMA, key=key)
    if closest:
        return RULE.at(place, remedy=CLOSEST, key=key, closest=closest[0])
    return RULE.at(place, key=key)
