"""A text longer than anybody writes, or reads.

Why: Pages, feeds and structured data carry it whole, and to look through it takes its time. A customer's
words may have 50,000 characters, as may a reply; any other text 100,000.

Bad:
    author: Marie Dupont
    reviewBody: (letters: 50001)

Good:
    author: Marie Dupont
    reviewBody: (letters: 50000)
"""

from __future__ import annotations

from ambassade.problem import N_, Level, Rule

RULE = Rule(
    "F113",
    "text-too-long",
    Level.ERROR,
    N_("{key} has {length} characters; {limit} are the most."),
    N_("Tell the rest in a story; or ask the author which part to publish."),
)
