"""The files of a site as they were written, of which there may be a hundred thousand: not an object each.

In: files by path. Out: the same, sorted, in three columns, which are kept and compared as they are.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping
from itertools import islice
from operator import lt
from typing import TYPE_CHECKING, Final

from ambassade.publish.listing import PACKED
from ambassade.publish.manifest import HASH, WrittenFile

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from ambassade.publish.listing import Stamp

_STAMP: Final = PACKED.size
# No path holds it.
_BETWEEN: Final = "\0"
# As they are kept: the paths one behind another, hashes and stamps too.
Columns = tuple[str, bytes, bytes]
_Bytes = bytes | memoryview


class WrittenFiles(Mapping[str, WrittenFile]):
    """Files by path, sorted. `names` are the paths, `hashes` and `stamps` of each follow one another."""

    __slots__ = ("_numbers", "hashes", "names", "stamps")

    def __init__(self, names: Sequence[str] = (), hashes: bytes = b"", stamps: bytes = b"") -> None:
        """Hold them. Raises ValueError where something is not told of each, or they are not sorted."""
        count = len(names)
        is_sorted = all(map(lt, names, islice(names, 1, None)))
        if not (is_sorted and len(hashes) == count * HASH and len(stamps) == count * _STAMP):
            message = "no files"
            raise ValueError(message)
        self.names, self.hashes, self.stamps = names, hashes, stamps
        self._numbers: dict[str, int] | None = None

    @classmethod
    def of(cls, files: Mapping[str, WrittenFile]) -> WrittenFiles:
        """Return these files."""
        names = sorted(files)
        hashes = b"".join([_fill(files[name].sha256) for name in names])
        return cls(names, hashes, b"".join([files[name].stamp for name in names]))

    @classmethod
    def restore(cls, columns: Columns) -> WrittenFiles:
        """Return files as `store` told them, which anybody may have done. Raises ValueError."""
        names, hashes, stamps = columns
        return cls(names.split(_BETWEEN) if names else [], hashes, stamps)

    def store(self) -> Columns:
        """Return them as they are kept."""
        return _BETWEEN.join(self.names), self.hashes, self.stamps

    def __getitem__(self, name: str) -> WrittenFile:
        """Return what is known of a file. Raises KeyError."""
        number = self._by_name()[name]
        return WrittenFile(self._hash_of(number), self.stamp_of(number))

    def __contains__(self, name: object) -> bool:
        """Tell whether a file is among them."""
        return name in self._by_name()

    def __iter__(self) -> Iterator[str]:
        """Yield the paths, sorted."""
        return iter(self.names)

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self.names)

    def hold(self, names: Iterable[str]) -> bool:
        """Tell whether all of these are among them."""
        return self._by_name().keys() >= {*names}

    def stamp_of(self, number: int) -> Stamp:
        """Return by what the file of this number is known."""
        return self.stamps[number * _STAMP : (number + 1) * _STAMP]

    def after(self, gone: Collection[str], written: Mapping[str, WrittenFile]) -> WrittenFiles:
        """Return them without those that are `gone`, and with what was `written`."""
        names, hashes, stamps = list[str](), list[_Bytes](), list[_Bytes]()
        first = 0
        for name in sorted({*gone, *written}):
            number = bisect_left(self.names, name, first)
            self._append(first, number, names, hashes, stamps)
            is_there = number < len(self.names) and self.names[number] == name
            first = number + is_there
            if (file := written.get(name)) is not None:
                names.append(name)
                hashes.append(_fill(file.sha256))
                stamps.append(file.stamp)
        self._append(first, len(self.names), names, hashes, stamps)
        return WrittenFiles(names, b"".join(hashes), b"".join(stamps))

    def _append(
        self,
        first: int,
        last: int,
        names: list[str],
        hashes: list[_Bytes],
        stamps: list[_Bytes],
    ) -> None:
        names += self.names[first:last]
        # Of a hundred thousand not copied twice.
        hashes.append(memoryview(self.hashes)[first * HASH : last * HASH])
        stamps.append(memoryview(self.stamps)[first * _STAMP : last * _STAMP])

    def _hash_of(self, number: int) -> bytes:
        return self.hashes[number * HASH : (number + 1) * HASH]

    def _by_name(self) -> dict[str, int]:
        if self._numbers is None:
            self._numbers = dict(zip(self.names, range(len(self.names)), strict=True))
        return self._numbers


def _fill(hashed: bytes) -> bytes:
    """Return a hash, of a file that has none, as the list of files itself, as many zeros."""
    return hashed if len(hashed) == HASH else bytes(HASH)
