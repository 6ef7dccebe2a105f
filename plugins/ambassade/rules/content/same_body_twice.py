"""Two reviews with the same words.

Why: The same words under two reviews are a copy, or no customer wrote them: one of them is no
genuine review ({eu-fake}; {us-fake}; {uk-reviews}).

Bad:
    # file: reviews/kettle/2026-05-14-saved-us-a-week.yaml
    author: Marie Dupont
    reviewBody: It boils water for ten cups, quickly and quietly, every day.
    # file: reviews/kettle/2026-05-15-quick-and-quiet.yaml
    author: Paul Martin
    reviewBody: It boils water for ten cups, quickly and quietly, every day.

Good:
    # file: reviews/kettle/2026-05-14-saved-us-a-week.yaml
    author: Marie Dupont
    reviewBody: It boils water for ten cups, quickly and quietly, every day.
    # file: reviews/kettle/2026-05-15-quick-and-quiet.yaml
    author: Paul Martin
    reviewBody: It boils water for ten cups, quickly and quietly, every day.
    status: withheld
    withheldFor: duplicate
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
    "R110",
    "same-body-twice",
    Level.WARNING,
    N_("The words are the same as those of {first}."),
    N_("If it is a copy, write `status: withheld` and `withheldFor: duplicate` in one of the two."),
    under=dict.fromkeys(("fr", "eu", "us", "uk"), Level.ERROR),
)
COPY_FROM_ELSEWHERE = N_(
    "If it is a copy, write `status: withheld` and `withheldFor: duplicate` in {copy}, which is from "
    "elsewhere: so the rating that was given here still counts."
)


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """Compare the words of each review with those of every earlier one."""
    for review, first, is_few in catalogue.find_once(find_repeats):
        if not is_few:
            elsewhere = [one.key for one in (review, first) if one.provenance.publisher]
            remedy = COPY_FROM_ELSEWHERE if len(elsewhere) == 1 else ""
            place = review.place("reviewBody")
            yield RULE.at(place, remedy=remedy, first=first.key, copy=", ".join(elsewhere))
