"""A YAML anchor (`&`) or alias (`*`).

Why: An alias makes one value stand for another; a small file could grow without bound.

Bad:
    author: &me Marie Dupont
    reviewBody: *me

Good:
    author: Marie Dupont
    reviewBody: "*me"
"""

from __future__ import annotations

from ambassade.problem import N_, Level, Rule

RULE = Rule(
    "Y106",
    "alias",
    Level.ERROR,
    N_("`&` and `*` at the beginning of a value are YAML anchors and aliases, which are not read."),
    N_("Put the value in quotation marks, or write it out."),
)
