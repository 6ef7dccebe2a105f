"""Typographic quotation marks around a whole name or title.

Why: YAML knows straight quotation marks alone. Others are part of the value, and would be published with it.

Bad:
    author: “Marie Dupont”
    reviewBody: It boils water.

Good:
    author: "Marie Dupont"
    name: It is what they call “good”
    reviewBody: “It boils water.”
"""

from __future__ import annotations

from ambassade.problem import N_, Level, Rule

RULE = Rule(
    "Y114",
    "typographic-quotes",
    Level.WARNING,
    N_("The quotation marks around this value are not YAML's, and would be published with it."),
    N_("Delete them. If they belong to it, put straight ones around them."),
)

STRAIGHT = N_("Put straight quotation marks in place of the typographic ones around the value.")
WITHOUT = N_("Write {better}, without quotation marks.")
OPENING = "“„‟‘‚‛«‹»›”"
CLOSING = "”“‟’‘»›«‹"
# Where nobody quotes a customer's words.
KEYS_OF_NAMES = frozenset({"author", "jobTitle", "name", "publisher", "translator", "worksFor"})


def are_around(text: str) -> bool:
    """Tell whether such marks open and close a whole text, and stand nowhere inside it."""
    inside = text[1:-1]
    is_quoted = text[:1] in OPENING and text[-1:] in CLOSING and inside.strip() != ""
    return is_quoted and not any(mark in inside for mark in text[0] + text[-1] if mark not in "’'")


def strip_marks(text: str) -> str:
    """Return a text without the quotation marks around it, typographic or not."""
    return text.strip(OPENING + CLOSING + "\"' \u00a0\u202f")
