"""Facets of an item: its reviews by rating, language, verification, or in another order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ambassade.frozen import Frozen
from ambassade.language import primary
from ambassade.rounding import round_half_up

if TYPE_CHECKING:
    from collections.abc import Sequence
    from fractions import Fraction

    from ambassade.public import PublicReview

STARS = (5, 4, 3, 2, 1)


class Facet(Frozen, frozen=True):
    """One way to look at an item's reviews. `kind` is rating, lang, verified or order."""

    slug: str
    kind: str
    value: str
    reviews: tuple[PublicReview, ...]


def facets_of(reviews: Sequence[PublicReview]) -> tuple[Facet, ...]:
    """Return the facets that hold a review, low ratings as near as high ones; one needs no order."""
    rated = [(review, value) for review in reviews if (value := _value(review))]
    stars_of = [(review, round_half_up(value)) for review, value in rated]
    languages = sorted({primary(review.in_language) for review in reviews})
    chosen = [
        *(
            Facet(f"rating-{stars}", "rating", str(stars), _rated(stars_of, stars))
            for stars in STARS
        ),
        *(Facet(f"lang-{tag}", "lang", tag, _written_in(reviews, tag)) for tag in languages),
        Facet("verified", "verified", "", tuple(one for one in reviews if one.labels.verification)),
    ]
    if len(reviews) == 1:
        return tuple(facet for facet in chosen if facet.reviews)
    # There are few values, and to compare fractions takes long.
    ranks = {value: rank for rank, value in enumerate(sorted({value for _, value in rated}))}
    ranked = [(review, ranks[value]) for review, value in rated]
    highest, lowest = (
        tuple(review for review, _ in sorted(ranked, key=lambda pair: sign * pair[1]))
        for sign in (-1, 1)
    )
    ordered = [
        Facet("oldest", "order", "oldest", tuple(reversed(reviews))),
        Facet("highest", "order", "highest", highest),
        Facet("lowest", "order", "lowest", lowest),
    ]
    return tuple(facet for facet in (*chosen, *ordered) if facet.reviews)


def _rated(stars_of: Sequence[tuple[PublicReview, int]], stars: int) -> tuple[PublicReview, ...]:
    return tuple(one for one, rounded in stars_of if rounded == stars)


def _written_in(reviews: Sequence[PublicReview], tag: str) -> tuple[PublicReview, ...]:
    return tuple(review for review in reviews if primary(review.in_language) == tag)


def _value(review: PublicReview) -> Fraction | None:
    return review.review_rating.on_five if review.review_rating else None
