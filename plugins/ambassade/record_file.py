"""Records that lie one behind another in a file of `.ambassade/`, read one by one.

Each is known to be whole by a hash. Where one is not, the file is made anew.
"""

from __future__ import annotations

import os
from array import array
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, TypeVar

import msgspec

from ambassade.kept_file import DIGEST, NotWhole, digest, read_between
from ambassade.problem import N_
from ambassade.stop import EnvironmentFault

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from pathlib import Path

T = TypeVar("T")


class Spots(msgspec.Struct, array_like=True):
    """Where records are in a file: where each begins, and the last one ends, and a hash of each."""

    starts: tuple[int, ...]
    hashes: bytes


@dataclass(slots=True, eq=False)
class RecordFile:
    """A file of records. `make_anew` gives what it should hold; `data` is that, where it is no file."""

    path: Path
    make_anew: Callable[[], bytes]
    data: bytes | None = None

    def read(
        self, starts: Sequence[int], hashes: bytes, decoder: msgspec.msgpack.Decoder[T]
    ) -> list[T]:
        """Return the records that are there, one behind another. Raises EnvironmentFault."""
        try:
            return self._read(starts, hashes, decoder)
        except (OSError, NotWhole, msgspec.MsgspecError):
            self.data = self.make_anew()
        try:
            return self._read(starts, hashes, decoder)
        except (NotWhole, msgspec.MsgspecError):
            raise EnvironmentFault(
                N_("{path} changed during the build. The former site stays; build again."),
                path=self.path,
            ) from None

    def _read(
        self, starts: Sequence[int], hashes: bytes, decoder: msgspec.msgpack.Decoder[T]
    ) -> list[T]:
        first, last = starts[0], starts[-1]
        read = read_between(os.fspath(self.path), first, last) if self.data is None else None
        data = memoryview(self.data or b"")[first:last] if read is None else memoryview(read)
        found = []
        for number, (start, end) in enumerate(pairwise(starts)):
            part = data[start - first : end - first]
            if digest(part) != _hash_at(hashes, number):
                raise NotWhole(self.path.name)
            found.append(decoder.decode(part))
        return found


class RecordShelf:
    """Some of the records of a file, which lie one behind another."""

    __slots__ = ("_file", "_hashes", "_starts")

    def __init__(self, file: RecordFile, spots: Spots) -> None:
        self._file, self._hashes = file, spots.hashes
        # A number each takes four times as much.
        self._starts = array("Q", spots.starts)

    def read(self, number: int, decoder: msgspec.msgpack.Decoder[T]) -> T:
        """Return one. Raises EnvironmentFault."""
        return self._file.read(self._starts[number : number + 2], self.hash_of(number), decoder)[0]

    def read_all(self, decoder: msgspec.msgpack.Decoder[T]) -> list[T]:
        """Return all, as quickly as a few. Raises EnvironmentFault."""
        return self._file.read(self._starts, self._hashes, decoder)

    def hash_of(self, number: int) -> bytes:
        """Return a hash of one."""
        return _hash_at(self._hashes, number)


def _hash_at(hashes: bytes, number: int) -> bytes:
    return hashes[DIGEST * number : DIGEST * (number + 1)]


class RecordWriter:
    """Puts records one behind another. `data`: all of them."""

    def __init__(self) -> None:
        """Begin with none."""
        self._encoder = msgspec.msgpack.Encoder()
        self.data = bytearray()

    def add(self, records: Iterable[object]) -> Spots:
        """Add records; return where they are."""
        starts, hashes = [len(self.data)], bytearray()
        for record in records:
            part = self._encoder.encode(record)
            self.data += part
            starts.append(len(self.data))
            hashes += digest(part)
        return Spots(tuple(starts), bytes(hashes))
