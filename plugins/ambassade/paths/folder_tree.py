"""What lies below a folder that people write: one walk, which goes no deeper than they do.

Python's own walks call themselves once a level and end where its stack does, Pelican's among them.
"""

from __future__ import annotations

import errno
import os
from pathlib import Path
from typing import TYPE_CHECKING, Final

from ambassade.stop import environment_faults

if TYPE_CHECKING:
    from collections.abc import Iterator

# Pelican follows links, of which a system lets 40 be in a path: with so many levels each it stays below
# the 1000 calls of Python.
DEEPEST: Final = 20
# In bytes; the system's own end, mostly 4096, leaves room for where the site is and where it is built.
LONGEST: Final = 2000
# What is no folder any more, or has no end: reading what is in it would say so. One that lets nobody in is
# not empty: its stories would be gone from the site.
_PASSED_OVER: Final = {errno.ENOENT, errno.ENOTDIR, errno.ELOOP, errno.ENAMETOOLONG}


def walk_tree(folder: Path, beyond: list[Path] | None = None) -> Iterator[os.DirEntry[str]]:
    """Yield all that is below `folder`, folders too, in no order; links are not followed.

    `beyond` takes the folders that lie too deep, or have too long a path, to be entered. Raises
    EnvironmentFault, also where a folder lets nobody in.
    """
    left, longest = [(str(folder), 0)], _length(str(folder)) + LONGEST
    while left:
        path, depth = left.pop()
        for entry in _entries(path):
            yield entry
            if not entry.is_dir(follow_symlinks=False):
                continue
            if depth < DEEPEST and _length(entry.path) <= longest:
                left.append((entry.path, depth + 1))
            elif beyond is not None:
                beyond.append(Path(entry.path))


def list_tree(folder: Path) -> list[Path]:
    """Return the paths of all that `walk_tree` yields, sorted. Raises EnvironmentFault."""
    return sorted(Path(entry.path) for entry in walk_tree(folder))


def _entries(path: str) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(path) as found:
            return list(found)
    except OSError as error:
        with environment_faults(path):
            if error.errno not in _PASSED_OVER:
                raise
        return []


def _length(path: str) -> int:
    return len(os.fsencode(path))
