"""Service without a price; Google shows no stars for it (schema.org/Service)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ambassade.fields.item import AREA_SERVED, OFFERS, ItemType
from ambassade.problem import N_

if TYPE_CHECKING:
    from ambassade.public import Item


def _describe(item: Item) -> dict[str, Any]:
    return {"areaServed": item.properties.get("area_served")}


TYPE = ItemType(
    name="Service",
    help=N_("A service without a price. Its average is shown on the page but never marked up."),
    fields=(AREA_SERVED, OFFERS),
    describe=_describe,
)
