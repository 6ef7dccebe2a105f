"""A file beyond the limit of size.

Why: A review is a page of text; a limit keeps a mistake from stopping the machine.

Bad:
    (large) 1100000

Good:
    author: Marie Dupont
    reviewBody: It boils water.
"""

from __future__ import annotations

from ambassade.problem import N_, Level, Rule

RULE = Rule(
    "Y111",
    "too-large",
    Level.ERROR,
    N_("The file has {size} bytes; {limit} are read at most."),
    N_("Shorten it."),
)
