"""Removing what a build left under a name of its own."""

import shutil
from pathlib import Path


def remove_tree(path: Path) -> None:
    """Remove a folder with all it holds, or a file or a link there; nothing there is fine.

    Raises `OSError`.
    """
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)
