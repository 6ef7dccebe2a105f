"""What others did in the folder of a new site, such as Pelican and its plugins.

In: the folder, and what is known of the files in it. Out: which of ours were changed; all else counts as
the site's, as it is.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from ambassade.output_place import MANIFEST_NAME
from ambassade.paths.deep_folders import remove_empty_folders, remove_tree
from ambassade.publish.listing import find_stamp, is_file, list_stamps
from ambassade.publish.manifest import WrittenFile, hash_file
from ambassade.stop import environment_faults

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ambassade.publish.new_tree import NewTree


def find_changed(tree: NewTree) -> set[str]:
    """Return which files of the tree are no longer as they were written, or are gone."""
    return {
        name
        for name in tree.names
        if not tree.describe(name).is_as(find_stamp(f"{tree.folder}/{name}"))
    }


def find_lost(tree: NewTree, changed: Iterable[str]) -> list[str]:
    """Return which of the changed files are gone, or are no files any more, sorted."""
    return sorted(name for name in changed if find_stamp(f"{tree.folder}/{name}") is None)


def take_back_list(tree: NewTree) -> list[str]:
    """Remove the list of the site's files, which is not made yet: return its name if others made one.

    Raises EnvironmentFault.
    """
    path = tree.folder / MANIFEST_NAME
    with environment_faults(path):
        if not os.path.lexists(path):
            return []
        if path.is_dir() and not path.is_symlink():
            remove_tree(path)
        else:
            path.unlink()
    return [MANIFEST_NAME]


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
