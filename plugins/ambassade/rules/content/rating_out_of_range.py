"""A rating, or that of an aspect, outside its own scale.

Why: "ratingValue" lies between "worstRating" and "bestRating" ({google-review}); an average of
impossible ratings would be false.

Bad:
    author: Marie Dupont
    reviewRating: 6

Good:
    author: Marie Dupont
    reviewRating: 5
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from ambassade.problem import N_, Level, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ambassade.catalogue import Catalogue
    from ambassade.model import Review
    from ambassade.problem import Problem

RULE = Rule(
    "R102",
    "rating-out-of-range",
    Level.ERROR,
    N_("{key} is {value}, the scale is {worst} to {best}."),
    N_("Write {worst} to {best}."),
    fixed=True,
)
BY_ITEM = True
ABOVE = N_("{key} is {value}, bestRating is {best}.")
BELOW = N_("{key} is {value}, worstRating is {worst}.")


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """Look at every rating and at every aspect's."""
    for review in catalogue.records.reviews:
        rating = review.review_rating
        if rating is None or rating.worst_rating < rating.best_rating:
            yield from _check_values(review)


def _check_values(review: Review) -> Iterator[Problem]:
    rating = review.review_rating
    worst, best = (rating.worst_rating, rating.best_rating) if rating else (Decimal(1), Decimal(5))
    values = {f"reviewAspect.{name}": value for name, value in review.review_aspect.items()}
    if rating:
        values["reviewRating"] = rating.rating_value
    for key, value in values.items():
        if not worst <= value <= best:
            place = review.place(f"{key}.ratingValue", key)
            fact = ABOVE if value > best else BELOW
            yield RULE.at(place, fact=fact, key=key, value=value, best=best, worst=worst)
