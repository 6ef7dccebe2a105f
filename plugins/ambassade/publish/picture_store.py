"""The copies of pictures that earlier builds made, in `.ambassade/pictures/`, by their content.

It only spares time: it may be deleted, damaged or impossible to write. One file holds all copies of
a picture, behind a hash of its name and of all that follows, so that half a file is none.
"""

from __future__ import annotations

import json
import os
from contextlib import suppress
from dataclasses import asdict
from hashlib import sha256
from itertools import accumulate
from typing import TYPE_CHECKING, Any

from ambassade.kept.kept_file import keep_only, make_kept_folder, read_whole, write_whole
from ambassade.pictures.picture_variants import Variant
from ambassade.publish.picture_encoder import Encoded, recipe

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable
    from pathlib import Path

    from ambassade.pictures.picture_variants import Use

_HASH_LENGTH = 64
_SUFFIX = ".copies"


def key_of(data: bytes, uses: Iterable[Use]) -> str:
    """Return what names the copies of a picture: all that their bytes hang on."""
    said = f"{recipe()} {sorted(use.name for use in uses)} "
    return sha256(said.encode() + sha256(data).digest()).hexdigest()


class PictureStore:
    """Copies of pictures in one folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def load(self, key: str) -> Encoded | None:
        """Return a picture with its copies, or None where it is not there or not whole."""
        try:
            whole = read_whole(self.folder / f"{key}{_SUFFIX}")
        except OSError:
            return None
        rest = whole[_HASH_LENGTH:]
        if whole[:_HASH_LENGTH] != _mark(key, rest):
            return None
        head, blobs = rest.split(b"\n", 1)
        return _read(json.loads(head), blobs)

    def save(self, key: str, encoded: Encoded) -> None:
        """Keep a picture's copies, in one step. Raises OSError."""
        head = asdict(encoded)
        del head["data"]
        rest = json.dumps(head, sort_keys=True).encode() + b"\n" + b"".join(encoded.data)
        write_whole(self.folder / f"{key}{_SUFFIX}", _mark(key, rest) + rest)

    def is_writable(self) -> bool:
        """Make the folder, and tell whether files can be made in it."""
        probe = self.folder / f"{os.getpid()}.new"
        try:
            make_kept_folder(self.folder)
            probe.write_bytes(b"")
            probe.unlink()
        except OSError:
            return False
        return True

    def keep_only(self, keys: Collection[str]) -> None:
        """Remove the copies of all other pictures: a photo that may not be shown is not kept."""
        wanted = {f"{key}{_SUFFIX}" for key in keys}
        keep_only(self.folder, wanted.__contains__)
        with suppress(OSError):
            self.folder.rmdir()  # only where nothing is left in it


def _mark(key: str, rest: bytes) -> bytes:
    # With the key: two files that changed places are not whole.
    return sha256(key.encode() + rest).hexdigest().encode()


def _read(head: dict[str, Any], blobs: bytes) -> Encoded:
    """Return what was saved; its hash was right, so it is as we wrote it."""
    variants = tuple(Variant(**each) for each in head.pop("variants"))
    forms = tuple(head.pop("forms"))
    ends = [*accumulate(each.size for each in variants)]
    starts = [0, *ends[:-1]]
    data = tuple(blobs[start:end] for start, end in zip(starts, ends, strict=False))
    return Encoded(**head, forms=forms, variants=variants, data=data)
