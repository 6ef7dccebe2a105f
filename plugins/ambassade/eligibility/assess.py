"""The verdicts on a planned page, from the structured data that it is published with."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ambassade.eligibility.features import FEATURES, FIRST
from ambassade.graph.assemble import build_graph

if TYPE_CHECKING:
    from ambassade.eligibility.verdict import Verdict
    from ambassade.page import Page
    from ambassade.public_site import PublicSite


@dataclass(frozen=True, slots=True)
class Assessment:
    """A page with its verdicts."""

    page: Page
    verdicts: tuple[Verdict, ...]


def assess_page(page: Page, site: PublicSite) -> Assessment:
    """Return what search engines may show of `page`."""
    first = FIRST(page, (), site)
    if first is not None and not first.eligible:
        return Assessment(page, (first,))
    graph = build_graph(page, site) or {}
    nodes = graph.get("@graph", [])
    verdicts = (first, *(look(page, nodes, site) for look in FEATURES))
    return Assessment(page, tuple(one for one in verdicts if one is not None))
