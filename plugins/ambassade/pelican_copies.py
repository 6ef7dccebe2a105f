"""The files that Pelican copies as they are, of which none may take the place of ours."""

from __future__ import annotations

from posixpath import normpath
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Collection


def give_way(context: dict[str, Any], ours: Collection[str]) -> list[str]:
    """Take what comes at, above or below one of `ours` out of what Pelican will copy; return the paths.

    Upper and lower case are one, as on some disks. `context` is that of Pelican's generators.
    """
    files = {name.casefold() for name in ours}
    folders = {above for name in files for above in _list_above(name)}
    kept, taken = [], []
    for copied in context["staticfiles"]:
        name = normpath(copied.save_as)
        path = name.casefold()
        if path in folders or not files.isdisjoint((path, *_list_above(path))):
            taken.append(name)
        else:
            kept.append(copied)
    context["staticfiles"] = kept
    return taken


def _list_above(path: str) -> list[str]:
    parts = path.split("/")
    return ["/".join(parts[:count]) for count in range(1, len(parts))]
