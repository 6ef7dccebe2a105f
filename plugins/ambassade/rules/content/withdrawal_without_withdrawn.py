"""A withdrawal on a review that is not withdrawn.

Why: An author may take a review back as easily as it was given ({eu-consent}; {eu-erasure}); a
review with a withdrawal that is still shown disregards that.

Bad:
    author: Marie Dupont
    reviewRating: 2
    withdrawn:
      date: 2026-05-20
      by: author

Good:
    author: Marie Dupont
    reviewRating: 2
    status: withdrawn
    withdrawn:
      date: 2026-05-20
      by: author
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ambassade.problem import N_, Level, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ambassade.catalogue import Catalogue
    from ambassade.problem import Problem

RULE = Rule(
    "R105",
    "withdrawal-without-withdrawn",
    Level.ERROR,
    N_("The review has a withdrawal, but its status is {status}."),
    N_("Write `status: withdrawn`, or delete the key withdrawn."),
)
BY_ITEM = True


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """Look at every withdrawal."""
    for review in catalogue.records.reviews:
        # A status that was typed but is none has been told already.
        if review.withdrawn and review.status not in {"withdrawn", ""}:
            yield RULE.at(review.place("withdrawn"), status=review.status)
