"""Offer: what an item costs and where it can be had."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ambassade.json_ld import Node
    from ambassade.public import Item


def offer(item: Item, page_url: str) -> Node | None:
    """Return the node of an item's offer; its address is the item's page where none was given."""
    terms = item.offers
    if terms is None:
        return None
    available = f"https://schema.org/{terms.availability}" if terms.availability else None
    return {
        "@type": "Offer",
        "url": terms.url or item.url or page_url,
        "price": terms.price,
        "priceCurrency": terms.price_currency,
        "availability": available,
    }
