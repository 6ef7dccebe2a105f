"""A low rating that the company has not answered.

Why: Whoever is reviewed may answer, and readers see that the company listens ({iso-reviews}).

Bad:
    author: Marie Dupont
    reviewRating: 2
    reviewBody: It boils water.

Good:
    author: Marie Dupont
    reviewRating: 2
    reviewBody: It boils water.
    reply:
      text: We are sorry. What else did you hope it would do?
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ambassade.problem import N_, Level, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ambassade.catalogue import Catalogue
    from ambassade.model import Review
    from ambassade.problem import Problem

RULE = Rule(
    "R128",
    "no-reply-to-low",
    Level.OFF,
    N_("The review has a low rating and no reply."),
    N_("Add a reply if you have something to say to its author and to whoever reads it."),
    under={"iso20488": Level.INFORMATION},
)
BY_ITEM = True
_LOW = 2


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """Look at every published low rating of the company's own reviews."""
    for review in catalogue.records.reviews:
        # A reply that was typed but cannot be read has been told already.
        if review.status != "published" or review.was_typed("reply") or review.provenance.publisher:
            continue
        if _is_low(review) and not catalogue.is_forgotten(review):
            yield RULE.at(review.place("reviewRating"))


def _is_low(review: Review) -> bool:
    rating = review.review_rating
    return bool(rating and rating.worst_rating < rating.best_rating and rating.on_five <= _LOW)
