"""What is kept in `.ambassade/` between builds, in files that may be damaged, foreign or gone.

A file holds what it is for, a hash of its own name and of all that follows, and the bytes that were
kept. It only spares time: whoever finds nothing whole does the work again.
"""

from __future__ import annotations

import os
from contextlib import contextmanager, suppress
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, TypeVar

import msgspec

from ambassade.paths.deep_folders import make_folders, remove_tree

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from ambassade.site_folder import SiteFolder

T = TypeVar("T")

FOLDER = ".ambassade"
UNFINISHED = ".new"
# To open a file of ours; of a pipe in its place, without waiting for who writes to it.
AT_ONCE = getattr(os, "O_NONBLOCK", 0)
DIGEST = 16
_PIECE = 1 << 16


class NotWhole(ValueError):  # noqa: N818 - it says what the file is
    """The file is there, and is not what was kept."""


def kept_path(folder: SiteFolder, kind: str, *, drafts: bool) -> Path:
    """Return where things of a `kind` are kept of the site in `folder`, as its settings show it."""
    name = folder.settings_files[-1].stem + ("-drafts" if drafts else "")
    return folder.root / FOLDER / kind / name


def digest(*parts: bytes | memoryview) -> bytes:
    """Return a hash of `parts`, which are told apart."""
    hashed = blake2b(digest_size=DIGEST)
    for part in parts:
        hashed.update(len(part).to_bytes(8, "big"))
        hashed.update(part)
    return hashed.digest()


def read_kept(path: Path, purpose: str) -> memoryview | None:
    """Return what was kept in `path` for `purpose`, None if nothing is there. Raises NotWhole."""
    try:
        whole = read_whole(path)
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:
        raise NotWhole(path.name) from error
    head = purpose.encode() + b"\n"
    data = memoryview(whole)[len(head) + DIGEST :]
    mark = _begin_mark(path)
    mark.update(data)
    if whole[: len(head) + DIGEST] != head + mark.digest():
        raise NotWhole(path.name)
    return data


def read_whole(path: Path) -> bytes:
    """Return what a file of ours holds; of a pipe in its place, what is in it now. Raises `OSError`."""
    parts = []
    with _opened(os.fspath(path)) as file:
        wanted = os.fstat(file).st_size or _PIECE
        with suppress(BlockingIOError):
            while part := os.read(file, wanted):
                parts.append(part)
                wanted = _PIECE
    return b"".join(parts)


def read_part(path: str, start: int, length: int, hashed: bytes) -> bytes:
    """Return a part of a file of ours. Raises NotWhole where it has another hash, OSError."""
    data = read_between(path, start, start + length)
    if digest(data) != hashed:
        raise NotWhole(path)
    return data


def read_between(path: str, first: int, last: int) -> bytes:
    """Return the bytes of a file of ours from `first` to before `last`. Raises NotWhole, OSError."""
    with _opened(path) as file:
        if os.fstat(file).st_size < last:  # as much memory as that may be is not to be asked for
            raise NotWhole(path)
        os.lseek(file, first, os.SEEK_SET)
        return os.read(file, last - first)


@contextmanager
def _opened(path: str) -> Iterator[int]:
    # `open` takes twice as long, and there are a hundred thousand.
    file = os.open(path, os.O_RDONLY | AT_ONCE | getattr(os, "O_BINARY", 0))
    try:
        yield file
    finally:
        os.close(file)


def decode_kept(path: Path, purpose: str, decoder: msgspec.msgpack.Decoder[T]) -> T | None:
    """Return what `decoder` makes of what was kept, None if nothing is there. Raises NotWhole."""
    data = read_kept(path, purpose)
    try:
        return None if data is None else decoder.decode(data)
    except msgspec.MsgspecError as error:
        raise NotWhole(path.name) from error


def write_kept(path: Path, purpose: str, data: bytes) -> None:
    """Keep `data` in `path`, below a site's `.ambassade/`, in one step; not if it cannot be."""
    keep_pieces(path, purpose, [data])


def keep_pieces(path: Path, purpose: str, pieces: Iterable[bytes]) -> None:
    """As `write_kept`, of data that is made piece by piece, so that it is never whole in memory."""
    with suppress(OSError):
        make_kept_folder(path.parent)
        write_marked(path, purpose, pieces)


def write_marked(path: Path, purpose: str, pieces: Iterable[bytes]) -> None:
    """Write what `read_kept` reads, in one step. Raises OSError."""
    head, mark = purpose.encode() + b"\n", _begin_mark(path)
    with _write_in_one_step(path) as file:
        file.write(head + bytes(DIGEST))
        for piece in pieces:
            mark.update(piece)
            file.write(piece)
        file.seek(len(head))
        file.write(mark.digest())


def write_whole(path: Path, data: bytes) -> None:
    """Write a file in one step, whatever stands in its place. Raises OSError."""
    with _write_in_one_step(path) as file:
        file.write(data)


@contextmanager
def _write_in_one_step(path: Path) -> Iterator[BinaryIO]:
    """Yield a file that takes the place of whatever stands at `path` if the block ends well."""
    new = path.with_name(f"{path.name}-{os.getpid()}{UNFINISHED}")
    try:
        with new.open("wb") as file:
            yield file
        try:
            new.replace(path)
        except OSError:
            if not path.is_dir():
                raise
            remove_tree(path)
            new.replace(path)
    finally:
        new.unlink(missing_ok=True)


def keep_only(folder: Path, is_wanted: Callable[[str], bool]) -> None:
    """Remove whatever else is in a folder of `.ambassade/`: what a killed build left, too."""
    with suppress(OSError), os.scandir(folder) as entries:
        for entry in [each for each in entries if not is_wanted(each.name)]:
            with suppress(OSError):
                remove_tree(Path(entry.path))


def make_kept_folder(folder: Path) -> None:
    """Make a folder in `.ambassade/`, which git ignores; a file in its place goes. Raises OSError."""
    above = (folder, *folder.parents)
    root = next((each for each in above if each.name == FOLDER), folder)
    try:
        make_folders(folder)
    except (FileExistsError, NotADirectoryError):
        for each in above[: above.index(root)]:
            if each.is_file():
                each.unlink()
        make_folders(folder)
    ignore = root / ".gitignore"
    if not ignore.exists():
        ignore.write_text("*\n", encoding="ascii")


def _begin_mark(path: Path) -> blake2b:
    """Return what is to hash all that is kept in a file."""
    # With the name: two files that changed places are not whole.
    return blake2b(digest(path.name.encode("utf-8", "surrogateescape")), digest_size=DIGEST)
