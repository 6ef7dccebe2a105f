"""A review that is withheld on no ground.

Why: Reviews may be held back only on grounds that are blind to what they say of the product
({us-suppression}), and a refused author is told the reason ({fr-fair}). Whether the rating counts
depends on the ground.

Bad:
    author: Marie Dupont
    reviewRating: 2
    status: withheld

Good:
    author: Marie Dupont
    reviewRating: 2
    status: withheld
    withheldFor: off-topic
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ambassade.fields.review import GROUNDS
from ambassade.problem import N_, Level, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ambassade.catalogue import Catalogue
    from ambassade.problem import Problem

RULE = Rule(
    "R103",
    "withheld-without-ground",
    Level.ERROR,
    N_("The review is withheld and withheldFor is missing."),
    N_("Add withheldFor with the ground, one of {grounds}, or publish the review."),
)
BY_ITEM = True


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """Look at every withheld review."""
    for review in catalogue.records.reviews:
        # A ground that was typed but is none has been told while the file was read.
        if review.status == "withheld" and not review.was_typed("withheldFor"):
            yield RULE.at(review.place("status"), grounds=", ".join(GROUNDS))
