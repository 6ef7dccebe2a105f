"""The item of a page: its properties, and what is rated nested in it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ambassade.item_types import item_types

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ambassade.ids import Ids
    from ambassade.json_ld import Node
    from ambassade.public import PublicItem


def item(
    given: PublicItem,
    language: str,
    ids: Ids,
    *,
    offer: Node | None,
    aggregate_rating: Node | None = None,
    reviews: Sequence[Node] = (),
) -> Node | None:
    """Return the node of an item; None for a Product that nothing on the page makes one.

    Google Search Central: a Product has a name and one of review, aggregateRating, offers.
    """
    kind = item_types()[given.item.type]
    if kind.name == "Product" and not (offer or aggregate_rating or reviews):
        return None
    own = given.item
    page_url = ids.url(ids.addresses.of_item(language, own.slug))
    others = [own.url, *own.same_as] if own.url else list(own.same_as)
    nested: dict[str, Any] = {"offers": offer, "aggregateRating": aggregate_rating}
    return {
        "@type": kind.name,
        "@id": ids.item(own.slug, language),
        "name": given.name(language),
        "url": page_url,
        "description": given.description(language),
        "image": [ids.picture(picture) for picture in own.image],
        "sameAs": list(dict.fromkeys(others)),
        "keywords": None if kind.name == "Service" else ", ".join(own.keywords),
        **kind.describe(own),
        **nested,
        "review": list(reviews),
    }
