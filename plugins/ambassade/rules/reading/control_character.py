r"""A control character other than tab and newline.

Why: It is invisible, and may do harm in a terminal or a feed reader.

Bad:
    (escaped) author: Marie Dupont
    reviewBody: It boils\x07 water.

Good:
    author: Marie Dupont
    reviewBody: It boils water.
"""

from __future__ import annotations

from ambassade.problem import N_, Level, Place, Problem, Rule

RULE = Rule(
    "Y102",
    "control-character",
    Level.ERROR,
    N_("There is a control character, {character}."),
    N_("Delete it."),
)
BREAK_LINE = N_("Put a space in its place, or begin a new line there.")
# Word writes the first for a line break. Deleted, each would glue two words together.
_BREAKS = "\v\f\r\x85"


def about(place: Place, character: str) -> Problem:
    """Return the problem of `character`."""
    remedy = BREAK_LINE if character in _BREAKS else ""
    return RULE.at(place, remedy=remedy, character=f"U+{ord(character):04X}")
