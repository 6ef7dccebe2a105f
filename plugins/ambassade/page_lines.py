"""What lists of all pages say of each page: an item's as they are kept, and those of no item.

Of a hundred thousand pages few are asked for at a time, so an item's stay bytes until they are.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING

import msgspec

from ambassade.frozen import Frozen
from ambassade.page import PageLine

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Mapping, Sequence

_encoder = msgspec.msgpack.Encoder()
_lines_decoder = msgspec.msgpack.Decoder(tuple[PageLine, ...])
_addresses_decoder = msgspec.msgpack.Decoder(tuple[str, ...])
_kind_and_index = attrgetter("kind", "indexable")


class _Group(Frozen, frozen=True):
    """The pages of one kind that are all for search engines, or all not."""

    kind: str
    indexable: bool
    starred: int
    count: int
    lines: msgspec.Raw


class ItemLines(Frozen, frozen=True):
    """The lines of an item's pages, in the order in which those are planned."""

    addresses: msgspec.Raw = msgspec.Raw(_encoder.encode(()))
    groups: tuple[_Group, ...] = ()

    def __len__(self) -> int:
        """Return how many pages there are."""
        return sum(group.count for group in self.groups)

    def list_addresses(self) -> tuple[str, ...]:
        """Return the address of each page."""
        return _addresses_decoder.decode(self.addresses)


def keep_lines(lines: Sequence[PageLine]) -> ItemLines:
    """Return the lines as they are kept."""
    return ItemLines(
        msgspec.Raw(_encoder.encode([line.address for line in lines])),
        tuple(
            _Group(
                kind,
                indexable,
                sum(line.shows_stars for line in of_kind),
                len(of_kind),
                msgspec.Raw(_encoder.encode(of_kind)),
            )
            for (kind, indexable), found in groupby(
                sorted(lines, key=_kind_and_index), _kind_and_index
            )
            if (of_kind := [*found])
        ),
    )


@dataclass(frozen=True, slots=True)
class PageLines:
    """The lines of all pages of a site: those of each item, and the `others`."""

    items: Mapping[str, ItemLines] = field(default_factory=dict)
    others: Sequence[PageLine] = ()

    def __len__(self) -> int:
        """Return how many pages there are."""
        return sum(map(len, self.items.values())) + len(self.others)

    def __iter__(self) -> Iterator[PageLine]:
        """Yield every line, kind by kind."""
        for kind in sorted(self.kinds):
            yield from self._list(kind, {True, False})

    @property
    def kinds(self) -> set[str]:
        """The kinds of pages that there are."""
        of_items = {group.kind for lines in self.items.values() for group in lines.groups}
        return of_items | {line.kind for line in self.others}

    def list_indexable(self, kinds: Iterable[str]) -> Iterator[PageLine]:
        """Yield the lines of the pages of these kinds that are for search engines, kind by kind."""
        for kind in sorted(kinds):
            yield from self._list(kind, {True})

    def _list(self, kind: str, indexable: Container[bool]) -> Iterator[PageLine]:
        for lines in self.items.values():
            for group in lines.groups:
                if group.kind == kind and group.indexable in indexable:
                    yield from _lines_decoder.decode(group.lines)
        for line in self.others:
            if line.kind == kind and line.indexable in indexable:
                yield line

    def list_addresses(self) -> Iterator[str]:
        """Yield the address of every page, in no order."""
        for lines in self.items.values():
            yield from lines.list_addresses()
        yield from (line.address for line in self.others)

    def count_stars(self) -> dict[str, tuple[int, int]]:
        """Return how many pages of items and of reviews there are, and how many may show stars."""
        there, starred = Counter[str](), Counter[str]()
        for lines in self.items.values():
            for group in lines.groups:
                there[group.kind] += group.count
                starred[group.kind] += group.starred
        return {kind: (there[kind], starred[kind]) for kind in ("item", "review")}
