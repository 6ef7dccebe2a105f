"""BreadcrumbList: the way to a page. Its entries carry objects: an address fails the range check."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from ambassade.json_ld import Pruned, prune

if TYPE_CHECKING:
    from ambassade.ids import Ids
    from ambassade.json_ld import Node
    from ambassade.page import Page


def breadcrumb_list(page: Page, ids: Ids) -> Node | None:
    """Return the node of a page's breadcrumb; None where it has none."""
    if not page.crumbs:
        return None
    return {
        "@type": "BreadcrumbList",
        "@id": ids.breadcrumb(page),
        "itemListElement": [
            _step(position, crumb.name, ids.url(crumb.address))
            for position, crumb in enumerate(page.crumbs, 1)
        ],
    }


@lru_cache(maxsize=1024)
def _step(position: int, name: str, url: str) -> Pruned:
    """Return a step of the way; the first ones are the same on many pages."""
    place = {"@type": "WebPage", "@id": url, "name": name}
    return Pruned(prune({"@type": "ListItem", "position": position, "name": name, "item": place}))
