"""What all that is kept of a build hangs on besides its sources: the code, its libraries, the theme.

A hash each, from names, sizes and times of files: looked at in milliseconds. Another time of the same
file only means that work is done again.
"""

from __future__ import annotations

import os
import sys
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from time import time_ns
from typing import TYPE_CHECKING, Final

import msgspec

from ambassade.kept.file_stamp import is_settled
from ambassade.kept.kept_file import digest

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_HERE = Path(__file__).parents[1]
# Of what is installed: what has a hand in pages, pictures or faults.
LIBRARIES: Final = (
    "PIL",
    "babel",
    "brotli",
    "confusable_homoglyphs",
    "jinja2",
    "markdown",
    "markdown_it",
    "markupsafe",
    "msgspec",
    "nh3",
    "pelican",
    "phonenumbers",
    "py3langid",
    "pygments",
    "tinycss2",
    "unidecode",
    "yaml",
)


@cache
def hash_code() -> bytes:
    """Return a hash of Ambassade's own files, of Python, and of what is installed, wherever it lies."""
    beside = Path(msgspec.__file__).parent.parent
    told = f"{sys.version} {sys.platform} {beside} {beside.stat().st_mtime_ns}"
    return digest(told.encode(), *map(_tell_library, LIBRARIES), hash_files([_HERE]))


def _tell_library(name: str) -> bytes:
    """Return where a library lies, and what it is known by; it is not loaded."""
    found = find_spec(name)
    if found is None or found.origin is None:
        return name.encode()
    try:
        stamp = os.stat(found.origin)  # noqa: PTH116 - at every start
    except OSError:  # within an archive
        return found.origin.encode("utf-8", "surrogateescape")
    told = f"{found.origin} {stamp.st_size} {stamp.st_mtime_ns}"
    return told.encode("utf-8", "surrogateescape")


def hash_files(folders: Iterable[Path]) -> bytes:
    """Return a hash of the names, sizes and times of all files below `folders`.

    The time of their entries is looked at too, which nobody can set back; not so in what is installed,
    where it is another one on each machine.
    """
    # No name has a NUL in it.
    told = ("\0".join(_list(each)) for each in folders)
    return digest(*(each.encode("utf-8", "surrogateescape") for each in told))


def _list(folder: Path) -> Iterator[str]:
    """Yield each folder and each file, however deep, those of a folder at a time."""
    is_installed = folder.is_relative_to(_HERE)
    left, seen = [str(folder)], dict[tuple[int, int], str]()
    while left:
        path = left.pop()
        try:
            here = os.stat(path)  # noqa: PTH116 - there are hundreds
            with os.scandir(path) as found:
                entries = sorted(found, key=lambda entry: entry.name)
        except OSError:
            continue
        # A folder may be a link to another place in the site, or to one above it.
        known = seen.setdefault((here.st_dev, here.st_ino), path)
        if known is not path:
            yield f"{path} is {known}"
            continue
        yield path
        folders = []
        for entry in entries:
            if not _is_folder(entry):
                yield _describe(entry, is_installed=is_installed)
            elif entry.name != "__pycache__":
                folders.append(entry.path)
        left += reversed(folders)


def _describe(entry: os.DirEntry[str], *, is_installed: bool) -> str:
    stamp = _stat(entry)
    touched = 0 if is_installed else stamp.st_ctime_ns
    if touched and not is_settled(touched, now := time_ns()):
        # Nobody finds the hash of this again.
        touched = now
    return f"{entry.path} {stamp.st_size} {stamp.st_mtime_ns} {touched}"


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:  # a link in a ring
        return False


def _stat(entry: os.DirEntry[str]) -> os.stat_result:
    try:
        return entry.stat()
    except OSError:  # such as an editor's lock: a link that leads nowhere
        return entry.stat(follow_symlinks=False)
