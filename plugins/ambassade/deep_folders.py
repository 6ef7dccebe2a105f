"""Making and removing folders, however deep: Python's own calls end where its stack does."""

from __future__ import annotations

import os
import stat
from contextlib import suppress
from typing import TYPE_CHECKING, Final
from uuid import uuid4

if TYPE_CHECKING:
    from pathlib import Path

# From here on a folder is brought up, so that no path becomes longer than the system takes.
_DEEP: Final = 8


def make_folders(folder: Path | str) -> None:
    """Make a folder and those above it, where they are not. Raises `OSError`."""
    missing, above = [], str(folder)
    while not os.path.isdir(above):  # noqa: PTH112 - texts: there may be a thousand
        missing.append(above)
        parent = os.path.dirname(above)  # noqa: PTH120 - as above
        if parent in {"", above}:
            break
        above = parent
    for each in reversed(missing):
        try:
            os.mkdir(each)  # noqa: PTH102 - as above
        except FileExistsError:
            if not os.path.isdir(each):  # noqa: PTH112 - another process may have been first
                raise


def remove_tree(path: Path) -> None:
    """Remove a folder with all it holds, or a file or a link there; nothing there is fine.

    A folder that lets nobody in or change it is opened first. What is refused stays, with what it lies
    in; all else is removed, and then the first refusal is raised, an `OSError`.
    """
    if not path.is_dir() or path.is_symlink():
        path.unlink(missing_ok=True)
        return
    top, refused = str(path), list[OSError]()
    left, emptied = [(top, 0)], []
    while left:
        folder, depth = left.pop()
        emptied.append(folder)
        try:
            for entry in _enter(folder):
                below = _remove(entry, top if depth >= _DEEP else None, refused)
                if below is not None:
                    left.append((below, depth + 1 if below == entry.path else 1))
        except OSError as error:
            _keep(error, refused)
    for folder in reversed(emptied):
        try:
            os.rmdir(folder)  # noqa: PTH106 - texts: there are thousands
        except OSError as error:
            _keep(error, refused)
    if refused:
        raise refused[0]


def _remove(entry: os.DirEntry[str], top: str | None, refused: list[OSError]) -> str | None:
    """Remove what is no folder. Return where a folder is, brought up to below `top` if that is given."""
    try:
        if not entry.is_dir(follow_symlinks=False):
            os.unlink(entry.path)  # noqa: PTH108 - for 50,000 files
            return None
        if top is None:
            return entry.path
        _open(entry.path)
        higher = f"{top}/{uuid4().hex}"
        os.rename(entry.path, higher)  # noqa: PTH104 - as above
    except OSError as error:
        _keep(error, refused)
        return None
    return higher


def _enter(folder: str) -> list[os.DirEntry[str]]:
    _open(folder)
    with os.scandir(folder) as found:
        return list(found)


def _open(folder: str) -> None:
    """Let its owner do all in a folder."""
    mode = os.lstat(folder).st_mode
    if mode & stat.S_IRWXU != stat.S_IRWXU:
        with suppress(PermissionError):  # others' folder, in which we may do all nevertheless
            os.chmod(folder, stat.S_IMODE(mode) | stat.S_IRWXU)  # noqa: PTH101 - as above


def _keep(error: OSError, refused: list[OSError]) -> None:
    if not isinstance(error, FileNotFoundError):
        refused.append(error)
