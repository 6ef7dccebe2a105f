"""A catalogue of words as gettext reads it, made of its `.po` file once: that takes as long as a small build.

What was made lies beside the source, in `__pycache__` as Python's own compiled modules do, under a hash of
it: none is ever stale, and nobody misses one that is not there.
"""

from __future__ import annotations

import io
import os
import sys
from contextlib import suppress
from hashlib import blake2b
from typing import TYPE_CHECKING, Final

import babel

if TYPE_CHECKING:
    from pathlib import Path

_DIGEST: Final = 16


def compile_catalogue(path: Path) -> bytes:
    """Return the `.po` file at `path` as a `.mo` file. Raises OSError where it cannot be read."""
    source = path.read_bytes()
    made_of = _hash(babel.__version__.encode(), source).hex()
    kept = path.parent / "__pycache__" / f"{path.stem}.{made_of}.mo"
    compiled = _read(kept)
    if compiled is None:
        compiled = _compile(source)
        if not sys.dont_write_bytecode:
            with suppress(OSError):
                _keep(kept, compiled)
    return compiled


def _read(kept: Path) -> bytes | None:
    try:
        data = kept.read_bytes()
    except OSError:
        return None
    return data[_DIGEST:] if data[:_DIGEST] == _hash(data[_DIGEST:]) else None


def _compile(source: bytes) -> bytes:
    # To load them takes as long as the rest of a command's start.
    from babel.messages.mofile import write_mo  # noqa: PLC0415
    from babel.messages.pofile import read_po  # noqa: PLC0415

    compiled = io.BytesIO()
    write_mo(compiled, read_po(io.BytesIO(source)))
    return compiled.getvalue()


def _keep(kept: Path, compiled: bytes) -> None:
    """Put it there in one step; what was made of other words goes."""
    from tempfile import NamedTemporaryFile  # noqa: PLC0415 - as above

    kept.parent.mkdir(exist_ok=True)
    with NamedTemporaryFile(dir=kept.parent, delete=False) as file:
        file.write(_hash(compiled) + compiled)
    os.replace(file.name, kept)  # noqa: PTH105 - as it is named
    for other in kept.parent.glob("*.mo"):
        if other != kept:
            other.unlink(missing_ok=True)


def _hash(*parts: bytes) -> bytes:
    hashed = blake2b(digest_size=_DIGEST)
    for part in parts:
        hashed.update(part)
    return hashed.digest()
