"""Software app. Google Search Central, Software app: a price (0 where free), a rating or a review."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ambassade.eligibility.nodes import first_node, has_price, is_rated, missing_of
from ambassade.eligibility.verdict import Feature
from ambassade.problem import N_

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ambassade.eligibility.verdict import Verdict
    from ambassade.json_ld import Node
    from ambassade.page import Page
    from ambassade.public_site import PublicSite

FEATURE = Feature("software-app", N_("software app"))
MISSING = N_("The program lacks {missing}.")
MISSING_CHANGE = N_("A price (0 where free) goes into item.yaml; ratings come from customers.")


def look(page: Page, nodes: Sequence[Node], site: PublicSite) -> Verdict | None:  # noqa: ARG001 - the features' signature
    """Look at the SoftwareApplication of an item's page or a review's."""
    if page.kind not in {"item", "review"}:
        return None
    node = first_node(nodes, "SoftwareApplication")
    if node is None:
        return None
    missing = missing_of([("offers.price", has_price(node)), ("reviewRating", is_rated(node))])
    return FEATURE.not_so(MISSING, MISSING_CHANGE, missing=missing) if missing else FEATURE.may()
