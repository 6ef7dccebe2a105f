"""FIELDS of `reviews/<item>/item.yaml`: the rows of every type, and what a type adds."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar

from babel.numbers import list_currencies

from ambassade.fields.by_language import ByLanguage
from ambassade.fields.field import Field
from ambassade.fields.kinds import Address, Choice, Text
from ambassade.fields.lists import Keywords, Many
from ambassade.fields.mappings import Record
from ambassade.fields.node import Scalar
from ambassade.fields.number_kinds import Price
from ambassade.fields.picture_kinds import PictureFile
from ambassade.problem import N_
from ambassade.public import Agent, Item, Named, Offer, PostalAddress
from ambassade.rules.reading import unknown_choice

if TYPE_CHECKING:
    from collections.abc import Callable

    from ambassade.fields.kinds import Schema
    from ambassade.fields.node import Node
    from ambassade.fields.reading import Reading

AVAILABILITIES = (
    "BackOrder",
    "Discontinued",
    "InStock",
    "InStoreOnly",
    "LimitedAvailability",
    "MadeToOrder",
    "OnlineOnly",
    "OutOfStock",
    "PreOrder",
    "PreSale",
    "Reserved",
    "SoldOut",
)


@dataclass(frozen=True, slots=True)
class Currency:
    """An ISO 4217 currency."""

    label: ClassVar[str] = N_("currency (ISO 4217)")

    def cast(self, node: Node, key: str, reading: Reading) -> str | None:
        """Return the currency's three letters."""
        text = Text().cast(node, key, reading)
        if text is None or (re.fullmatch("[A-Z]{3}", text) and text in list_currencies()):
            return text
        usual = ("EUR", "USD", "GBP", "CHF", "CAD", "…")
        closest = [text.upper()] if text.upper() in list_currencies() else []
        reading.tell(unknown_choice.about(node.place, key, text, usual, closest))
        return None

    def schema(self) -> Schema:
        """Three capital letters."""
        return {"type": "string", "pattern": "^[A-Z]{3}$"}


OFFERS = Field(
    "offers",
    Record(
        Offer,
        (
            Field("price", Price(), "The price, such as 19.00; 0 where free."),
            Field("priceCurrency", Currency(), "Its currency, such as EUR."),
            Field(
                "availability",
                Choice(AVAILABILITIES),
                "Whether it can be had; a name of schema.org's ItemAvailability.",
            ),
            Field("url", Address(), "Where it can be bought."),
        ),
    ),
    "The price and where to buy.",
)

AREA_SERVED = Field("areaServed", Many(Text()), "Where the service is given.")

POSTAL_ADDRESS = Record(
    PostalAddress,
    (
        Field("streetAddress", Text(), "Street and number."),
        Field("postalCode", Text(), "Postal code."),
        Field("addressLocality", Text(), "Town."),
        Field("addressRegion", Text(), "Region."),
        Field("addressCountry", Text(), "Country, such as FR."),
    ),
    shorthand="streetAddress",
)

AGENT = Record(
    Agent,
    (
        Field("name", Text(), "The name.", required=True),
        Field("url", Address(), "A page about it."),
    ),
    shorthand="name",
)

NAMED = Record(
    Named,
    (
        Field("name", Text(), "The name in that language."),
        Field("description", Text(), "The description in that language."),
    ),
)

COLLECTIONS = ("complete", "selection")

COMMON: tuple[Field, ...] = (
    Field("name", Text(), "The item's name.", required=True),
    Field("description", Text(), "What it is, in a sentence or two."),
    Field("url", Address(), "Its own page on the company's site."),
    Field("image", Many(PictureFile()), "A picture of it."),
    Field("sameAs", Many(Address()), "Pages elsewhere about the same thing."),
    Field("keywords", Keywords(), "Words that describe it."),
    Field(
        "collection",
        Choice(COLLECTIONS),
        "`complete`: every genuine review received is on record here, shown or withheld with its ground. `selection`: picked by hand from a larger number.",
        required=True,
        ours=True,
    ),
    Field("translations", ByLanguage(NAMED), "Name and description in other languages.", ours=True),
    Field(
        "aliases",
        Many(Text()),
        "Former addresses, such as /products/kettle/; they lead here.",
        ours=True,
    ),
)


@dataclass(frozen=True, slots=True)
class ItemType:
    """A type of item: what schema.org calls it, the keys it adds, and how its markup says them.

    `describe` returns the JSON-LD properties that the type's own keys make.
    """

    name: str
    help: str
    fields: tuple[Field, ...]
    describe: Callable[[Item], dict[str, Any]]
    shows_stars: bool = False
    about_company: bool = False


def type_field(names: tuple[str, ...]) -> Field:
    """Return the row of `type`, whose choices are the types that there are."""
    return Field("type", Choice(names), "What the item is; a type of schema.org.", required=True)


def text_of(node: Node) -> str:
    """Return the trimmed text of a scalar, else nothing."""
    return node.text.strip() if isinstance(node, Scalar) else ""
