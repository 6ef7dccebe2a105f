"""What is in an output folder: one walk, however many files.

In: the folder. Out: the names of all that is no folder, with slashes, and by what a file is known
to be untouched.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from ambassade.file_stamp import time_of
from ambassade.stop import environment_faults

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator
    from pathlib import Path

# Size in bytes, time of change in nanoseconds, number.
Stamp = tuple[int, int, int]
NO_FILE: Final = -1  # in the place of a size: it is no regular file
Stamps = Mapping[str, Stamp]


def list_files(folder: Path) -> list[str]:
    """Return the paths of all that is no folder below `folder`, with slashes, sorted.

    A link counts as a file, whatever it leads to. Raises `EnvironmentFault`, also where one folder
    cannot be entered: what is hidden in there must not be taken for nothing.
    """
    with environment_faults(folder):
        return sorted(name for name, _ in walk(folder))


def list_stamps(folder: Path, below: Iterable[str] = ("",)) -> dict[str, Stamp]:
    """Return what all is known by that is no folder below `folder`, or in some of the folders there.

    Raises `EnvironmentFault`.
    """
    with environment_faults(folder):
        return {name: stamp_of(entry) for each in below for name, entry in walk(folder, below=each)}


def walk(
    folder: Path, empty: list[str] | None = None, below: str = ""
) -> Iterator[tuple[str, os.DirEntry[str]]]:
    """Yield all that is no folder below `folder`, in no order, or in one there. Raises OSError.

    `empty` takes the folders in which nothing is. `below` has a slash at its end.
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
        if is_empty and above and empty is not None:
            empty.append(above.removesuffix("/"))


def stamp_of(entry: os.DirEntry[str]) -> Stamp:
    """Return by what it is known. Raises OSError."""
    return _stamp_of(entry.stat(follow_symlinks=False))


def find_stamp(path: str) -> Stamp | None:
    """Return by what a regular file is known; None of anything else or nothing."""
    try:
        stamp = _stamp_of(os.lstat(path))
    except OSError:
        return None
    return None if stamp[0] == NO_FILE else stamp


def _stamp_of(found: os.stat_result) -> Stamp:
    size = found.st_size if stat.S_ISREG(found.st_mode) else NO_FILE
    return size, time_of(found), found.st_ino


def find_new(folder: Path, known: Iterable[str]) -> list[str]:
    """Return the paths of all that is no folder below `folder` and not among the `known` ones.

    Folders in which there was nothing known are looked through; of the others names are enough, which
    takes half the time of a walk. Raises EnvironmentFault.
    """
    new = []
    with environment_faults(folder):
        for above, names in _children_of(known).items():
            new += [above + name for name in _names_in(f"{folder}/{above}") if name not in names]
        return [each for name in new for each in _all_at(folder, name)]


def _all_at(folder: Path, name: str) -> Iterator[str]:
    """Yield the path, or those of what is in it where it is a folder."""
    path = folder / name
    if path.is_dir() and not path.is_symlink():
        yield from (f"{name}/{each}" for each, _ in walk(path))
    else:
        yield name


def _children_of(names: Iterable[str]) -> dict[str, Collection[str]]:
    """Return what is in each folder, by its path with a slash at its end."""
    # Most hold one file: for a hundred thousand of them, a set of each would be too much.
    children: dict[str, Collection[str]] = {"": ()}
    for name in names:
        rest = name
        while rest:
            above, slash, own = rest.rpartition("/")
            there = children.get(above + slash)
            if isinstance(there, set):
                there.add(own)
                break
            children[above + slash] = (own,) if there is None else {*there, own}
            if there is not None:
                break
            rest = above
    return children


def _names_in(folder: str) -> list[str]:
    try:
        return os.listdir(folder)  # noqa: PTH208 - names are what is wanted
    except (FileNotFoundError, NotADirectoryError):
        return []
