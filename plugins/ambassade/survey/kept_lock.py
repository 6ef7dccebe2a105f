"""The lines of a site's lock as they were read the last time: fifty thousand take a third of a second.

In: the bytes of a lock. Out: what `read_lock` makes of them, kept in `.ambassade/lock/` by their hash.
"""

from __future__ import annotations

from collections.abc import Mapping  # noqa: TC003 - msgspec reads it
from dataclasses import dataclass
from typing import TYPE_CHECKING

import msgspec

from ambassade.kept.frame import hash_code
from ambassade.kept.kept_file import (
    UNFINISHED,
    NotWhole,
    decode_kept,
    digest,
    keep_only,
    write_kept,
)
from ambassade.lock_lines import ItemLines, restore_lines
from ambassade.source.lock_reader import read_lock

if TYPE_CHECKING:
    from pathlib import Path

    from ambassade.lock_lines import LockLines
    from ambassade.problem import Problem

_PURPOSE = "lock 1"


class _Kept(msgspec.Struct, array_like=True, frozen=True):
    """The lines of each item, `key` being a hash of the lock."""

    key: bytes
    by_item: Mapping[str, ItemLines]


_encoder = msgspec.msgpack.Encoder()
_decoder = msgspec.msgpack.Decoder(_Kept)


@dataclass(slots=True)
class KeptLock:
    """What is kept in `path`. `is_broken`: something was there of which nothing could be made."""

    path: Path
    is_broken: bool = False

    def read(self, data: bytes, file: str) -> tuple[LockLines, list[Problem]]:
        """Return what `read_lock` does. Only a lock without a fault is kept."""
        key = digest(hash_code(), data)
        known = self._recall(key, file)
        if known is not None:
            return known, []
        lines, problems = read_lock(data, file)
        if not problems:
            write_kept(self.path, _PURPOSE, _encoder.encode(_Kept(key, lines.by_item)))
            keep_only(self.path.parent, lambda name: not name.endswith(UNFINISHED))
        return lines, problems

    def _recall(self, key: bytes, file: str) -> LockLines | None:
        try:
            kept = decode_kept(self.path, _PURPOSE, _decoder)
            return restore_lines(file, kept.by_item) if kept and kept.key == key else None
        except (NotWhole, ValueError):
            self.is_broken = True
            return None
