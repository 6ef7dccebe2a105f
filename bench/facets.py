"""The facets of an item, as Ambassade has them: by rating, language, verification; in other orders.

A facet is its kind and its value, such as `("rating", "5")`. Peers that cannot find them by
themselves are told.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bench.content import Content, Review

Facet = tuple[str, str]

ORDERS = ("oldest", "highest", "lowest")


def facets_of_review(review: Review) -> list[Facet]:
    """Return the facets that show a review."""
    return [
        ("rating", str(review.rating)),
        ("lang", review.language),
        *([("verified", "")] if review.evidence else []),
        *(("order", order) for order in ORDERS),
    ]


def facets_of_items(content: Content) -> dict[str, list[Facet]]:
    """Return the facets of each item that has reviews; one review needs no order."""
    found: dict[str, dict[Facet, int]] = {}
    for review in content.reviews:
        of_item = found.setdefault(review.item, {})
        for facet in facets_of_review(review):
            of_item[facet] = of_item.get(facet, 0) + 1
    return {
        item: [facet for facet in sorted(facets) if facet[0] != "order" or facets[facet] > 1]
        for item, facets in found.items()
    }


def name_facet(facet: Facet) -> str:
    """Return the last part of a facet's address."""
    kind, value = facet
    return {"verified": kind, "order": value}.get(kind, f"{kind}-{value}")
