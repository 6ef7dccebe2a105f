"""Making and removing folders, however deep: Python's own calls end where its stack does."""

from __future__ import annotations

import os
import shutil
import stat
import sys
from contextlib import suppress
from pathlib import Path
from typing import Any, Final
from uuid import uuid4

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

    A folder that lets nobody in or change it is opened first. Raises `OSError`.
    """
    if not path.is_dir() or path.is_symlink():
        path.unlink(missing_ok=True)
        return
    try:
        _remove(path)
    except RecursionError:
        _raise_deep_ones(str(path))
        _remove(path)


def remove_empty_folders(folder: Path) -> None:
    """Remove the folders below `folder` in which no file is, however deep. Raises `OSError`."""
    found = [str(folder)]
    for path in found:
        with os.scandir(path) as entries:
            found += [entry.path for entry in entries if entry.is_dir(follow_symlinks=False)]
    for path in reversed(found[1:]):
        with suppress(OSError):
            os.rmdir(path)  # noqa: PTH106 - texts: there may be a thousand


def _remove(path: Path) -> None:
    # Python's own follows no link that somebody puts in a folder's place meanwhile.
    if sys.version_info >= (3, 12):
        shutil.rmtree(path, onexc=_open_and_remove)
    else:
        shutil.rmtree(path, onerror=_open_and_remove)


def _open_and_remove(_failed: object, name: str, told: Any) -> None:  # noqa: ANN401 - as Python gives it
    path = Path(name)
    if not os.path.lexists(path):
        return
    closed = [each for each in (path.parent, path) if _is_closed(each)]
    if not closed:
        error: OSError = told if isinstance(told, OSError) else told[1]
        # Python says the last part of it alone.
        error.filename = name
        raise error
    for each in closed:
        each.chmod(stat.S_IMODE(each.lstat().st_mode) | stat.S_IRWXU)
    remove_tree(path)


def _is_closed(path: Path) -> bool:
    """Tell whether its owner may not do all in a folder."""
    try:
        mode = os.lstat(path).st_mode
    except OSError:
        return False
    return stat.S_ISDIR(mode) and mode & stat.S_IRWXU != stat.S_IRWXU


def _raise_deep_ones(top: str) -> None:
    """Bring the folders that lie deep up to below `top`. Raises `OSError`."""
    left = [(top, 0)]
    while left:
        above, depth = left.pop()
        with os.scandir(above) as found:
            folders = [entry.path for entry in found if entry.is_dir(follow_symlinks=False)]
        for folder in folders:
            if depth < _DEEP:
                left.append((folder, depth + 1))
            else:
                higher = f"{top}/{uuid4().hex}"
                os.rename(folder, higher)  # noqa: PTH104 - texts: there may be a thousand
                left.append((higher, 1))
