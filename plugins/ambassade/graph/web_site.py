"""WebSite: one node for all languages."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ambassade.ids import Ids
    from ambassade.json_ld import Node
    from ambassade.settings import Settings


def web_site(settings: Settings, ids: Ids) -> Node:
    """Return the node of the site."""
    return {
        "@type": "WebSite",
        "@id": ids.website,
        "url": ids.url(""),
        "name": settings.site_name,
        "inLanguage": list(settings.languages),
        "publisher": {"@id": ids.organization},
    }
