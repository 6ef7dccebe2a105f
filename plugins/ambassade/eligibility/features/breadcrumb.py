"""Breadcrumb. Google Search Central, Breadcrumb: a list of two steps at least."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ambassade.eligibility.nodes import first_node
from ambassade.eligibility.verdict import Feature
from ambassade.problem import N_

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ambassade.eligibility.verdict import Verdict
    from ambassade.json_ld import Node
    from ambassade.page import Page
    from ambassade.public_site import PublicSite

FEATURE = Feature("breadcrumb", N_("breadcrumb"))
SHORT = N_("The page has no way that leads to it.")
_FEWEST = 2


def look(page: Page, nodes: Sequence[Node], site: PublicSite) -> Verdict | None:  # noqa: ARG001 - the features' signature
    """Look at the BreadcrumbList of every page but the home page."""
    if page.kind == "home":
        return None
    node = first_node(nodes, "BreadcrumbList") or {}
    enough = len(node.get("itemListElement", ())) >= _FEWEST
    return FEATURE.may() if enough else FEATURE.not_so(SHORT)
