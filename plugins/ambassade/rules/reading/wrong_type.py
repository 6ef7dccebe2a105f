"""A list where a text is needed, or the like.

Why: Only a value of the right kind can be shown as what it is.

Bad:
    author: Marie Dupont
    reviewBody:
      - It boils water.

Good:
    author: Marie Dupont
    reviewBody: |
      - It boils water.
"""

from __future__ import annotations

from ambassade.problem import N_, Level, Rule

RULE = Rule(
    "F102",
    "wrong-type",
    Level.ERROR,
    N_("{key} is {found}."),
    N_("Give {wanted}."),
)
KEYS = N_("Give a mapping of {keys}.")
