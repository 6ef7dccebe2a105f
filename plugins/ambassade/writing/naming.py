"""The path of a new file, and what somebody must have said for it."""

from __future__ import annotations

import difflib
import re
from typing import TYPE_CHECKING

from ambassade.problem import N_
from ambassade.stop import WrongUsage

if TYPE_CHECKING:
    from collections.abc import Sequence


_NAMED_AT_MOST = 10


def check_slug(slug: str) -> str:
    """Return a slug that was typed. Raises WrongUsage if it cannot be one."""
    if re.fullmatch("[a-z0-9-]+", slug):
        return slug
    raise WrongUsage(N_("--slug is {slug}: write a-z, 0-9 and - only."), slug=slug)


def require(option: str, value: str | None) -> str:
    """Return the value of an option that has no default. Raises WrongUsage where it is missing."""
    if value and value.strip():
        return value
    raise WrongUsage(N_("{option} is missing."), option=option)


def find_item(wanted: str | None, items: Sequence[str]) -> str:
    """Return the folder of the item that was meant; the only one if none was named.

    Raises WrongUsage where there is no such item, or several to choose from.
    """
    if not items:
        raise WrongUsage(N_("There is no item yet. Say: ambassade new item"))
    if wanted in items:
        return str(wanted)
    if wanted is None and len(items) == 1:
        return items[0]
    if wanted is None:
        raise WrongUsage(N_("{option} is missing."), option="--item")
    begun = [item for item in items if item.startswith(wanted.lower())]
    closest = begun or difflib.get_close_matches(wanted.lower(), items, 1, 0.5)
    if not closest:
        shown = ", ".join(items[:_NAMED_AT_MOST]) + (", …" if items[_NAMED_AT_MOST:] else "")
        raise WrongUsage(
            N_("There is no item {item}. Those there are: {items}."), item=wanted, items=shown
        )
    raise WrongUsage(
        N_("There is no item {item}. Did you mean {closest}?"), item=wanted, closest=closest[0]
    )
