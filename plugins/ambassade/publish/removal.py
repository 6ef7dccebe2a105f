"""Removing what a build left under a name of its own."""

import os
import shutil
import stat
import sys
from pathlib import Path
from typing import Any


def remove_tree(path: Path) -> None:
    """Remove a folder with all it holds, or a file or a link there; nothing there is fine.

    A folder that lets nobody in or change it is opened first. Raises `OSError`.
    """
    if path.is_dir() and not path.is_symlink():
        if sys.version_info >= (3, 12):
            shutil.rmtree(path, onexc=_open_and_remove)
        else:
            shutil.rmtree(path, onerror=_open_and_remove)
    else:
        path.unlink(missing_ok=True)


def _open_and_remove(_failed: object, name: str, told: Any) -> None:  # noqa: ANN401 - as Python gives it
    path = Path(name)
    if not os.path.lexists(path):
        return
    closed = [each for each in (path.parent, path) if _is_closed(each)]
    if not closed:
        raise told if isinstance(told, BaseException) else told[1]
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
