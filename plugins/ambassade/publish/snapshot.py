"""Whether source files changed since they were read.

In: the paths, noted before they are read. Out: those that are no longer what they were. Of a folder
all that it holds must be noted: it changes when something comes that was not.
"""

import os
import stat
from pathlib import Path

from ambassade.file_stamp import FileStamp, stamp_of

_Look = tuple[bool, int, int, int, int]
# Of editors: swap files, locks, copies.
_PASSING = (".", "#")


class Snapshot:
    """Size, times and inode of files at the moment they were noted."""

    def __init__(self) -> None:
        self._noted: dict[str, _Look | None] = {}

    def note(self, path: Path | str, stamp: FileStamp | None = None) -> None:
        """Remember the file as it is now; also that it is not there.

        Of a file that was just looked at `stamp` is size, times of change and of its entry, number.
        """
        self._noted[str(path)] = (False, *stamp) if stamp else _look_at(str(path))

    def changed(self) -> list[Path]:
        """Return the noted files that differ, are gone or have come, in the order of noting."""
        looks = ((path, before, _look_at(path)) for path, before in self._noted.items())
        different = [look for look in looks if look[1] != look[2]]
        return [
            Path(path) for path, before, now in different if self._is_changed(path, before, now)
        ]

    def _is_changed(self, path: str, before: _Look | None, now: _Look | None) -> bool:
        if now is None or before is None or not (now[0] and before[0]):
            return True
        # A folder's time tells of what passes, too.
        return any(os.path.join(path, name) not in self._noted for name in _list(path))  # noqa: PTH118 - texts


def _look_at(path: str) -> _Look | None:
    try:
        found = os.stat(path)  # noqa: PTH116 - a third faster, and there are 50,000
    except OSError:
        return _look_at_link(path)
    is_folder = stat.S_ISDIR(found.st_mode)
    return is_folder, *stamp_of(found)


def _look_at_link(path: str) -> _Look | None:
    """Return what a link is that leads nowhere; None where there is nothing."""
    try:
        found = os.lstat(path)
    except OSError:
        return None
    return False, *stamp_of(found)


def _list(folder: str) -> list[str]:
    try:
        names = os.listdir(folder)  # noqa: PTH208 - names are what is wanted
    except OSError:
        return []
    return [name for name in names if not name.startswith(_PASSING) and not name.endswith("~")]
