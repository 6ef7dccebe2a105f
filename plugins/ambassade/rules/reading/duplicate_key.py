"""The same key twice.

Why: YAML readers silently keep one of the two; the other would be lost.

Bad:
    author: Marie Dupont
    reviewBody: It boils water.
    reviewBody: It whistles.

Good:
    author: Marie Dupont
    reviewBody: It boils water.
"""

from __future__ import annotations

from ambassade.problem import N_, Level, Rule

RULE = Rule(
    "Y110",
    "duplicate-key",
    Level.ERROR,
    N_("{key} stands here again; it was given in line {line}."),
    N_("Keep one of them."),
)
