"""Which files of an output folder are ours: a list that the folder carries itself.

The same files give the same list, byte for byte: no time, no version, sorted by name.
"""

import hashlib
import json
import os
import stat
from collections.abc import Iterable, Sequence
from json.encoder import encode_basestring_ascii as in_ascii
from pathlib import Path
from typing import Annotated, Final

import msgspec

from ambassade.frozen import Frozen
from ambassade.kept.kept_file import read_whole
from ambassade.output_place import MANIFEST_NAME
from ambassade.publish.listing import PACKED, Stamp, list_files
from ambassade.stop import environment_faults

FORMAT: Final = 1
# So many bytes has a SHA-256.
HASH: Final = 32
_PIECE: Final = 1000
# So many bytes of a stamp hold the file's number.
_OF_NUMBER: Final = 8


class WrittenFile(Frozen, frozen=True):
    """A file as it was written: its SHA-256, and by what it is known again."""

    sha256: bytes
    # What is kept may come from anybody.
    stamp: Annotated[Stamp, msgspec.Meta(min_length=PACKED.size, max_length=PACKED.size)] = bytes(
        PACKED.size
    )

    @property
    def modified(self) -> int:
        """When it changed, in nanoseconds."""
        modified: int = PACKED.unpack(self.stamp)[1]
        return modified

    @property
    def number(self) -> int:
        """Its number on its disk."""
        number: int = PACKED.unpack(self.stamp)[2]
        return number

    def at(self, modified: int) -> "WrittenFile":
        """Return it with another time, in nanoseconds."""
        size, _, number = PACKED.unpack(self.stamp)
        return WrittenFile(self.sha256, PACKED.pack(size, modified, number))

    def is_as(self, stamp: Stamp | None) -> bool:
        """Tell whether what is known by this `stamp` is as it was written, on whatever disk it is now."""
        return stamp is not None and stamp[:-_OF_NUMBER] == self.stamp[:-_OF_NUMBER]

    def is_same(self, stamp: Stamp) -> bool:
        """Tell whether it is the very file."""
        return stamp == self.stamp


class _Manifest(msgspec.Struct):
    format: int
    files: dict[str, str]


_decoder = msgspec.json.Decoder(_Manifest)


def read_manifest(output: Path) -> dict[str, str] | None:
    """Return the SHA-256 of each of our files by its path below `output`, or None without a list.

    A corrupt list, or one of a format still to come, counts as none: the folder is then refused
    as somebody else's, which loses nothing. Raises `EnvironmentFault` when it cannot be read.
    """
    listed = read_list(output)
    return None if listed is None else parse_manifest(listed)


def read_list(output: Path) -> bytes | None:
    """Return the manifest of `output` as it is, None without one. Raises `EnvironmentFault`."""
    path = output / MANIFEST_NAME
    with environment_faults(path):
        try:
            return read_whole(path)
        except (FileNotFoundError, NotADirectoryError):
            return None


def parse_manifest(listed: bytes) -> dict[str, str] | None:
    """Return the SHA-256 of each file by its path, None of a list that is not whole, or not ours."""
    try:
        told = _decoder.decode(listed)
    except (ValueError, RecursionError):
        pass
    else:
        return told.files if told.format == FORMAT and _are_below(told.files) else None
    # A name that is no Unicode stands in it as Python tells it.
    try:
        return _files_of(json.loads(listed))
    except (ValueError, RecursionError):
        return None


def make_manifest(names: Sequence[str], hashes: bytes) -> bytearray:
    """Return the list of the SHA-256 of files by path, sorted, as `json.dumps` would write it.

    `hashes` follow one another. Of a hundred thousand the list is made piece by piece: whole, it would be in
    memory four times.
    """
    listed = bytearray(f'{{\n "format": {FORMAT},\n "files": {{'.encode())
    for first in range(0, len(names), _PIECE):
        piece = names[first : first + _PIECE]
        told = _cut(hashes[first * HASH : (first + _PIECE) * HASH].hex())
        lines = [f'\n  {in_ascii(name)}: "{one}"' for name, one in zip(piece, told, strict=True)]
        listed += f"{',' if first else ''}{','.join(lines)}".encode("ascii")
    listed += b"\n }\n}\n" if names else b"}\n}\n"
    return listed


def _cut(digits: str) -> list[str]:
    return [digits[first : first + 2 * HASH] for first in range(0, len(digits), 2 * HASH)]


def write_manifest(output: Path) -> None:
    """List what `output` holds now in its manifest. Raises `EnvironmentFault`."""
    path = output / MANIFEST_NAME
    with environment_faults(path):
        names = [name for name in list_files(output) if name != MANIFEST_NAME]
        hashes = b"".join([hash_file(f"{output}/{name}") for name in names])
        path.write_bytes(make_manifest(names, hashes))


def _files_of(document: object) -> dict[str, str] | None:
    if not isinstance(document, dict) or document.get("format") != FORMAT:
        return None
    files = document.get("files")
    if not isinstance(files, dict) or not all(isinstance(value, str) for value in files.values()):
        return None
    return files if _are_below(files) else None


def _are_below(names: Iterable[str]) -> bool:
    """Tell whether none of these paths leads out of its folder: the list may come from anybody."""
    for name in names:
        path = f"/{name}/"
        if "//" in path or "/./" in path or "/../" in path:
            return False
    return True


def hash_file(path: str) -> bytes:
    """Return the SHA-256 of a file, of a link that of where it leads. Raises OSError."""
    if stat.S_ISLNK(os.lstat(path).st_mode):
        return hashlib.sha256(os.fsencode(os.readlink(path))).digest()  # noqa: PTH115 - as it is
    with open(path, "rb") as file:  # noqa: PTH123 - there are 50,000
        return hashlib.file_digest(file, "sha256").digest()
