"""What lists of all pages say of each page: an item's as they are kept, and those of no item.

Of a hundred thousand pages nobody asks for all that there is: an item's stay bytes until somebody asks.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from datetime import date
from itertools import chain, groupby
from operator import attrgetter
from typing import TYPE_CHECKING, Any

import msgspec

from ambassade.frozen import Frozen
from ambassade.page import PageLine
from ambassade.problem import Place

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

_encoder = msgspec.msgpack.Encoder()
_texts = msgspec.msgpack.Decoder(tuple[str, ...])
_days = msgspec.msgpack.Decoder(tuple[date | None, ...])
_marks = msgspec.msgpack.Decoder(tuple[bool, ...])
_places = msgspec.msgpack.Decoder(tuple[Place | None, ...])
_DECODERS: Mapping[str, msgspec.msgpack.Decoder[Any]] = {
    "languages": _texts,
    "addresses": _texts,
    "titles": _texts,
    "modified": _days,
    "is_further": _marks,
    "shows_stars": _marks,
    "places": _places,
}
_kind_and_index = attrgetter("kind", "indexable")


class _Group(Frozen, frozen=True):
    """The pages of one kind that are all for search engines, or all not.

    What is said of each is kept apart by what it is: whoever asks for the days need not make the titles.
    """

    kind: str
    indexable: bool
    count: int
    starred: int
    languages: msgspec.Raw
    addresses: msgspec.Raw
    titles: msgspec.Raw
    modified: msgspec.Raw
    is_further: msgspec.Raw
    shows_stars: msgspec.Raw
    places: msgspec.Raw

    def __post_init__(self) -> None:
        """Raise ValueError where something is not told of each page: what is kept may come from anybody."""
        for name, decoder in _DECODERS.items():
            if len(decoder.decode(getattr(self, name))) != self.count:
                message = "no lines"
                raise ValueError(message)

    def list_addresses(self) -> tuple[str, ...]:
        """Return the address of each page."""
        return _texts.decode(self.addresses)

    def list_days(self) -> tuple[date | None, ...]:
        """Return when each page last changed."""
        return _days.decode(self.modified)

    def list_names(self) -> Iterator[tuple[str, str]]:
        """Yield the language and the title of each page."""
        return zip(_texts.decode(self.languages), _texts.decode(self.titles), strict=True)

    def restore(self) -> Iterator[PageLine]:
        """Yield the line of each page."""
        columns = zip(
            self.list_names(),
            self.list_addresses(),
            self.list_days(),
            _marks.decode(self.is_further),
            _marks.decode(self.shows_stars),
            _places.decode(self.places),
            strict=True,
        )
        for (language, title), address, modified, is_further, stars, place in columns:
            yield PageLine(
                kind=self.kind,
                language=language,
                address=address,
                title=title,
                indexable=self.indexable,
                modified=modified,
                is_further=is_further,
                shows_stars=stars,
                place=place,
            )


# The lines of an item's pages.
ItemLines = tuple[_Group, ...]


def keep_lines(lines: Sequence[PageLine]) -> ItemLines:
    """Return the lines as they are kept."""
    by_group = groupby(sorted(lines, key=_kind_and_index), _kind_and_index)
    return tuple(_keep_group(*key, [*found]) for key, found in by_group)


def _keep_group(kind: str, indexable: bool, lines: Sequence[PageLine]) -> _Group:  # noqa: FBT001 - by key
    def keep(name: str) -> msgspec.Raw:
        return msgspec.Raw(_encoder.encode([getattr(line, name) for line in lines]))

    return _Group(
        kind=kind,
        indexable=indexable,
        count=len(lines),
        starred=sum(line.shows_stars for line in lines),
        languages=keep("language"),
        addresses=keep("address"),
        titles=keep("title"),
        modified=keep("modified"),
        is_further=keep("is_further"),
        shows_stars=keep("shows_stars"),
        places=keep("place"),
    )


def count_lines(lines: ItemLines) -> int:
    """Return how many pages an item has."""
    return sum(group.count for group in lines)


def list_addresses(lines: ItemLines) -> Iterator[str]:
    """Yield the address of each page of an item."""
    return chain.from_iterable(group.list_addresses() for group in lines)


@dataclass(frozen=True, slots=True)
class PageLines:
    """The lines of all pages of a site: those of each item, and the `others`."""

    items: Mapping[str, ItemLines] = field(default_factory=dict)
    others: Sequence[PageLine] = ()

    def __len__(self) -> int:
        """Return how many pages there are."""
        return sum(map(count_lines, self.items.values())) + len(self.others)

    def __iter__(self) -> Iterator[PageLine]:
        """Yield every line, kind by kind."""
        of_items = chain.from_iterable(group.restore() for group in self._groups())
        return iter(sorted([*of_items, *self.others], key=attrgetter("kind")))

    def list_addresses(self) -> Iterator[str]:
        """Yield the address of every page, in no order."""
        yield from chain.from_iterable(group.list_addresses() for group in self._groups())
        yield from (line.address for line in self.others)

    def list_indexable(self) -> Iterator[tuple[str, date | None]]:
        """Yield address and day of the pages that are for search engines, in no order."""
        for group in self._groups():
            if group.indexable:
                yield from zip(group.list_addresses(), group.list_days(), strict=True)
        yield from ((line.address, line.modified) for line in self.others if line.indexable)

    def tell_indexable(self) -> Iterator[bytes]:
        """Yield as bytes what `list_indexable` does: the same bytes, the same pages."""
        for group in self._groups():
            if group.indexable:
                yield from (bytes(group.addresses), bytes(group.modified))
        for line in self.others:
            if line.indexable:
                yield f"{line.address} {line.modified}".encode("utf-8", "backslashreplace")

    def weigh_indexable(self) -> tuple[int, int]:
        """Return how many pages are for search engines, and how many bytes their addresses have at most."""
        groups = [group for group in self._groups() if group.indexable]
        # No character has more than four.
        others = [4 * len(line.address) for line in self.others if line.indexable]
        size = sum(len(bytes(group.addresses)) for group in groups) + sum(others)
        return sum(group.count for group in groups) + len(others), size

    def list_titled(self, alone: str) -> list[PageLine]:
        """Return the lines of first pages that are for search engines, kind by kind.

        Of the kind `alone` only those that have the title of another kind of page, in its language.
        """
        groups = [group for group in self._groups() if group.indexable]
        named = [line for line in self.others if line.indexable and not line.is_further]
        for group in groups:
            if group.kind != alone:
                named += (line for line in group.restore() if not line.is_further)
        names = {(line.language, line.title) for line in named}
        for group in groups:
            if group.kind == alone and not names.isdisjoint(group.list_names()):
                named += (one for one in group.restore() if (one.language, one.title) in names)
        return sorted(named, key=attrgetter("kind"))

    def count_stars(self) -> dict[str, tuple[int, int]]:
        """Return how many pages of items and of reviews there are, and how many may show stars."""
        there, starred = Counter[str](), Counter[str]()
        for group in self._groups():
            there[group.kind] += group.count
            starred[group.kind] += group.starred
        return {kind: (there[kind], starred[kind]) for kind in ("item", "review")}

    def _groups(self) -> Iterator[_Group]:
        return chain.from_iterable(self.items.values())
