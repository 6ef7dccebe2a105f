"""The cards of reviews, as lists of several items' reviews show them: kept by item, read one by one.

A review stands on the wall and at each of its topics, and a review that comes moves all that follow it
onto another page: whoever writes those pages again has the cards. Of fifty thousand reviews they are
as much as a process may hold, so they lie in `.ambassade/cards/`. Each is known to be whole by a hash.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from contextlib import suppress
from dataclasses import dataclass, field
from sys import intern
from typing import TYPE_CHECKING

import msgspec

from ambassade.kept.kept_file import (
    DIGEST,
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
from ambassade.kept.record_file import RecordWriter, Spots

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from pathlib import Path

    from ambassade.public import PublicReview

_PURPOSE = "cards 3"
_INDEX, _CARDS = ".index", ".cards"


class _Cards(msgspec.Struct, array_like=True, frozen=True):
    """Where the cards of a language are, and the mark of each, by the identifier of its review, sorted."""

    identifiers: tuple[str, ...]
    spots: Spots
    marks: tuple[bytes, ...]

    def __post_init__(self) -> None:
        """Raise ValueError where something is not told of each: what is kept may come from anybody."""
        if not len(self.identifiers) == self.spots.count == len(self.marks):
            message = "no cards"
            raise ValueError(message)


class _Index(msgspec.Struct, array_like=True, frozen=True):
    """The cards of an item by language."""

    key: bytes
    cards: dict[str, _Cards]


_decoder = msgspec.msgpack.Decoder(_Index)
_text = msgspec.msgpack.Decoder(str)


class _Spots:
    """Where the cards of an item's reviews are: little more than numbers, as a worker may know all items'."""

    __slots__ = ("_hashes", "_identifiers", "_starts")

    def __init__(self, cards: _Cards) -> None:
        self._identifiers = tuple(map(intern, cards.identifiers))
        self._starts, self._hashes = array("Q", cards.spots.starts), cards.spots.hashes

    def find(self, identifier: str) -> tuple[int, int, bytes] | None:
        """Return beginning, length and hash of the card of a review; None where there is none."""
        number = bisect_left(self._identifiers, identifier)
        if self._identifiers[number : number + 1] != (identifier,):
            return None
        start, end = self._starts[number : number + 2]
        return start, end - start, self._hashes[DIGEST * number : DIGEST * (number + 1)]


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
    _found: dict[str, Mapping[str, _Spots]] = field(default_factory=dict)

    def keep(self, item: str, cards: Mapping[str, Mapping[str, str]]) -> None:
        """Keep the cards of an item, by language and the review's identifier; not where that cannot be."""
        writer, told, marks = RecordWriter(), dict[str, _Cards](), self.mark(item)
        for language, by_review in cards.items():
            identifiers = tuple(sorted(by_review))
            # They come as Jinja's own kind of text, which MessagePack has none of.
            spots = writer.add(str(by_review[each]) for each in identifiers)
            of_each = tuple(marks.get(each, b"") for each in identifiers)
            told[language] = _Cards(identifiers, spots, of_each)
        path = self.folder / f"{item}{_CARDS}"
        try:
            make_kept_folder(self.folder)
            write_whole(path, bytes(writer.data))
        except OSError:
            # What cannot be kept anew may hold words that are no longer shown.
            with suppress(OSError):
                path.unlink()
        index = _Index(self.keys[item], told)
        write_kept(self.folder / f"{item}{_INDEX}", _PURPOSE, msgspec.msgpack.encode(index))
        self._found.pop(item, None)

    def recall(self, item: str) -> dict[str, dict[str, str]]:
        """Return those cards of an item that would be the same again, by language and identifier."""
        index = self._read_index(item)
        if index is None:
            return {}
        marks, found = self.mark(item), dict[str, dict[str, str]]()
        with suppress(OSError, msgspec.MsgspecError):
            whole = read_whole(self.folder / f"{item}{_CARDS}")
            for language, cards in index.cards.items():
                spots, known = _Spots(cards), zip(cards.identifiers, cards.marks, strict=True)
                same = [each for each, mark in known if mark == marks.get(each)]
                found[language] = dict(_cut(whole, spots, same))
        return found

    def find(self, language: str, review: PublicReview) -> str | None:
        """Return the card of a review; None where none is kept, or it is not whole or of another build."""
        spots = self._spots_of(review.item).get(language)
        spot = spots.find(review.identifier) if spots else None
        if spot is None:
            return None
        try:
            return _text.decode(read_part(f"{self.folder}/{review.item}{_CARDS}", *spot))
        except (FileNotFoundError, NotADirectoryError):
            return None
        except (OSError, NotWhole, msgspec.MsgspecError):
            self.broken.add(review.item)
            return None

    def drop_others(self) -> None:
        """Remove what is kept of items that have no key: they are no more."""
        known = {f"{item}{suffix}" for item in self.keys for suffix in (_INDEX, _CARDS)}
        keep_only(self.folder, known.__contains__)

    def _spots_of(self, item: str) -> Mapping[str, _Spots]:
        if item not in self._found:
            index = self._read_index(item)
            is_same = index is not None and index.key == self.keys.get(item)
            there = index.cards if index and is_same else {}
            self._found[item] = {language: _Spots(cards) for language, cards in there.items()}
        return self._found[item]

    def _read_index(self, item: str) -> _Index | None:
        try:
            return decode_kept(self.folder / f"{item}{_INDEX}", _PURPOSE, _decoder)
        except NotWhole:
            self.broken.add(item)
            return None


def _cut(whole: bytes, spots: _Spots, identifiers: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield the cards of reviews that are as they were kept."""
    for identifier in identifiers:
        start, length, hashed = spots.find(identifier) or (0, 0, b"")
        part = whole[start : start + length]
        if digest(part) == hashed:
            yield identifier, _text.decode(part)
