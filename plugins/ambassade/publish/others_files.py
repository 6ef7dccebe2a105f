"""What others did in the folder of a new site, such as Pelican and its plugins.

In: the folder, and what is known of the files in it. Out: which of ours were changed; all else counts as
the site's, as it is.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from ambassade.deep_folders import remove_empty_folders
from ambassade.publish.listing import find_stamp, is_file, list_stamps
from ambassade.publish.manifest import WrittenFile, hash_file

if TYPE_CHECKING:
    from collections.abc import Callable

    from ambassade.publish.new_tree import NewTree


def find_changed(tree: NewTree, is_looked_at: Callable[[str], bool]) -> set[str]:
    """Return which files of the tree are no longer as they were written."""
    return {
        name
        for name in filter(is_looked_at, tree.names)
        if not tree.describe(name).is_as(find_stamp(f"{tree.folder}/{name}"))
    }


def take_others(tree: NewTree) -> None:
    """Take in what others wrote, or wrote over, in a folder that is no clone. Raises OSError.

    Folders that they left empty go: each of a site holds something of it.
    """
    names = tree.names
    empty: list[str] = []
    stamps = list_stamps(tree.folder, empty)
    if empty:
        remove_empty_folders(tree.folder)
    for name, found in stamps.items():
        path, stamp = f"{tree.folder}/{name}", found if is_file(found) else None
        known = tree.describe(name) if name in names else None
        if known and known.is_as(stamp):
            continue
        if known:
            tree.overwritten.add(name)
            tree.give_up(name)
        hashed = hash_file(path)
        former = tree.former.files.get(name) if tree.former else None
        if former and former.sha256 == hashed and stamp:
            _keep_time(tree, name, hashed)
            stamp = find_stamp(path)
        tree.files[name] = WrittenFile(hashed, stamp) if stamp else WrittenFile(hashed)


def _keep_time(tree: NewTree, name: str, hashed: bytes) -> None:
    data = Path(tree.folder, name).read_bytes()
    if tree.former and tree.former.holds(name, hashed, data):
        modified = tree.former.describe(name).modified
        os.utime(f"{tree.folder}/{name}", ns=(modified, modified))
