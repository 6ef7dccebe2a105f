"""Book (schema.org/Book)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ambassade.fields.field import Field
from ambassade.fields.item import AGENT, OFFERS, ItemType
from ambassade.fields.kinds import Text
from ambassade.fields.lists import Many
from ambassade.problem import N_
from ambassade.public import Agent

if TYPE_CHECKING:
    from ambassade.public import Item


def _describe(item: Item) -> dict[str, Any]:
    authors = item.properties.get("author") or ()
    people = [
        {"@type": "Person", "name": author.name, "url": author.url}
        for author in (authors if isinstance(authors, tuple) else ())
        if isinstance(author, Agent)
    ]
    one_or_all = people[0] if len(people) == 1 else people
    return {"author": one_or_all, "isbn": item.properties.get("isbn")}


TYPE = ItemType(
    name="Book",
    help=N_("A book."),
    fields=(
        Field("author", Many(AGENT), "Who wrote it."),
        Field("isbn", Text(), "Its ISBN."),
        OFFERS,
    ),
    describe=_describe,
    shows_stars=True,
)
