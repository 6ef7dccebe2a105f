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

from ambassade.problem import N_, Level, Rule

RULE = Rule(
    "Y102",
    "control-character",
    Level.ERROR,
    N_("There is a control character, {character}."),
    N_("Delete it."),
)
