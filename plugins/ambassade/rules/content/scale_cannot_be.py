"""A scale whose worst rating is not below its best.

Why: A rating is read between "worstRating" and "bestRating" (schema.org/Rating); on a scale with no
room between them, or upside down, it means nothing and cannot be averaged.

Bad:
    author: Marie Dupont
    reviewRating:
      ratingValue: 3
      bestRating: 1
      worstRating: 10

Good:
    author: Marie Dupont
    reviewRating:
      ratingValue: 3
      bestRating: 10
      worstRating: 1
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ambassade.problem import N_, Level, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ambassade.catalogue import Catalogue
    from ambassade.problem import Problem

RULE = Rule(
    "R101",
    "scale-cannot-be",
    Level.ERROR,
    N_("The scale goes from worstRating {worst} to bestRating {best}."),
    N_("Write a bestRating above worstRating; left out, they are 5 and 1."),
    fixed=True,
)
BY_ITEM = True


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """Look at the scale of every rating."""
    for review in catalogue.records.reviews:
        rating = review.review_rating
        if rating is not None and rating.worst_rating >= rating.best_rating:
            place = review.place(
                "reviewRating.worstRating", "reviewRating.bestRating", "reviewRating"
            )
            yield RULE.at(place, worst=rating.worst_rating, best=rating.best_rating)
