"""LocalBusiness: the company itself, as a place one can go to (schema.org/LocalBusiness)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ambassade.fields.field import Field
from ambassade.fields.item import AREA_SERVED, POSTAL_ADDRESS, ItemType
from ambassade.fields.kinds import Text
from ambassade.fields.lists import Many
from ambassade.opening_hours import is_readable
from ambassade.problem import N_
from ambassade.public import PostalAddress

if TYPE_CHECKING:
    from ambassade.public import Item


def _describe(item: Item) -> dict[str, Any]:
    own = item.properties
    address, hours = own.get("address"), own.get("opening_hours")
    return {
        "address": describe_address(address) if isinstance(address, PostalAddress) else None,
        "telephone": own.get("telephone"),
        "openingHours": [*filter(is_readable, hours)] if isinstance(hours, tuple) else None,
        "priceRange": own.get("price_range"),
        "areaServed": own.get("area_served"),
    }


def describe_address(address: PostalAddress) -> dict[str, Any]:
    """Return the PostalAddress node of `address`."""
    return {
        "@type": "PostalAddress",
        "streetAddress": address.street_address,
        "postalCode": address.postal_code,
        "addressLocality": address.address_locality,
        "addressRegion": address.address_region,
        "addressCountry": address.address_country,
    }


TYPE = ItemType(
    name="LocalBusiness",
    help=N_("The company itself, as a place one can go to. Quoted; no average is shown."),
    fields=(
        Field("address", POSTAL_ADDRESS, "Where it is."),
        Field("telephone", Text(), "Its telephone number."),
        Field("openingHours", Many(Text()), "When it is open, such as Mo-Fr 09:00-18:00."),
        Field("priceRange", Text(), "How dear it is, such as €€."),
        AREA_SERVED,
    ),
    describe=_describe,
    about_company=True,
)
