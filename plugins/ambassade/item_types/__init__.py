"""The types an item may have: one small module a type, discovered."""

from __future__ import annotations

import sys
from functools import cache
from typing import TYPE_CHECKING

from ambassade.discovery import discover

if TYPE_CHECKING:
    from ambassade.fields.item import ItemType


@cache
def item_types() -> dict[str, ItemType]:
    """Return the types by schema.org's name for them."""
    modules = discover(sys.modules[__name__])
    return {module.TYPE.name: module.TYPE for module in modules}
