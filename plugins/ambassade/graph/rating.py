"""Rating and AggregateRating, on the scale of 1 to 5."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fractions import Fraction

    from ambassade.json_ld import Node
    from ambassade.public import PublicItem, Rating


def rating(given: Rating) -> Node:
    """Return the node of one rating, brought to 1–5 with two decimals at most."""
    return {
        "@type": "Rating",
        "ratingValue": brought_value(given.on_five),
        "bestRating": 5,
        "worstRating": 1,
    }


def brought_value(exact: Fraction) -> int | float:
    """Return an exact value as a JSON number with two decimals at most, half up."""
    value = Decimal(exact.numerator) / Decimal(exact.denominator)
    rounded = value.quantize(Decimal("0.01"), ROUND_HALF_UP)
    return int(rounded) if rounded == int(rounded) else float(rounded)


def aggregate_rating(item: PublicItem) -> Node | None:
    """Return the node of an item's average; None where there is none, or it may not be marked up."""
    summary = item.summary
    if summary is None or summary.average is None or not item.shows_stars:
        return None
    return {
        "@type": "AggregateRating",
        "ratingValue": float(summary.average),
        "bestRating": 5,
        "worstRating": 1,
        "ratingCount": summary.rating_count or None,
        "reviewCount": summary.review_count or None,
    }
