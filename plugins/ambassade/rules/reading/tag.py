"""A YAML tag (`!`).

Why: Text is taken as text: a tag would make it something else.

Bad:
    author: !name Marie Dupont
    reviewBody: It boils water.

Good:
    author: Marie Dupont
    reviewBody: "!!! It boils water."
"""

from __future__ import annotations

from ambassade.problem import N_, Level, Rule

RULE = Rule(
    "Y107",
    "tag",
    Level.ERROR,
    N_("`!` at the beginning of a value is a YAML tag, which is not read."),
    N_("Put the value in quotation marks."),
)
