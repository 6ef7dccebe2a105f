"""A product without a price.

Why: A merchant listing wants the product's offers, with a price ({google-product}). Other types
need none, but see E106 for a SoftwareApplication.

Bad:
    # file: reviews/kettle/item.yaml
    type: Product
    name: Kettle
    collection: complete
    image: images/kettle.png

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
    "E105",
    "offers-missing",
    Level.OFF,
    N_("The product has no price, so search engines cannot list it as an offer."),
    N_("Add offers: with price and priceCurrency."),
    under={"google": Level.WARNING},
)
BY_ITEM = True
NO_CURRENCY = N_(
    "The product's price has no currency, so search engines cannot list it as an offer."
)
ADD_CURRENCY = N_("Add priceCurrency to its offers, such as EUR.")


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """Look at the offers of every Product."""
    for item in catalogue.records.items:
        if item.type != "Product":
            continue
        if item.offers is None or item.offers.price is None:
            yield RULE.at(item.place("offers"))
        elif item.offers.price_currency is None:
            yield RULE.at(item.place("offers"), fact=NO_CURRENCY, remedy=ADD_CURRENCY)
