"""Article. Google Search Central, Article: nothing is required, a headline and a picture help."""

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

FEATURE = Feature("article", N_("article"))
NONE = N_("Nothing on the page is marked up as an article.")


def look(page: Page, nodes: Sequence[Node], site: PublicSite) -> Verdict | None:  # noqa: ARG001 - the features' signature
    """Look at the Article of a story."""
    if page.kind != "story":
        return None
    node = first_node(nodes, "Article")
    return FEATURE.may() if node and node.get("headline") else FEATURE.not_so(NONE)
