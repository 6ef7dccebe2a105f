"""Two reviews by different authors with the same few words.

Why: Two people may well write the same five words, and both are genuine; the same sentence again and
again is a sign of copies ({eu-fake}; {us-fake}). So it is told, and stops nothing.

Bad:
    # file: reviews/kettle/2026-05-14-saved-us-a-week.yaml
    author: Marie Dupont
    reviewBody: Very good kettle, I recommend it.
    # file: reviews/kettle/2026-05-15-quick-and-quiet.yaml
    author: Paul Martin
    reviewBody: Very good kettle, I recommend it.

Good:
    # file: reviews/kettle/2026-05-14-saved-us-a-week.yaml
    author: Marie Dupont
    reviewBody: Very good kettle, I recommend it.
    # file: reviews/kettle/2026-05-15-quick-and-quiet.yaml
    author: Paul Martin
    reviewBody: A good kettle that I recommend to all.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ambassade.problem import N_, Level, Rule
from ambassade.rules.repeated_words import find_repeats

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ambassade.catalogue import Catalogue
    from ambassade.problem import Problem

RULE = Rule(
    "R129",
    "same-few-words",
    Level.WARNING,
    N_("The few words of this review are those of {first}, to the letter."),
    N_("Leave both if both are genuine; withhold a copy as duplicate, an invented one as fake."),
)


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """Compare the words of each short review with those of every earlier one."""
    for review, first, is_few in catalogue.find_once(find_repeats):
        if is_few:
            yield RULE.at(review.place("reviewBody"), first=first.key)
