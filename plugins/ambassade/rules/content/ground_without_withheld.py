"""A ground for withholding on a review that is not withheld.

Why: The public ledger counts what is withheld by its ground ({us-suppression}; {fr-fair}); a review
that is shown and has a ground would be told both ways.

Bad:
    author: Marie Dupont
    reviewRating: 2
    withheldFor: off-topic

Good:
    author: Marie Dupont
    reviewRating: 2
    status: withheld
    withheldFor: off-topic
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ambassade.problem import N_, Level, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ambassade.catalogue import Catalogue
    from ambassade.problem import Problem

RULE = Rule(
    "R104",
    "ground-without-withheld",
    Level.ERROR,
    N_("withheldFor is {ground}, but the review's status is {status}."),
    N_("Write `status: withheld`, or delete withheldFor."),
)
BY_ITEM = True


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """Look at every ground."""
    for review in catalogue.records.reviews:
        # A status that was typed but is none has been told already.
        if review.withheld_for and review.status not in {"withheld", ""}:
            place = review.place("withheldFor")
            yield RULE.at(place, ground=review.withheld_for, status=review.status)
