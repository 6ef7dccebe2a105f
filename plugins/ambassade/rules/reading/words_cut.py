"""Words after ` #`, which YAML takes for a remark.

Why: "We are their customer #1 and not happy" would be published as "We are their customer": the
words are to be published as they were written. What two spaces and `# ` part from a value is taken for
a remark that was meant as one.

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

TWO_SPACES = N_(
    "If it belongs to the text, put the value in quotation marks, or on the next line after `|`;"
    " if it is a remark, put two spaces before it."
)
# Here people write sentences; in a date, a number or an identifier ` # ` begins a remark.
KEYS_OF_WORDS = frozenset(
    {
        "description",
        "excerpt",
        "incentive",
        "jobTitle",
        "name",
        "reason",
        "reviewBody",
        "streetAddress",
        "text",
        "transcript",
        "worksFor",
    }
)
