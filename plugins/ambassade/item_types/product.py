"""Product: any offered product, or a service with a price (schema.org/Product)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ambassade.fields.field import Field
from ambassade.fields.item import OFFERS, ItemType
from ambassade.fields.kinds import Text
from ambassade.problem import N_

if TYPE_CHECKING:
    from ambassade.public import Item


def _describe(item: Item) -> dict[str, Any]:
    own = dict(item.properties)
    brand = own.pop("brand", None)
    return {"brand": {"@type": "Brand", "name": brand} if brand else None, **own}


TYPE = ItemType(
    name="Product",
    help=N_("A product, or a service with a price."),
    fields=(
        Field("brand", Text(), "The brand."),
        Field("sku", Text(), "The company's own number for it."),
        Field("gtin", Text(), "The number under its bar code."),
        Field("mpn", Text(), "The manufacturer's number."),
        Field("category", Text(), "What sort of product it is."),
        OFFERS,
    ),
    describe=_describe,
    shows_stars=True,
)
