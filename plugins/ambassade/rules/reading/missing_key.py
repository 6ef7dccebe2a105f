"""A required key that is missing or empty.

Why: Without it the review or item cannot be shown truthfully.

Bad:
    reviewBody: It boils water.

Good:
    author: Marie Dupont
    reviewBody: It boils water.
"""

from __future__ import annotations

from ambassade.problem import N_, Level, Rule

RULE = Rule(
    "F103",
    "missing-key",
    Level.ERROR,
    N_("{key} is missing."),
    N_("Add it."),
)
EMPTY = N_("{key} is empty.")
FILL = N_("Write its value after the colon.")
FILL_OR_INDENT = N_(
    "Write its value after the colon; or, if {inner} on the next line belongs to it, put {wanted}"
    " spaces before that line."
)
