"""A Service with ratings: search engines show no stars for one.

Why: Only some types may show stars, and a Service is not one ({google-review}). A rating given to a
Service or to the company is information: it is kept and never marked up. A service with a price may
honestly be typed Product, which schema.org defines as any offered product or service.

Bad:
    # file: reviews/kettle/item.yaml
    type: Service
    name: Kettle cleaning
    collection: complete
    # file: reviews/kettle/2026-05-14-shines.yaml
    author: Marie Dupont
    reviewRating: 5
    reviewBody: It shines again.

Good:
    # file: reviews/kettle/item.yaml
    type: Product
    name: Kettle cleaning
    collection: complete
    offers: {price: 19.00, priceCurrency: EUR}
    # file: reviews/kettle/2026-05-14-shines.yaml
    author: Marie Dupont
    reviewRating: 5
    reviewBody: It shines again.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ambassade.catalogue import counts
from ambassade.problem import N_, Level, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ambassade.catalogue import Catalogue
    from ambassade.problem import Problem

RULE = Rule(
    "E101",
    "type-without-stars",
    Level.OFF,
    N_("Search engines show no stars for a Service: its ratings ({count}) are not marked up."),
    N_("If it has a price, it may honestly be a Product; otherwise leave it so."),
    under={"google": Level.INFORMATION},
)
BY_ITEM = True


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """Look at the ratings of every Service."""
    for item in catalogue.records.items:
        if item.type == "Service":
            rated = sum(counts(review) for review in catalogue.reviews_of(item.slug))
            if rated:
                yield RULE.at(item.place("type"), count=rated)
