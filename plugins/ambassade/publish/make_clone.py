"""A folder that holds some files of a site already, or anything: mended until it holds them all, by links.

In: the former site, and the folder. Out: when its folders changed, for the next time. What is there is looked
at, but for folders that nobody touched, and those of files only that have lost no name.
"""

from __future__ import annotations

import os
from array import array
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, cast

from ambassade.paths.deep_folders import remove_tree
from ambassade.paths.opened_folder import opened
from ambassade.publish.folders import UNKNOWN, find_path, find_time, is_above, list_children

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ambassade.publish.former_site import FormerSite

_LOOKS_AFTER = 500


def make_clone(former: FormerSite, folder: Path) -> bytes | None:
    """Give `folder` the files of the `former` site, and return when its folders changed.

    None where the disk knows no links, or is full: what is left then may be anything. It ends early in a
    process whose parent is gone.
    """
    if former.folders.lead_out:
        return None
    mending = _Mending(former, folder, former.folders.list_paths())
    doubtful = mending.find_doubtful()
    try:
        below = mending.look_at(sorted(doubtful))
        mending.look_at(sorted(below - doubtful))
    except (OSError, _NoCloneError):
        return None
    return mending.times.tobytes()


class _NoCloneError(Exception):
    """Somebody else is at work, or was at what is kept; or nobody waits any more."""


@dataclass(slots=True)
class _Mending:
    """Lets the folders `paths` below `folder` hold what they do in the `former` site. `times`: of each."""

    former: FormerSite
    folder: Path
    paths: Sequence[str]
    times: array[int] = field(init=False)
    _parent: int = field(default_factory=os.getppid)

    def __post_init__(self) -> None:
        self.times = array("q", self.former.folders.spare)

    def find_doubtful(self) -> set[int]:
        """Return the numbers of folders that may not hold what they did.

        One of files alone does: a file of it has two names as long as it is there, and is looked at where it
        is served.
        """
        unpaired = self.former.unpaired
        if unpaired is None:
            return {*range(len(self.paths))}
        following = enumerate(pairwise(self.paths))
        above = {number for number, (path, after) in following if after.startswith(path)}
        unknown = {number for number, time in enumerate(self.times) if time == UNKNOWN}
        folders = {name[: name.rfind("/") + 1] for name in unpaired}
        lost = {find_path(self.paths, each) for each in folders} - {None}
        return above | unknown | cast("set[int]", lost)

    def look_at(self, numbers: Iterable[int]) -> set[int]:
        """Mend folders, sorted, that changed; return those that lie in one that was mended.

        Raises _NoCloneError, OSError.
        """
        found = set[int]()
        with opened(self.folder) as (descriptor, before):
            for looked, number in enumerate(numbers):
                if looked % _LOOKS_AFTER == 0 and os.getppid() != self._parent:
                    raise _NoCloneError
                path = before + self.paths[number]
                time = find_time(path, descriptor)
                if time is None:  # those above were mended
                    raise _NoCloneError
                if time == UNKNOWN or time != self.times[number]:
                    found |= self._mend(self.paths[number])
                    self.times[number] = find_time(path, descriptor) or UNKNOWN
        return found

    def _mend(self, below: str) -> set[int]:
        names = self.former.files.names
        if not is_above(names, below):
            raise _NoCloneError
        wanted = {*list_children(names, below)}
        inside = {find_path(self.paths, below + each) for each in wanted}
        _mend(self.former, self.folder, below, wanted)
        return cast("set[int]", inside - {None})


def _mend(former: FormerSite, folder: Path, below: str, wanted: set[str]) -> None:
    """Let a folder hold the `wanted` files and folders of the former site alone. Raises OSError."""
    path = f"{folder}/{below}"
    with os.scandir(path) as entries:
        there = {
            f"{entry.name}/" if entry.is_dir(follow_symlinks=False) else entry.name: entry.inode()
            for entry in entries
        }
    for name, number in there.items():
        file = former.files.get(below + name)
        if name in wanted and (file is None or file.number == number):
            wanted.remove(name)
        else:
            remove_tree(Path(path + name))
    for name in wanted:
        if name.endswith("/"):
            os.mkdir(path + name)  # noqa: PTH102 - there may be 50,000
        else:
            os.link(f"{former.folder}/{below}{name}", path + name)
