"""Merchant listing. Google Search Central, Product: a picture, and offers with a price."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ambassade.eligibility.nodes import first_node, has_price, missing_of
from ambassade.eligibility.verdict import Feature
from ambassade.problem import N_

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ambassade.eligibility.verdict import Verdict
    from ambassade.json_ld import Node
    from ambassade.page import Page
    from ambassade.public_site import PublicSite

FEATURE = Feature("merchant-listing", N_("merchant listing"))
MISSING = N_("The product lacks {missing}.")
MISSING_CHANGE = N_("Add it to item.yaml.")


def look(page: Page, nodes: Sequence[Node], site: PublicSite) -> Verdict | None:  # noqa: ARG001 - the features' signature
    """Look at the Product of an item's page."""
    if page.kind != "item" or page.content.item.item.type != "Product":
        return None
    node = first_node(nodes, "Product") or {}
    # A product of which nothing is known has no node at all, but may have a picture.
    has_image = "image" in node or bool(page.content.item.item.image)
    missing = missing_of(
        [
            ("image", has_image),
            ("offers.price", has_price(node)),
            ("offers.priceCurrency", "priceCurrency" in node.get("offers", {})),
        ]
    )
    return FEATURE.not_so(MISSING, MISSING_CHANGE, missing=missing) if missing else FEATURE.may()
