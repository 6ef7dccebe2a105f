"""What is in an output folder: one walk, however many files.

In: the folder. Out: the names of all that is no folder, with slashes, and by what a file is known
to be untouched.
"""

from __future__ import annotations

import os
import stat
from typing import TYPE_CHECKING

import msgspec

from ambassade.file_stamp import time_of
from ambassade.stop import environment_faults

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

# Size in bytes, time of change in nanoseconds.
Stamp = tuple[int, int]


def list_files(folder: Path) -> list[str]:
    """Return the paths of all that is no folder below `folder`, with slashes, sorted.

    A link counts as a file, whatever it leads to. Raises `EnvironmentFault`, also where one folder
    cannot be entered: what is hidden in there must not be taken for nothing.
    """
    with environment_faults(folder):
        return sorted(name for name, _ in walk(folder))


class Listing(msgspec.Struct, array_like=True):
    """All that is no folder below a folder: size and time of regular files, and numbers of all."""

    stamps: dict[str, Stamp | None] = msgspec.field(default_factory=dict)
    numbers: dict[str, int] = msgspec.field(default_factory=dict)

    def add(self, name: str, entry: os.DirEntry[str]) -> None:
        """Add what is no folder. Raises OSError."""
        found = entry.stat(follow_symlinks=False)
        self.stamps[name] = _stamp_of(found)
        self.numbers[name] = found.st_ino


def list_stamps(folder: Path, below: Iterable[str] = ("",)) -> Listing:
    """Return what is below `folder`, or in some of the folders there. Raises `EnvironmentFault`."""
    listing = Listing()
    with environment_faults(folder):
        for each in below:
            for name, entry in walk(folder, below=each):
                listing.add(name, entry)
    return listing


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


def find_stamp(path: str) -> Stamp | None:
    """Return size and time of a regular file; None of anything else or nothing."""
    try:
        return _stamp_of(os.lstat(path))
    except OSError:
        return None


def walk_stamps(folder: Path) -> Iterator[tuple[str, Stamp | None]]:
    """Yield all that is no folder below `folder`, in no order, with its stamp. Raises OSError."""
    for name, entry in walk(folder):
        yield name, _stamp_of(entry.stat(follow_symlinks=False))


def _stamp_of(found: os.stat_result) -> Stamp | None:
    return (found.st_size, time_of(found)) if stat.S_ISREG(found.st_mode) else None


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


def _children_of(names: Iterable[str]) -> dict[str, set[str]]:
    """Return what is in each folder, by its path with a slash at its end."""
    children: dict[str, set[str]] = {"": set()}
    for name in names:
        rest = name
        while rest:
            above, slash, own = rest.rpartition("/")
            there = children.get(above + slash)
            if there is not None:
                there.add(own)
                break
            children[above + slash] = {own}
            rest = above
    return children


def _names_in(folder: str) -> list[str]:
    try:
        return os.listdir(folder)  # noqa: PTH208 - names are what is wanted
    except (FileNotFoundError, NotADirectoryError):
        return []
