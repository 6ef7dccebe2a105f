"""The lines of a lock as they are held: as bytes, item by item, each made again when somebody asks.

Of fifty thousand each is asked for once or twice; as values they take three times as much memory.
"""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Mapping
from functools import lru_cache
from itertools import chain
from typing import TYPE_CHECKING, Final

import msgspec

from ambassade.frozen import Frozen
from ambassade.model import Locked
from ambassade.problem import NOWHERE, Place

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_encoder = msgspec.msgpack.Encoder()
_decoder = msgspec.msgpack.Decoder(tuple[Locked, ...])
# Of the number of a line.
_TYPE: Final = "I"
_LENGTH: Final = array(_TYPE).itemsize


class ItemLines(Frozen, frozen=True):
    """The lines about one item, without their places; and the `numbers` of those in the lock."""

    entries: bytes
    numbers: bytes


class LockLines(Mapping[str, Locked]):
    """The lines of the lock in `file` by the key of their review; `by_item` as they are held."""

    def __init__(self, file: str, by_item: Mapping[str, ItemLines]) -> None:
        """Hold them."""
        self._file, self.by_item = file, by_item

    def of_item(self, item: str) -> Mapping[str, Locked]:
        """Return the lines of the reviews of an item, by key."""
        lines = self.by_item.get(item)
        return _make_lines(lines, self._file) if lines else {}

    def tell(self, item: str) -> bytes:
        """Return all that they say; not where they stand: a new line shifts all below it."""
        lines = self.by_item.get(item)
        return lines.entries if lines else b""

    def __getitem__(self, key: str) -> Locked:
        """Return the line of a review. Raises KeyError."""
        return self.of_item(_find_item(key))[key]

    def __iter__(self) -> Iterator[str]:
        """Yield the keys of all."""
        return chain.from_iterable(map(self.of_item, self.by_item))

    def __len__(self) -> int:
        """Return how many there are."""
        return sum(len(lines.numbers) for lines in self.by_item.values()) // _LENGTH


def hold_lines(file: str, entries: Iterable[Locked]) -> LockLines:
    """Return the lines of the lock in `file`."""
    by_item: dict[str, list[Locked]] = defaultdict(list)
    for entry in entries:
        by_item[_find_item(entry.key)].append(entry)
    return LockLines(file, {item: _hold(lines) for item, lines in by_item.items()})


def restore_lines(file: str, by_item: Mapping[str, ItemLines]) -> LockLines:
    """Return the lines of the lock in `file` as they were kept, which anybody may have done.

    Raises ValueError where they are none.
    """
    for item, lines in by_item.items():
        entries = _decoder.decode(lines.entries)
        are_of_item = all(_find_item(entry.key) == item for entry in entries)
        if not are_of_item or len(entries) * _LENGTH != len(lines.numbers):
            message = "no lines of a lock"
            raise ValueError(message)
    return LockLines(file, by_item)


def _find_item(key: str) -> str:
    return key.partition("/")[0]


def _hold(entries: Iterable[Locked]) -> ItemLines:
    bare = [msgspec.structs.replace(entry, place=NOWHERE) for entry in entries]
    numbers = array(_TYPE, [entry.place.line for entry in entries])
    return ItemLines(_encoder.encode(bare), numbers.tobytes())


@lru_cache(maxsize=1)
def _make_lines(lines: ItemLines, file: str) -> Mapping[str, Locked]:
    # Who asks goes from one review of an item to the next.
    numbered = zip(_decoder.decode(lines.entries), array(_TYPE, lines.numbers), strict=True)
    return {
        entry.key: msgspec.structs.replace(entry, place=Place(file, number))
        for entry, number in numbered
    }
