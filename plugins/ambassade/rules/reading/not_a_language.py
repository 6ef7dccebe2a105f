"""A language tag that is none.

Why: Screen readers and search engines choose by the tag (BCP 47; WCAG 2.2, 3.1.2).

Bad:
    author: Marie Dupont
    reviewBody: It boils water.
    inLanguage: english

Good:
    author: Marie Dupont
    reviewBody: It boils water.
    inLanguage: en
"""

from __future__ import annotations

from ambassade.problem import N_, Level, Rule

RULE = Rule(
    "F108",
    "not-a-language",
    Level.ERROR,
    N_("{key} is “{value}”, which is not a language tag."),
    N_("Write a tag such as en, fr or fr-CA."),
)
