"""What a folder holds, for expectations; and the types of the fixtures `start` and `mount`."""

from collections.abc import Callable
from pathlib import Path
from subprocess import Popen

Start = Callable[..., Popen[str]]
Mount = Callable[..., None]


def names_in(folder: Path) -> list[str]:
    """Return the names in a folder, sorted."""
    return sorted(path.name for path in folder.iterdir())


def read_tree(folder: Path) -> dict[str, bytes]:
    """Return the bytes of all files below a folder."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }
