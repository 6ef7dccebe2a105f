"""Values nested beyond the limit.

Why: No key of the contract is that deep; deep nesting stops YAML readers.

Bad:
    author: Marie Dupont
    reviewBody: It boils water.
    name: [[[[[[[[[[[[[[[[[[[[deep]]]]]]]]]]]]]]]]]]]]

Good:
    author: Marie Dupont
    reviewBody: It boils water.
    name: "[[[[deep]]]]"
"""

from __future__ import annotations

from ambassade.problem import N_, Level, Rule

RULE = Rule(
    "Y112",
    "too-deep",
    Level.ERROR,
    N_("Values are nested more than {limit} deep."),
    N_("Put a text that begins with [ or {{ in quotation marks."),
)
