r"""A character that changes the direction of the text around it.

Why: It can make a text read other than it is stored (Unicode Technical Report 36).

Bad:
    (escaped) author: Marie Dupont
    reviewBody: It boils \xe2\x80\xaewater.

Good:
    author: Marie Dupont
    reviewBody: It boils water.
"""

from __future__ import annotations

from ambassade.problem import N_, Level, Place, Problem, Rule

RULE = Rule(
    "Y103",
    "bidi-control",
    Level.WARNING,
    N_("There is an invisible character that turns the direction of text, {character}."),
    N_("Delete it if the author did not need it."),
)


def about(place: Place, character: str) -> Problem:
    """Return the problem of `character`."""
    return RULE.at(place, character=f"U+{ord(character):04X}")
