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
_WHOLE = "reviewRating"
_SCALES = (10, 20, 100)
ABOVE = N_("{key} is {value}, bestRating is {best}.")
OTHER_SCALE = N_(
    "Write {worst} to {best}. If it was given out of {larger}, write"
    " {{ratingValue: {value}, bestRating: {larger}}}."
)
OTHER_BEST = N_(
    "Write {worst} to {best}. If it was given out of {larger}, write bestRating: {larger}."
)
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
    larger, remedy = None, ""
    if rating:
        values[_WHOLE] = rating.rating_value
        if rating.rating_value > best:
            larger = next((one for one in _SCALES if max(values.values()) <= one), None)
        is_typed = review.was_typed("reviewRating.bestRating")
        remedy = OTHER_BEST if is_typed else OTHER_SCALE
    for key, value in values.items():
        # Out of another scale, aspects are so too: the remedy for the rating is theirs.
        if worst <= value <= best or (larger and key != _WHOLE and value > best):
            continue
        yield RULE.at(
            review.place(f"{key}.ratingValue", key),
            fact=ABOVE if value > best else BELOW,
            remedy=remedy if larger and key == _WHOLE else "",
            key=key,
            value=value,
            best=best,
            worst=worst,
            larger=larger,
        )
