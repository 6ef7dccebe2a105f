"""Organization: the company itself. It is quoted, never rated (schema.org/Organization)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ambassade.fields.item import ItemType
from ambassade.problem import N_

if TYPE_CHECKING:
    from ambassade.public import Item


def _describe(item: Item) -> dict[str, Any]:  # noqa: ARG001 - every type has this signature
    return {}


TYPE = ItemType(
    name="Organization",
    help=N_("The company itself. What customers say of it is quoted; no average is shown."),
    fields=(),
    describe=_describe,
    about_company=True,
)
