"""Search results: whether search engines are asked to list the page at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ambassade.eligibility.verdict import Feature
from ambassade.problem import N_

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ambassade.eligibility.verdict import Verdict
    from ambassade.json_ld import Node
    from ambassade.page import Page
    from ambassade.public_site import PublicSite

FEATURE = Feature("search-results", N_("search results"))
REASONS = {
    "facet": N_("They show again what the item's pages show: some of it, or in another order."),
    "topics": N_("It only leads to the topics."),
    "stories": N_("There is no story yet."),
    "redirect": N_("They lead to the item's page."),
    "styleguide": N_("It is for who works on the site, and in development builds only."),
    "not_found": N_("It is for addresses where there is nothing."),
}
HIDDEN = N_("The header says Status: hidden.")
HIDDEN_CHANGE = N_("Delete that line if the page is for everybody.")


def look(page: Page, nodes: Sequence[Node], site: PublicSite) -> Verdict:  # noqa: ARG001 - the features' signature
    """Say whether the page is in the sitemap, or says noindex."""
    if page.indexable:
        return FEATURE.may()
    if page.kind == "page":
        return FEATURE.not_so(HIDDEN, HIDDEN_CHANGE)
    return FEATURE.not_so(REASONS.get(page.kind, ""))
