"""Facets of an item: its reviews by rating, language, verification, or in another order."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from ambassade.language import primary
from ambassade.rounding import round_half_up

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from ambassade.public import PublicReview

STARS = (5, 4, 3, 2, 1)


@dataclass(frozen=True, slots=True)
class Facet:
    """One way to look at an item's reviews. `kind` is rating, lang, verified or order."""

    slug: str
    kind: str
    value: str
    reviews: tuple[PublicReview, ...]


def facets_of(reviews: Sequence[PublicReview]) -> tuple[Facet, ...]:
    """Return the facets that hold a review, low ratings as near as high ones; one needs no order."""
    languages = sorted({primary(review.in_language) for review in reviews})
    chosen = [
        *(
            _choose(f"rating-{stars}", "rating", str(stars), reviews, _has(stars))
            for stars in STARS
        ),
        *(_choose(f"lang-{tag}", "lang", tag, reviews, _is_in(tag)) for tag in languages),
        _choose(
            "verified", "verified", "", reviews, lambda one: one.labels.verification is not None
        ),
    ]
    if len(reviews) == 1:
        return tuple(facet for facet in chosen if facet.reviews)
    rated = [review for review in reviews if review.review_rating]
    ordered = [
        Facet("oldest", "order", "oldest", tuple(reversed(reviews))),
        Facet("highest", "order", "highest", tuple(sorted(rated, key=lambda one: -_value(one)))),
        Facet("lowest", "order", "lowest", tuple(sorted(rated, key=_value))),
    ]
    return tuple(facet for facet in (*chosen, *ordered) if facet.reviews)


def _choose(
    slug: str,
    kind: str,
    value: str,
    reviews: Sequence[PublicReview],
    belongs: Callable[[PublicReview], bool],
) -> Facet:
    return Facet(slug, kind, value, tuple(review for review in reviews if belongs(review)))


def _has(stars: int) -> Callable[[PublicReview], bool]:
    return lambda one: bool(one.review_rating) and round_half_up(_value(one)) == stars


def _is_in(tag: str) -> Callable[[PublicReview], bool]:
    return lambda one: primary(one.in_language) == tag


def _value(review: PublicReview) -> Fraction:
    return review.review_rating.on_five if review.review_rating else Fraction()
