"""A quotation mark that is not closed, or text after one that is.

Why: YAML ends a quoted value at the closing mark; what follows would be lost.

Bad:
    author: Marie Dupont
    name: "Great" they said
    reviewBody: It boils water.

Good:
    author: Marie Dupont
    name: '"Great" they said'
    reviewBody: It boils water.
"""

from __future__ import annotations

from ambassade.problem import N_, Level, Rule

RULE = Rule(
    "Y105",
    "quote",
    Level.ERROR,
    N_("A quoted value does not end where its quotation mark says."),
    N_("Close the quotation mark, or put the text on the next line after `|`."),
)
ESCAPE = N_("In double quotation marks, this backslash begins nothing that YAML knows.")
PLAIN = N_("Write two backslashes for one, and a special character as itself.")
