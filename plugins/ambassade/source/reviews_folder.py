"""What stands in `reviews/`: listed once, for who asks whether it changed and for who reads it."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from operator import attrgetter
from pathlib import Path

from ambassade.kept.file_stamp import FileStamp, stamp_of
from ambassade.paths.opened_folder import opened
from ambassade.source.links_outside import leads_outside
from ambassade.source.unfit import is_no_file
from ambassade.stop import environment_faults

# Hears of every file before it is read; of a folder that was just listed, which files are there, and what
# they were.
Note = Callable[[Path, Mapping[str, FileStamp] | None], None]


@dataclass(frozen=True, slots=True)
class ItemFolder:
    """A folder below `reviews/`, and what is in it: files by name, and the names of what are none.

    Of a file: size, times of change and of its entry in nanoseconds, number. Of neither are `links`,
    names that lead out of the site, `strange`, names of pipes and the like, and `garbled`, names that are
    no UTF-8.
    """

    path: Path
    files: Mapping[str, FileStamp]
    others: tuple[str, ...]
    links: tuple[str, ...] = ()
    strange: tuple[str, ...] = ()
    garbled: tuple[str, ...] = ()

    @property
    def slug(self) -> str:
        """The item's identifier."""
        return self.path.name


@dataclass(frozen=True, slots=True)
class ReviewsFolder:
    """A site's `reviews/`: the `folders` of items, which are its `others`; for the rest see ItemFolder."""

    path: Path
    files: Mapping[str, FileStamp]
    others: tuple[str, ...]
    links: tuple[str, ...]
    strange: tuple[str, ...]
    garbled: tuple[str, ...]
    folders: tuple[ItemFolder, ...]

    @property
    def count(self) -> int:
        """How many files the folders of items hold."""
        return sum(len(folder.files) for folder in self.folders)


def list_reviews(site: Path) -> ReviewsFolder:
    """Return what is in the `reviews/` of a site, sorted, without hidden files.

    Nothing where there is no such folder. Raises EnvironmentFault.
    """
    path = site / "reviews"
    there = _list(path, site) if path.is_dir() else ItemFolder(path, {}, ())
    folders = tuple(_list(path / name, site) for name in there.others)
    return ReviewsFolder(
        path, there.files, there.others, there.links, there.strange, there.garbled, folders
    )


def _list(path: Path, site: Path) -> ItemFolder:
    files: dict[str, FileStamp] = {}
    others, links, strange, garbled = [], [], [], []
    with (
        environment_faults(path),
        opened(path) as (descriptor, before),
        os.scandir(path if descriptor is None else descriptor) as entries,
    ):
        for entry in sorted(entries, key=attrgetter("name")):
            name = entry.name
            if name[0] == ".":
                continue
            if not name.isascii() and _is_garbled(name):
                garbled.append(name)
            elif entry.is_file(follow_symlinks=False):
                # Through the folder, which is sooner: there are 50,000.
                files[name] = stamp_of(os.lstat(before + name, dir_fd=descriptor))
            elif entry.is_symlink() and leads_outside(path / name, site):
                links.append(name)
            elif _is_folder(entry):
                others.append(name)
            elif is_no_file(entry):
                strange.append(name)
            else:
                files[name] = _stamp(entry)
    return ItemFolder(path, files, tuple(others), tuple(links), tuple(strange), tuple(garbled))


def _is_garbled(name: str) -> bool:
    """Tell whether the name of a file is no UTF-8: Python keeps its odd bytes as halves of pairs."""
    return any("\udc80" <= char <= "\udcff" for char in name)


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:  # a link to itself
        return False


def _stamp(entry: os.DirEntry[str]) -> FileStamp:
    try:
        found = entry.stat()
    except OSError:  # a link that leads nowhere, or to itself: reading it will say so
        found = entry.stat(follow_symlinks=False)
    return stamp_of(found)
