"""The new site as it grows in its folder, which may begin as a clone of the former one.

In: files as bytes, or names of files that stay as they are. Out: the folder holds those and no
others, and their list. A file that did not change is not written again where the folder is a clone;
elsewhere it gets its former time, so that rsync and web servers see it as unchanged.
"""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from ambassade.output_place import MANIFEST_NAME
from ambassade.paths.deep_folders import remove_tree
from ambassade.paths.folded_path import fold_path
from ambassade.publish.clone import remove_file
from ambassade.publish.listing import list_above, list_files
from ambassade.publish.manifest import WrittenFile, make_manifest
from ambassade.publish.write import NewFiles, check_path
from ambassade.publish.written_files import WrittenFiles
from ambassade.stop import environment_faults

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ambassade.publish.former_site import FormerSite


class Reserved(Exception):  # noqa: N818 - who takes whose place is for Pelican's run to settle
    """A file of ours comes where one is that Pelican copied."""


@dataclass(slots=True)
class NewTree:
    """A new site below `folder`. `files`: all that was put there, by path; of the former's files most stay.

    `taken`: files of others that gave way to ours, `overwritten` ours that did. `reserved`: files of
    others that stay in a clone.
    """

    folder: Path
    former: FormerSite | None = None
    is_clone: bool = False
    files: dict[str, WrittenFile] = field(default_factory=dict)
    taken: list[str] = field(default_factory=list)
    overwritten: set[str] = field(default_factory=set)
    reserved: frozenset[str] = frozenset()
    _foreign: frozenset[str] = frozenset()
    # Of the former's: nearly all stay, and a set of those would be large.
    _leaving: set[str] = field(init=False)
    _new: NewFiles = field(init=False)
    _reserved: frozenset[str] = field(init=False)
    _above_reserved: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        """Open the folder."""
        self._new = NewFiles(self.folder)
        self._leaving = set(self.former.files.names) if self.former else set()
        self._reserved = frozenset(map(fold_path, self.reserved))
        self._above_reserved = frozenset(
            above for name in self._reserved for above in list_above(name)
        )

    def find_foreign(self) -> None:
        """Learn which files others wrote into the folder: they give way. Raises EnvironmentFault."""
        self._foreign = frozenset(list_files(self.folder))

    def write(self, name: str, data: bytes) -> WrittenFile:
        """Write a file, unless it is there already with these bytes.

        Raises ValueError for a path that leaves the folder or was written before; Reserved where another's
        file is at it, above or below it; EnvironmentFault.
        """
        check_path(name)
        if name in self.files or self.stays(name):
            message = f"two files want the path {name!r} in {self.folder}"
            raise ValueError(message)
        self._check_reserved(name)
        hashed = sha256(data).digest()
        former = self.former if self.former and self.former.holds(name, hashed, data) else None
        if former and self.is_clone:
            file = former.describe(name)
        else:
            file = self._write_anew(name, data, hashed, former)
        self.files[name] = file
        return file

    def note(self, name: str, file: WrittenFile) -> None:
        """Count a file that another process wrote into the folder, or this one.

        Raises ValueError where two are written at one path.
        """
        if name in self._foreign:
            self._foreign -= {name}
            self.taken.append(name)
        if self.files.setdefault(name, file) != file:
            message = f"two files want the path {name!r} in {self.folder}"
            raise ValueError(message)

    def _check_reserved(self, name: str) -> None:
        if not self.reserved or (
            self.former and name in self.former.files and name not in self.reserved
        ):
            return
        path = fold_path(name)
        if {path, *list_above(path)} & self._reserved or path in self._above_reserved:
            raise Reserved(name)

    def _write_anew(
        self, name: str, data: bytes, hashed: bytes, former: FormerSite | None
    ) -> WrittenFile:
        self.clear(name)
        file = WrittenFile(hashed, self._new.write(name, data))
        if former:
            file = file.at(former.describe(name).modified)
            path = f"{self.folder}/{name}"
            with environment_faults(path):
                os.utime(path, ns=(file.modified, file.modified))
        return file

    def write_again(self, name: str, data: bytes) -> None:
        """Write a file of ours that others changed or removed. Raises EnvironmentFault."""
        path = self.folder / name
        with environment_faults(path):
            path.unlink(missing_ok=True)
        self.give_up(name)
        self.files[name] = self._write_anew(name, data, sha256(data).digest(), None)

    def clear(self, name: str) -> None:
        """Make room for a file of ours. Raises EnvironmentFault."""
        path = f"{self.folder}/{name}"
        with environment_faults(path):
            if self.is_clone:
                self._clear_way(name)
            elif name in self._foreign:
                os.unlink(path)  # noqa: PTH108 - as in NewFiles
                self._foreign -= {name}
                self.taken.append(name)

    def _clear_way(self, name: str) -> None:
        """Remove what is in the way: a file, or what was a folder, or was none, in the former site."""
        former = self.former.files if self.former else WrittenFiles()
        for above in list_above(name):
            if above in former and not os.path.isdir(f"{self.folder}/{above}"):  # noqa: PTH112
                Path(self.folder, above).unlink(missing_ok=True)
        path = f"{self.folder}/{name}"
        try:
            os.unlink(path)  # noqa: PTH108 - as above
        except FileNotFoundError:
            pass
        except OSError:
            if not os.path.isdir(path):  # noqa: PTH112 - as above
                raise
            remove_tree(Path(path))

    def carry(self, name: str) -> WrittenFile:
        """Let a file of the former site stay as it is. Raises OSError."""
        if self.former is None:
            message = f"{name!r} of no former site is to be carried over"
            raise ValueError(message)
        if not self.is_clone:
            self.clear(name)
            self.former.carry(name, self.folder)
        self.let_stay((name,))
        return self.former.describe(name)

    def let_stay(self, names: Iterable[str]) -> None:
        """Count files of the former site, which are in the folder by now."""
        self._leaving.difference_update(names)

    def give_up(self, name: str) -> None:
        """Count a file no longer that was to stay."""
        if self.former and name in self.former.files:
            self._leaving.add(name)

    def stays(self, name: str) -> bool:
        """Tell whether it is a file of the former site that stays."""
        return bool(self.former and name in self.former.files) and name not in self._leaving

    @property
    def names(self) -> set[str]:
        """The paths of all its files."""
        former = self.former.files.names if self.former else ()
        return {*former} - self._leaving - {MANIFEST_NAME} | self.files.keys()

    def describe(self, name: str) -> WrittenFile:
        """Return what is known of one of its files."""
        file = self.files.get(name)
        if file is None and self.former is not None:
            file = self.former.describe(name)
        if file is None:
            raise KeyError(name)
        return file

    def finish(self) -> tuple[bytes, WrittenFiles]:
        """Remove what is of the former site alone, and list the rest.

        Return a hash of the list, and what is known of it and of what it lists. Raises WrongUsage
        where something to be removed is somebody else's; EnvironmentFault.
        """
        with environment_faults(self.folder):
            gone = self._leaving - self.files.keys() - {MANIFEST_NAME}
            if self.former:
                self.former.check_listed(gone)
            for name in gone if self.is_clone else ():
                remove_file(self.folder, name)
            # What is left of a set of all files is as large as they were.
            self._leaving = {*self._leaving}
            files = self.list_files()
            listed = make_manifest(files.names, files.hashes)
            key = sha256(listed).digest()
            own = self._write_list(listed, key)
        # Of a large site it is large.
        del listed
        return key, files.after((), {MANIFEST_NAME: own})

    def list_files(self) -> WrittenFiles:
        """Return all that is known of its files, but for their list."""
        if self.former is None:
            return WrittenFiles.of(self.files)
        return self.former.files.after({*self._leaving, MANIFEST_NAME}, self.files)

    def _write_list(self, listed: bytearray, key: bytes) -> WrittenFile:
        is_same = self.former is not None and self.former.key == key
        own = self.former.files.get(MANIFEST_NAME) if self.former and is_same else None
        if own and self.is_clone:
            return own
        self.clear(MANIFEST_NAME)
        file = WrittenFile(b"", self._new.write(MANIFEST_NAME, listed))
        if own:
            file = file.at(own.modified)
            os.utime(self.folder / MANIFEST_NAME, ns=(file.modified, file.modified))
        return file

    def list_changed(self) -> set[str]:
        """Return the files that came, changed or went since the former site, or are not the same file."""
        former = self.former.files if self.former else WrittenFiles()
        changed = self.files.keys() | self._leaving
        if self.is_clone:
            changed -= {
                name for name in changed & former.keys() if self.files.get(name) == former[name]
            }
        return changed
