"""Words after ` #`, which YAML takes for a remark.

Why: "We are their customer #1 and not happy" would be published as "We are their customer": the
words are to be published as they were written.

Bad:
    author: Marie Dupont
    reviewBody: We are their customer #1 and not happy.

Good:
    author: Marie Dupont
    reviewBody: "We are their customer #1 and not happy."
"""

from __future__ import annotations

from ambassade.problem import N_, Level, Rule

RULE = Rule(
    "Y113",
    "words-cut",
    Level.WARNING,
    N_("YAML takes what follows here for a remark, and leaves it out: “{words}”."),
    N_(
        "If it belongs to the text, put the value in quotation marks, or on the next line after `|`."
    ),
)
