"""A product without a picture.

Why: A merchant listing wants a picture of the product ({google-product}). Other types need none.

Bad:
    # file: reviews/kettle/item.yaml
    type: Product
    name: Kettle
    collection: complete
    offers: {price: 19.00, priceCurrency: EUR}

Good:
    # file: reviews/kettle/item.yaml
    type: Product
    name: Kettle
    collection: complete
    image: images/kettle.png
    offers: {price: 19.00, priceCurrency: EUR}
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ambassade.problem import N_, Level, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ambassade.catalogue import Catalogue
    from ambassade.problem import Problem

RULE = Rule(
    "E104",
    "image-missing",
    Level.OFF,
    N_("The product has no picture, so search engines cannot list it as an offer."),
    N_("Add image: with a picture of content/images/."),
    under={"google": Level.WARNING},
)
BY_ITEM = True


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """Look at the pictures of every Product."""
    for item in catalogue.records.items:
        if item.type == "Product" and not item.image:
            yield RULE.at(item.place())
