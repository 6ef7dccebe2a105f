"""Site name. Google Search Central, Site names: WebSite, on the home page of a host."""

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

FEATURE = Feature("site-name", N_("site name"))
BELOW = N_("The site is below a path, {path}: the name comes from the host's own home page.")
BELOW_CHANGE = N_("Give it a host of its own in SITEURL, such as reviews.example.com.")
NONE = N_("Nothing on the page says the site's name.")


def look(page: Page, nodes: Sequence[Node], site: PublicSite) -> Verdict | None:
    """Look at the WebSite on the home page in the site's language."""
    if page.address != site.settings.addresses.home(site.settings.default_language):
        return None
    if site.settings.base:
        return FEATURE.not_so(BELOW, BELOW_CHANGE, path=site.settings.base)
    node = first_node(nodes, "WebSite") or {}
    return FEATURE.may() if {"name", "url"} <= node.keys() else FEATURE.not_so(NONE)
