"""Records that lie one behind another in a file of `.ambassade/`, read one by one.

Each is known to be whole by a hash. Of one that is not, the file is made anew.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

import msgspec

from ambassade.kept_file import NotWhole, digest, read_between
from ambassade.problem import N_
from ambassade.stop import EnvironmentFault

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from ambassade.on_demand import Spot

T = TypeVar("T")


@dataclass(slots=True, eq=False)
class RecordFile:
    """A file of records. `make_anew` gives what it should hold; `data` is that, where it is no file."""

    path: Path
    make_anew: Callable[[], bytes]
    data: bytes | None = None

    def read(self, spot: Spot, decoder: msgspec.msgpack.Decoder[T]) -> T:
        """Return the record that is there. Raises EnvironmentFault."""
        return self.read_all((spot,), decoder)[0]

    def read_all(self, spots: Sequence[Spot], decoder: msgspec.msgpack.Decoder[T]) -> list[T]:
        """Return those records, as quickly as few. Raises EnvironmentFault."""
        try:
            return self._read(spots, decoder)
        except (OSError, NotWhole, msgspec.MsgspecError):
            self.data = self.make_anew()
        try:
            return self._read(spots, decoder)
        except (NotWhole, msgspec.MsgspecError):
            raise EnvironmentFault(
                N_("{path} changed during the build. The former site stays; build again."),
                path=self.path,
            ) from None

    def _read(self, spots: Sequence[Spot], decoder: msgspec.msgpack.Decoder[T]) -> list[T]:
        first = min(spot.start for spot in spots)
        last = max(spot.start + spot.length for spot in spots)
        if self.data is None:
            data = memoryview(read_between(os.fspath(self.path), first, last))
        else:
            data = memoryview(self.data)[first:last]
        found = []
        for spot in spots:
            part = data[spot.start - first : spot.start - first + spot.length]
            if digest(part) != spot.hashed:
                raise NotWhole(self.path.name)
            found.append(decoder.decode(part))
        return found


class RecordWriter:
    """Puts records one behind another. `data`: all of them."""

    def __init__(self) -> None:
        """Begin with none."""
        self._encoder = msgspec.msgpack.Encoder()
        self.data = bytearray()

    def add(self, record: object) -> tuple[int, int, bytes]:
        """Add a record; return where it begins, its length and its hash."""
        part = self._encoder.encode(record)
        start = len(self.data)
        self.data += part
        return start, len(part), digest(part)
