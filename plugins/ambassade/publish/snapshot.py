"""Whether source files changed since they were read.

In: the paths, noted before they are read. Out: those that are no longer what they were. Of a folder
all that it holds must be noted: it changes when something comes that was not.
"""

import os
import stat
from collections.abc import Iterator, Mapping
from pathlib import Path

from ambassade.kept.file_stamp import FileStamp, stamp_of
from ambassade.paths.opened_folder import opened

# Whether it is a folder, and its stamp.
_Look = tuple[bool, FileStamp]
# Of editors: swap files, locks, copies.
_PASSING = (".", "#")


class Snapshot:
    """Size, times and inode of files at the moment they were noted."""

    def __init__(self) -> None:
        self._noted: dict[str, _Look | None] = {}
        self._listed: dict[str, Mapping[str, FileStamp]] = {}

    def note(self, path: Path, files: Mapping[str, FileStamp] | None = None) -> None:
        """Remember the file as it is now; also that it is not there.

        Of a folder that was just listed `files` are those in it, and what they were.
        """
        self._noted[str(path)] = _look_at(str(path))
        if files is not None:
            self._listed[str(path)] = files

    def changed(self) -> list[Path]:
        """Return the noted files that differ, are gone or have come, in the order of noting."""
        return [Path(path) for path in self._find_changed()]

    def _find_changed(self) -> Iterator[str]:
        for path, before in self._noted.items():
            now = _look_at(path)
            if now != before and self._is_changed(path, before, now):
                yield path
            if path in self._listed:
                yield from _find_changed(path, self._listed[path])

    def _is_changed(self, path: str, before: _Look | None, now: _Look | None) -> bool:
        if now is None or before is None or not (now[0] and before[0]):
            return True
        # A folder's time tells of what passes, too.
        known = self._listed.get(path, {})
        return any(
            name not in known and f"{path}/{name}" not in self._noted for name in _list(path)
        )


def _find_changed(folder: str, files: Mapping[str, FileStamp]) -> Iterator[str]:
    with opened(folder) as (descriptor, before):
        for name, stamp in files.items():
            try:
                found = os.stat(before + name, dir_fd=descriptor)
                is_same = stamp_of(found) == stamp and not stat.S_ISDIR(found.st_mode)
            except OSError:
                is_same = _look_at_link(f"{folder}/{name}") == (False, stamp)
            if not is_same:
                yield f"{folder}/{name}"


def _look_at(path: str) -> _Look | None:
    try:
        found = os.stat(path)  # noqa: PTH116 - as above
    except OSError:
        return _look_at_link(path)
    is_folder = stat.S_ISDIR(found.st_mode)
    return is_folder, stamp_of(found)


def _look_at_link(path: str) -> _Look | None:
    """Return what a link is that leads nowhere; None where there is nothing."""
    try:
        found = os.lstat(path)
    except OSError:
        return None
    return False, stamp_of(found)


def _list(folder: str) -> list[str]:
    try:
        names = os.listdir(folder)  # noqa: PTH208 - names are what is wanted
    except OSError:
        return []
    return [name for name in names if not name.startswith(_PASSING) and not name.endswith("~")]
