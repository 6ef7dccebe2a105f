"""Records that lie one behind another in a file of `.ambassade/`, read one by one.

Each is known to be whole by a hash. Where one is not, the file is made anew.
"""

from __future__ import annotations

import os
from array import array
from dataclasses import dataclass, field
from itertools import islice
from operator import le
from typing import TYPE_CHECKING, Annotated, TypeVar

import msgspec

from ambassade.kept.kept_file import DIGEST, NotWhole, digest, read_between
from ambassade.problem import N_
from ambassade.stop import EnvironmentFault

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from pathlib import Path

T = TypeVar("T")
_Start = Annotated[int, msgspec.Meta(ge=0, lt=1 << 40)]


class Spots(msgspec.Struct, array_like=True):
    """Where records are in a file: where each begins, and the last one ends, and a hash of each."""

    starts: tuple[_Start, ...]
    hashes: bytes

    def __post_init__(self) -> None:
        """Raise ValueError where it tells of no records: what is kept may come from anybody."""
        is_rising = all(map(le, self.starts, islice(self.starts, 1, None)))
        if not (is_rising and len(self.hashes) == DIGEST * self.count >= 0):
            message = "no spots"
            raise ValueError(message)

    @property
    def count(self) -> int:
        """How many records there are."""
        return len(self.starts) - 1


# Where the records of each shelf of a file are, and all of them.
Made = tuple["Sequence[Spots]", bytes]


@dataclass(slots=True, eq=False)
class RecordFile:
    """A file of records. `make_anew` gives what it should hold; `data` is that, where it is no file."""

    path: Path
    make_anew: Callable[[], Made]
    data: bytes | None = None
    _shelves: list[RecordShelf] = field(default_factory=list)

    def open_shelf(self, spots: Spots) -> RecordShelf:
        """Return some of its records; shelves are opened in the order in which `make_anew` tells of them."""
        self._shelves.append(RecordShelf(self, spots))
        return self._shelves[-1]

    def load(self, read: Callable[[], T]) -> T:
        """Return what `read` gives; where that fails, once more of records that are made anew.

        Raises EnvironmentFault where they are others than were told of.
        """
        try:
            return read()
        except (OSError, NotWhole, msgspec.MsgspecError):
            pass
        spots, self.data = self.make_anew()
        for shelf, there in zip(self._shelves, spots, strict=True):
            shelf.take(there)
        try:
            return read()
        except (NotWhole, msgspec.MsgspecError):
            raise EnvironmentFault(
                N_("{path} changed during the build. The former site stays; build again."),
                path=self.path,
            ) from None

    def read_between(self, first: int, last: int) -> memoryview:
        """Return a part of it. Raises OSError, NotWhole."""
        if self.data is not None:
            return memoryview(self.data)[first:last]
        return memoryview(read_between(os.fspath(self.path), first, last))


class RecordShelf:
    """Some of the records of a file, which lie one behind another."""

    __slots__ = ("_file", "_hashes", "_starts")

    def __init__(self, file: RecordFile, spots: Spots) -> None:
        self._file, self._hashes = file, spots.hashes
        # A number each takes four times as much.
        self._starts = array("Q", spots.starts)

    def take(self, spots: Spots) -> None:
        """Learn where they are now.

        Where a source changed meanwhile, a number may be another's: a build compares its sources at its end.
        """
        self._hashes, self._starts = spots.hashes, array("Q", spots.starts)

    def read(self, number: int, decoder: msgspec.msgpack.Decoder[T]) -> T:
        """Return one. Raises EnvironmentFault."""
        return self._file.load(lambda: self._read(number, number + 1, decoder))[0]

    def read_all(self, decoder: msgspec.msgpack.Decoder[T]) -> list[T]:
        """Return all, as quickly as a few. Raises EnvironmentFault."""
        return self._file.load(lambda: self._read(0, len(self), decoder))

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self._starts) - 1

    def hash_of(self, number: int) -> bytes:
        """Return a hash of one."""
        return self._hashes[DIGEST * number : DIGEST * (number + 1)]

    def _read(self, first: int, end: int, decoder: msgspec.msgpack.Decoder[T]) -> list[T]:
        starts, found = self._starts, []
        if end >= len(starts):
            raise NotWhole
        before = starts[first]
        data = self._file.read_between(before, starts[end])
        for number in range(first, end):
            part = data[starts[number] - before : starts[number + 1] - before]
            if digest(part) != self.hash_of(number):
                raise NotWhole
            found.append(decoder.decode(part))
        return found


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
