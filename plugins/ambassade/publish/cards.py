"""The cards of reviews, as lists of several items' reviews show them: kept by item, read one by one.

A review stands on the wall and at each of its topics, and a review that comes moves all that follow it
onto another page: whoever writes those pages again has the cards. Of fifty thousand reviews they are
as much as a process may hold, so they lie in `.ambassade/cards/`. Each is known to be whole by a hash.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Annotated

import msgspec

from ambassade.kept.kept_file import (
    NotWhole,
    decode_kept,
    digest,
    keep_only,
    make_kept_folder,
    read_part,
    read_whole,
    write_kept,
    write_whole,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from ambassade.public import PublicReview

_PURPOSE = "cards 2"
_INDEX, _CARDS = ".index", ".cards"
# What is kept may come from anybody: no card is so long.
_Start = Annotated[int, msgspec.Meta(ge=0, le=1 << 40)]
_Length = Annotated[int, msgspec.Meta(ge=0, le=1 << 24)]
_Spot = tuple[_Start, _Length, bytes, bytes]


class _Index(msgspec.Struct, array_like=True, frozen=True):
    """Where the cards are: beginning, length and hash, and the card's mark; by language and review."""

    key: bytes
    spots: dict[str, dict[str, _Spot]]


_decoder = msgspec.msgpack.Decoder(_Index)


@dataclass(slots=True)
class CardStore:
    """Cards in one folder. `keys`: by item what its cards hang on, among other things.

    `mark` gives, by the identifiers of an item's reviews, what the card of each hangs on and no more.
    `broken`: the items of which something was read that could not be used.
    """

    folder: Path
    keys: Mapping[str, bytes]
    mark: Callable[[str], Mapping[str, bytes]] = lambda _item: {}
    broken: set[str] = field(default_factory=set)
    _found: dict[str, Mapping[str, Mapping[str, _Spot]]] = field(default_factory=dict)

    def keep(self, item: str, cards: Mapping[str, Mapping[str, str]]) -> None:
        """Keep the cards of an item, by language and the review's identifier; not where that cannot be."""
        whole, spots, marks = bytearray(), dict[str, dict[str, _Spot]](), self.mark(item)
        for language, by_review in cards.items():
            there = spots[language] = {}
            for identifier, card in by_review.items():
                data = card.encode()
                mark = marks.get(identifier, b"")
                there[identifier] = len(whole), len(data), digest(data), mark
                whole += data
        path = self.folder / f"{item}{_CARDS}"
        try:
            make_kept_folder(self.folder)
            write_whole(path, bytes(whole))
        except OSError:
            # What cannot be kept anew may hold words that are no longer shown.
            with suppress(OSError):
                path.unlink()
        index = _Index(self.keys[item], spots)
        write_kept(self.folder / f"{item}{_INDEX}", _PURPOSE, msgspec.msgpack.encode(index))
        self._found.pop(item, None)

    def recall(self, item: str) -> dict[str, dict[str, str]]:
        """Return those cards of an item that would be the same again, by language and identifier."""
        index = self._read_index(item)
        if index is None:
            return {}
        marks, found = self.mark(item), dict[str, dict[str, str]]()
        with suppress(OSError, UnicodeDecodeError):
            whole = read_whole(self.folder / f"{item}{_CARDS}")
            for language, by_review in index.spots.items():
                found[language] = {
                    identifier: part.decode()
                    for identifier, (start, length, hashed, mark) in by_review.items()
                    if mark == marks.get(identifier)
                    and digest(part := whole[start : start + length]) == hashed
                }
        return found

    def find(self, language: str, review: PublicReview) -> str | None:
        """Return the card of a review; None where none is kept, or it is not whole or of another build."""
        spot = self._spots_of(review.item).get(language, {}).get(review.identifier)
        if spot is None:
            return None
        try:
            return read_part(f"{self.folder}/{review.item}{_CARDS}", *spot[:3]).decode()
        except (FileNotFoundError, NotADirectoryError):
            return None
        except (OSError, NotWhole, UnicodeDecodeError):
            self.broken.add(review.item)
            return None

    def drop_others(self) -> None:
        """Remove what is kept of items that have no key: they are no more."""
        known = {f"{item}{suffix}" for item in self.keys for suffix in (_INDEX, _CARDS)}
        keep_only(self.folder, known.__contains__)

    def _spots_of(self, item: str) -> Mapping[str, Mapping[str, _Spot]]:
        if item not in self._found:
            index = self._read_index(item)
            is_same = index is not None and index.key == self.keys.get(item)
            self._found[item] = index.spots if index and is_same else {}
        return self._found[item]

    def _read_index(self, item: str) -> _Index | None:
        try:
            return decode_kept(self.folder / f"{item}{_INDEX}", _PURPOSE, _decoder)
        except NotWhole:
            self.broken.add(item)
            return None
