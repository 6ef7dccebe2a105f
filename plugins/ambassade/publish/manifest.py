"""Which files of an output folder are ours: a list that the folder carries itself.

The same files give the same list, byte for byte: no time, no version, sorted by name.
"""

import hashlib
import json
import os
import stat
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from ambassade.stop import environment_faults

MANIFEST_NAME: Final = ".ambassade-manifest.json"
FORMAT: Final = 1


@dataclass(frozen=True, slots=True)
class WrittenFile:
    """A file as it was written: its SHA-256, its size in bytes, its time in nanoseconds."""

    sha256: str
    size: int
    modified: int


def read_manifest(output: Path) -> dict[str, str] | None:
    """Return the SHA-256 of each of our files by its path below `output`, or None without a list.

    A corrupt list, or one of a format still to come, counts as none: the folder is then refused
    as somebody else's, which loses nothing. Raises `EnvironmentFault` when it cannot be read.
    """
    path = output / MANIFEST_NAME
    with environment_faults(path):
        try:
            text = path.read_bytes()
        except (FileNotFoundError, NotADirectoryError):
            return None
    try:
        return _files_of(json.loads(text))
    except (ValueError, RecursionError):
        return None


def write_manifest(output: Path, written: Mapping[str, WrittenFile] | None = None) -> None:
    """List what `output` holds now in its manifest. Raises `EnvironmentFault`.

    A file that is still as it was `written` is not read again.
    """
    path = output / MANIFEST_NAME
    known = written or {}
    with environment_faults(path):
        files = {
            relative: _hash(f"{output}/{relative}", known.get(relative))
            for relative in list_files(output)
            if relative != MANIFEST_NAME
        }
        text = json.dumps({"format": FORMAT, "files": files}, indent=1)
        path.write_text(text + "\n", encoding="ascii", newline="\n")


def list_files(folder: Path) -> list[str]:
    """Return the paths of all that is no folder below `folder`, with slashes, sorted.

    A link counts as a file, whatever it leads to. Raises `EnvironmentFault`, also where one folder
    cannot be entered: what is hidden in there must not be taken for nothing.
    """
    found: list[str] = []
    with environment_faults(folder):
        _list_into(found, str(folder), "")
    return sorted(found)


def _list_into(found: list[str], folder: str, above: str) -> None:
    with os.scandir(folder) as entries:
        for entry in entries:
            name = above + entry.name
            if entry.is_dir(follow_symlinks=False):
                _list_into(found, entry.path, f"{name}/")
            else:
                found.append(name)


def _files_of(document: object) -> dict[str, str] | None:
    if not isinstance(document, dict) or document.get("format") != FORMAT:
        return None
    files = document.get("files")
    if not isinstance(files, dict) or not all(isinstance(value, str) for value in files.values()):
        return None
    return files


def _hash(path: str, written: WrittenFile | None) -> str:
    found = os.lstat(path)
    if stat.S_ISLNK(found.st_mode):
        return hashlib.sha256(os.fsencode(os.readlink(path))).hexdigest()  # noqa: PTH115 - as it is
    if written and (found.st_size, found.st_mtime_ns) == (written.size, written.modified):
        return written.sha256
    with open(path, "rb") as file:  # noqa: PTH123 - there are 50,000
        return hashlib.file_digest(file, "sha256").hexdigest()
