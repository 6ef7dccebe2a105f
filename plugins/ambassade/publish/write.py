"""Writing new files below one folder and nowhere else.

In: the folder, paths with slashes, bytes. Out: the files, with the folders they need.
"""

import os
import stat
from pathlib import Path

from ambassade.publish.listing import Stamp, pack_stamp
from ambassade.stop import environment_faults

_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)


# Nearly every page has a folder of its own, and nobody asks for that again.
_MOST_KNOWN = 5000


class NewFiles:
    """Writes below the folder `root`. What it made or looked at just before is not looked at again."""

    def __init__(self, root: Path) -> None:
        self.root = str(root)
        self._known = {self.root}

    def write(self, relative: str, data: bytes | bytearray) -> Stamp:
        """Write a new file; return by what it is known.

        Raises `ValueError`, as it is a bug, for a path that leaves the root or a file written twice
        (which of two would stay is chance); `EnvironmentFault` when the system refuses.
        """
        check_path(relative)
        path = f"{self.root}/{relative}"
        with environment_faults(path):
            try:
                self._enter(path.rpartition("/")[0], relative)
                return _write_new(path, data)
            except (FileExistsError, NotADirectoryError) as error:
                message = f"two files want the path {relative!r} in {self.root}"
                raise ValueError(message) from error

    def _enter(self, folder: str, relative: str) -> None:
        """Make `folder` and those above it where they are not; none may lead out of the root."""
        new = []
        if len(self._known) > _MOST_KNOWN:
            self._known = {self.root}
        while folder not in self._known:
            new.append(folder)
            folder = folder.rpartition("/")[0]
        for each in reversed(new):
            try:
                os.mkdir(each)  # noqa: PTH102 - there are 50,000
            except FileExistsError:
                self._look_at(each, relative)
            self._known.add(each)

    def _look_at(self, folder: str, relative: str) -> None:
        mode = os.lstat(folder).st_mode
        if stat.S_ISDIR(mode):
            return
        if not stat.S_ISLNK(mode):
            raise NotADirectoryError(folder)
        real, root = Path(os.path.realpath(folder)), os.path.realpath(self.root)
        if not real.is_relative_to(root):
            message = f"{relative!r} leads out of {self.root}"
            raise ValueError(message)


def _write_new(path: str, data: bytes | bytearray) -> Stamp:
    # `open` asks the system twice as often, and there are a hundred thousand.
    file = os.open(path, _NEW, 0o666)
    try:
        left = memoryview(data)
        while left:
            left = left[os.write(file, left) :]
        return pack_stamp(os.fstat(file))
    finally:
        os.close(file)


def check_path(relative: str) -> None:
    """Raise `ValueError` for what is no path below a folder, with slashes."""
    if "\\" in relative or "\0" in relative or not {"", ".", ".."}.isdisjoint(relative.split("/")):
        message = f"{relative!r} is no path below a folder"
        raise ValueError(message)
