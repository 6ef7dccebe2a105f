"""Logo of the company. Google Search Central, Organization: on the home page."""

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

FEATURE = Feature("logo", N_("company and logo"))
MISSING = N_("The settings name no logo.")
MISSING_CHANGE = N_("Set COMPANY.logo to a picture of content/images/.")


def look(page: Page, nodes: Sequence[Node], site: PublicSite) -> Verdict | None:
    """Look at the company on the home page in the site's language."""
    if page.address != site.settings.addresses.home(site.settings.default_language):
        return None
    node = first_node(nodes, "Organization", "LocalBusiness") or {}
    has_logo = {"name", "url", "logo"} <= node.keys()
    return FEATURE.may() if has_logo else FEATURE.not_so(MISSING, MISSING_CHANGE)
