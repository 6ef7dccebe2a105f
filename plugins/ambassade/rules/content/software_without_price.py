"""A SoftwareApplication without a price.

Why: Search engines show no stars for a program or online service whose price they are not told, 0
where it is free ({google-software}).

Bad:
    # file: reviews/kettle/item.yaml
    type: SoftwareApplication
    name: Kettle timer
    collection: complete

Good:
    # file: reviews/kettle/item.yaml
    type: SoftwareApplication
    name: Kettle timer
    collection: complete
    offers: {price: 0}
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ambassade.problem import N_, Level, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ambassade.catalogue import Catalogue
    from ambassade.problem import Problem

RULE = Rule(
    "E106",
    "software-without-price",
    Level.OFF,
    N_("The program has no price, so search engines show no stars for it."),
    N_("Add offers: with a price, 0 if it is free."),
    under={"google": Level.ERROR},
)
BY_ITEM = True


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """Look at the price of every SoftwareApplication."""
    for item in catalogue.records.items:
        priced = item.offers is not None and item.offers.price is not None
        if item.type == "SoftwareApplication" and not priced:
            yield RULE.at(item.place("offers"))
