"""What is in the folders of a served site that is not of it: of each that changed since it was noted.

In: the folders, and when each changed. Out: files that others put there.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import msgspec

from ambassade.paths.opened_folder import opened
from ambassade.publish.folders import UNKNOWN, Folders, find_path, find_settled, find_time
from ambassade.publish.listing import Stamp, stamp_of, walk

if TYPE_CHECKING:
    from collections.abc import Container, Iterable
    from pathlib import Path


class Seen(msgspec.Struct, array_like=True):
    """What was found in folders: files that are not known, and by number when those that changed did."""

    other: dict[str, Stamp] = msgspec.field(default_factory=dict)
    times: dict[int, int] = msgspec.field(default_factory=dict)


class FolderLook:
    """Finds what is in the `folders` that are served below `root`, and is not of the `files`."""

    def __init__(self, root: Path, folders: Folders, files: Container[str]) -> None:
        self._root, self._files, self._paths = root, files, folders.list_paths()
        self._times = memoryview(folders.served).cast("q")
        # Files are looked at as well, before or after: what comes between is to be seen the next time.
        self._latest = find_settled()

    def __len__(self) -> int:
        """Return how many folders there are."""
        return len(self._paths)

    def look(self, numbers: Iterable[int]) -> Seen:
        """Return what is in some of the folders, by number. Raises OSError."""
        seen = Seen()
        paths, times = self._paths, self._times
        with opened(self._root) as (descriptor, before):
            for number in numbers:
                time = find_time(before + paths[number], descriptor)
                if time is None:
                    seen.times[number] = UNKNOWN
                elif time != times[number] or time == UNKNOWN:
                    is_as_known = self._list(paths[number], seen.other)
                    seen.times[number] = time if is_as_known and time <= self._latest else UNKNOWN
        return seen

    def _list(self, folder: str, other: dict[str, Stamp]) -> bool:
        """Add what is not of the site to `other`; tell whether nothing is, nor any folder."""
        is_as_known = True
        with os.scandir(f"{self._root}/{folder}") as entries:
            for entry in entries:
                path = folder + entry.name
                if entry.is_dir(follow_symlinks=False):
                    if find_path(self._paths, f"{path}/") is None:
                        is_as_known = False
                        found = walk(self._root, below=f"{path}/")
                        other |= {each: stamp_of(one) for each, one in found}
                elif path not in self._files:
                    is_as_known = False
                    other[path] = stamp_of(entry)
        return is_as_known
