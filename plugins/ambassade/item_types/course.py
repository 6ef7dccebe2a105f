"""Course: teaching that one can enrol in (schema.org/Course)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ambassade.fields.field import Field
from ambassade.fields.item import AGENT, OFFERS, ItemType
from ambassade.fields.kinds import Text
from ambassade.problem import N_
from ambassade.public import Agent

if TYPE_CHECKING:
    from ambassade.public import Item


def _describe(item: Item) -> dict[str, Any]:
    provider = item.properties.get("provider")
    organization = (
        {"@type": "Organization", "name": provider.name, "url": provider.url}
        if isinstance(provider, Agent)
        else None
    )
    return {"provider": organization, "courseCode": item.properties.get("course_code")}


TYPE = ItemType(
    name="Course",
    help=N_("A course that people can enrol in."),
    fields=(
        Field("provider", AGENT, "The organization that gives it."),
        Field("courseCode", Text(), "Its code."),
        OFFERS,
    ),
    describe=_describe,
    shows_stars=True,
)
