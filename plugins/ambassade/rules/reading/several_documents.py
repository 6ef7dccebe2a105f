"""More than one YAML document in a file.

Why: One file, one thing: a second document would be lost.

Bad:
    author: Marie Dupont
    reviewBody: It boils water.
    ---
    author: Paul Martin
    reviewBody: It whistles.

Good:
    author: Marie Dupont
    reviewBody: It boils water.
"""

from __future__ import annotations

from ambassade.problem import N_, Level, Rule

RULE = Rule(
    "Y108",
    "several-documents",
    Level.ERROR,
    N_("A second YAML document begins here."),
    N_("Delete the line ---; what follows it belongs in another file."),
)
