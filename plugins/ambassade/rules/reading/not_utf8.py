r"""A file that is not UTF-8.

Why: Letters would be guessed, and the customer's words changed.

Bad:
    (escaped) author: Marie Dupont
    reviewBody: Tr\xe8s bien.

Good:
    (escaped) author: Marie Dupont
    reviewBody: Tr\xc3\xa8s bien.
"""

from __future__ import annotations

from ambassade.problem import N_, Level, Rule

RULE = Rule(
    "Y101",
    "not-utf-8",
    Level.ERROR,
    N_("The byte {byte} is not UTF-8."),
    N_("Save the file as UTF-8."),
)
