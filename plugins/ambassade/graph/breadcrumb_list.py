"""BreadcrumbList: the way to a page. Its entries carry objects: an address fails the range check."""

from __future__ import annotations

from typing import TYPE_CHECKING

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
            {
                "@type": "ListItem",
                "position": position,
                "name": crumb.name,
                "item": {"@type": "WebPage", "@id": ids.url(crumb.address), "name": crumb.name},
            }
            for position, crumb in enumerate(page.crumbs, 1)
        ],
    }
