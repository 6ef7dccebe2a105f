"""WebPage and its kinds: CollectionPage for lists, AboutPage for what is said of the company."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ambassade.ids import Ids
    from ambassade.json_ld import Node
    from ambassade.page import Page


def web_page(page: Page, ids: Ids, kind: str = "WebPage", main_entity: str | None = None) -> Node:
    """Return the node of `page`; `main_entity` is the id of what it is about."""
    policy = ids.addresses.of_review_policy(page.language)
    return {
        "@type": kind,
        "@id": ids.webpage(page),
        "url": ids.url(page.address),
        "name": page.title,
        "description": page.description,
        "isPartOf": {"@id": ids.website},
        "inLanguage": page.language,
        "breadcrumb": {"@id": ids.breadcrumb(page)} if page.crumbs else None,
        "mainEntity": {"@id": main_entity} if main_entity else None,
        "publishingPrinciples": ids.url(policy),
    }
