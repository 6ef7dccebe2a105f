"""The files that Pelican copies as they are, of which none may take the place of ours."""

from __future__ import annotations

from posixpath import normpath
from typing import TYPE_CHECKING, Any

from ambassade.folded_path import fold_path
from ambassade.publish.listing import list_above

if TYPE_CHECKING:
    from collections.abc import Collection


def leave_out_ours(context: dict[str, Any], ours: Collection[str]) -> list[str]:
    """Take what comes at, above or below one of `ours` out of what Pelican will copy; return the paths.

    What is one on some disks is one here (`fold_path`). What comes to the place that it has in `content/`
    is the same file, such as a picture that a story names by `{static}`: it is left out and not returned.
    `context` is that of Pelican's generators.
    """
    files = {fold_path(name) for name in ours}
    folders = {above for name in files for above in list_above(name)}
    kept, taken = [], []
    for copied in context["staticfiles"]:
        name = normpath(copied.save_as)
        path = fold_path(name)
        if path in folders or not files.isdisjoint((path, *list_above(path))):
            if path != fold_path(normpath(copied.get_relative_source_path())):
                taken.append(name)
        else:
            kept.append(copied)
    context["staticfiles"] = kept
    return taken
