"""SoftwareApplication: a program or an online service (schema.org/SoftwareApplication)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ambassade.fields.field import Field
from ambassade.fields.item import OFFERS, ItemType
from ambassade.fields.kinds import Text
from ambassade.problem import N_

if TYPE_CHECKING:
    from ambassade.public import Item


def _describe(item: Item) -> dict[str, Any]:
    return {
        "applicationCategory": item.properties.get("application_category"),
        "operatingSystem": item.properties.get("operating_system"),
    }


TYPE = ItemType(
    name="SoftwareApplication",
    help=N_("A program or an online service."),
    fields=(
        Field(
            "applicationCategory",
            Text(),
            "One of Google's categories, such as BusinessApplication.",
        ),
        Field("operatingSystem", Text(), "What it runs on, such as Web."),
        OFFERS,
    ),
    describe=_describe,
    shows_stars=True,
)
