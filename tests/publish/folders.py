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


def let_time_pass(folder: Path) -> None:
    """Wait until what changes on a folder's disk has another time: what builds go by is seconds old."""
    clock = folder.with_name(f"{folder.name}.clock")
    clock.touch()
    began = clock.stat().st_ctime_ns
    while clock.stat().st_ctime_ns == began:
        clock.write_bytes(b"")
    clock.unlink()
