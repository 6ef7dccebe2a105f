"""Product snippet. Google Search Central, Product: a name, and one of review, rating, offers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ambassade.eligibility.nodes import first_node, has_price
from ambassade.eligibility.verdict import Feature
from ambassade.problem import N_

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ambassade.eligibility.verdict import Verdict
    from ambassade.json_ld import Node
    from ambassade.page import Page
    from ambassade.public_site import PublicSite

FEATURE = Feature("product-snippet", N_("product snippet"))
EMPTY = N_("A product needs a price, a rating or a review.")
EMPTY_CHANGE = N_("Add offers: with its price to item.yaml.")
_ONE_OF = ("aggregateRating", "review")


def look(page: Page, nodes: Sequence[Node], site: PublicSite) -> Verdict | None:  # noqa: ARG001 - the features' signature
    """Look at the Product of an item's page or a review's."""
    if page.kind not in {"item", "review"} or page.content.item.item.type != "Product":
        return None
    node = first_node(nodes, "Product")
    if node and node.get("name") and (has_price(node) or any(key in node for key in _ONE_OF)):
        return FEATURE.may()
    # Of a review's page without a Product it is the stars that are told why.
    return FEATURE.not_so(EMPTY, EMPTY_CHANGE) if page.kind == "item" else None
