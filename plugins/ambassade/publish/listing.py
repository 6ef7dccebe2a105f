"""What is in an output folder: one walk, however many files.

In: the folder. Out: the names of all that is no folder, with slashes, and by what a file is known
to be untouched.
"""

from __future__ import annotations

import os
import stat
import struct
from collections.abc import Mapping
from struct import Struct
from typing import TYPE_CHECKING, Final

from ambassade.kept.file_stamp import number_of, time_of
from ambassade.stop import environment_faults

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

# Size in bytes, time of change in nanoseconds, number: packed, as there are many.
Stamp = bytes
Stamps = Mapping[str, Stamp]
PACKED: Final = Struct("<qqQ")
_pack = PACKED.pack
# The bits of a mode that tell what it is of.
KIND: Final = 0o170000
_NO_FILE: Final = -1  # in the place of a size: it is no regular file


def list_files(folder: Path) -> list[str]:
    """Return the paths of all that is no folder below `folder`, with slashes, sorted.

    A link counts as a file, whatever it leads to. Raises `EnvironmentFault`, also where one folder
    cannot be entered: what is hidden in there must not be taken for nothing.
    """
    with environment_faults(folder):
        return sorted(name for name, _ in walk(folder))


def list_stamps(folder: Path, empty: list[str] | None = None) -> dict[str, Stamp]:
    """Return what all is known by that is no folder below `folder`; `empty` as in `walk`.

    Raises `EnvironmentFault`.
    """
    with environment_faults(folder):
        return {name: stamp_of(entry) for name, entry in walk(folder, empty=empty)}


def walk(
    folder: Path, below: str = "", empty: list[str] | None = None
) -> Iterator[tuple[str, os.DirEntry[str]]]:
    """Yield all that is no folder below `folder`, in no order, or in one there. Raises OSError.

    `below` has a slash at its end. `empty` takes the folders in which nothing is.
    """
    folders = [(f"{folder}/{below}" if below else str(folder), below)]
    while folders:
        path, above = folders.pop()
        is_empty = True
        with os.scandir(path) as entries:
            for entry in entries:
                is_empty = False
                name = above + entry.name
                if entry.is_dir(follow_symlinks=False):
                    folders.append((entry.path, f"{name}/"))
                else:
                    yield name, entry
        if is_empty and empty is not None:
            empty.append(path)


def stamp_of(entry: os.DirEntry[str]) -> Stamp:
    """Return by what it is known. Raises OSError."""
    return pack_stamp(entry.stat(follow_symlinks=False))


def is_file(stamp: Stamp) -> bool:
    """Tell whether it is of a regular file."""
    size: int = PACKED.unpack(stamp)[0]
    return size != _NO_FILE


def find_stamp(path: str) -> Stamp | None:
    """Return by what a regular file is known; None of anything else or nothing."""
    try:
        stamp = find_entry(path)
    except OSError:
        return None
    return stamp if stamp and is_file(stamp) else None


def find_entry(path: str) -> Stamp | None:
    """Return by what is known whatever is no folder; None of a folder or nothing. Raises OSError."""
    try:
        found = os.lstat(path)
    except (FileNotFoundError, NotADirectoryError):
        return None
    return None if stat.S_ISDIR(found.st_mode) else pack_stamp(found)


def pack_stamp(found: os.stat_result) -> Stamp:
    """Return by what is known what was looked at."""
    # Not by the functions of `stat`: there are a hundred thousand.
    size = found.st_size if found.st_mode & KIND == stat.S_IFREG else _NO_FILE
    try:
        return _pack(size, found.st_mtime_ns, found.st_ino)
    except struct.error:  # of a year that nobody lives in
        return _pack(size, time_of(found), number_of(found))


def list_above(name: str) -> Iterator[str]:
    """Yield the folders that a file lies in."""
    above = name.rpartition("/")[0]
    while above:
        yield above
        above = above.rpartition("/")[0]
