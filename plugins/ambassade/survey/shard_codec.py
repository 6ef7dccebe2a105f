"""A shard to bytes and back: what workers hand over, and what is kept of a folder between builds.

MessagePack by msgspec: typed on the way in, and no code in it, so that bytes from anybody are safe. What
lists ask of reviews is apart from the reviews themselves, which are read one by one.
"""

from __future__ import annotations

from functools import partial
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

import msgspec
from msgspec.structs import replace

from ambassade.kept.kept_file import NotWhole, digest
from ambassade.kept.problem_codec import StoredProblem, restore_problem, store_problem
from ambassade.kept.record_file import RecordWriter, Spots
from ambassade.listed_record import RecordLine, make_listed_records
from ambassade.model import Records
from ambassade.page_lines import ItemLines
from ambassade.public import (
    Item,
    PublicHashes,
    PublicItem,
    ReviewLine,
    Topic,
    make_listed_reviews,
)
from ambassade.rules.repeated_words import tell_beginning
from ambassade.survey.property_codec import StoredProperty, restore_properties, store_properties
from ambassade.survey.shard import Shard

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ambassade.kept.record_file import RecordFile, RecordShelf
    from ambassade.model import Review
    from ambassade.public import PublicReview


def _check(is_so: bool) -> None:  # noqa: FBT001 - it is all there is
    if not is_so:
        message = "no shard"
        raise ValueError(message)


class _StoredRecords(msgspec.Struct, array_like=True):
    item: Item | None
    properties: dict[str, StoredProperty]
    reviews: tuple[RecordLine, ...]
    unread: tuple[str, ...]


class _StoredPublic(msgspec.Struct, array_like=True):
    item: PublicItem
    properties: dict[str, StoredProperty]
    topics: tuple[Topic, ...]
    reviews: tuple[ReviewLine, ...]
    hashes: PublicHashes

    def __post_init__(self) -> None:
        """Raise ValueError where a line tells of a topic that there is not."""
        numbers = set[int]().union(*map(attrgetter("topics"), self.reviews))
        _check(max(numbers, default=-1) < len(self.topics))


class _Stored(msgspec.Struct, array_like=True):
    # Of the reviews.
    public_spots: tuple[Spots]
    # Of the reviews, and of what is said of all of them.
    private_spots: tuple[Spots, Spots]
    problems: tuple[StoredProblem, ...]
    public: _StoredPublic | None
    lines: msgspec.Raw

    def __post_init__(self) -> None:
        """Raise ValueError where lines and records are not as many."""
        (spots,) = self.public_spots
        _check(len(self.public.reviews if self.public else ()) == spots.count)
        _check(self.private_spots[1].count == 1)


_encoder = msgspec.msgpack.Encoder()
_decoder = msgspec.msgpack.Decoder(_Stored)
_lines_decoder = msgspec.msgpack.Decoder(ItemLines)
_records_decoder = msgspec.msgpack.Decoder(_StoredRecords)


class Encoded(NamedTuple):
    """A shard in bytes: what lists ask, and its records: those that may be seen, and those that may not."""

    lists: bytes
    public: bytes
    private: bytes


def encode_shard(shard: Shard) -> Encoded:
    """Return the shard of a folder as bytes."""
    public, private, records = RecordWriter(), RecordWriter(), shard.tell_records()
    stored = _Stored(
        public_spots=(public.add(shard.public.reviews if shard.public else ()),),
        private_spots=(private.add(records.reviews), private.add([_store_records(records)])),
        problems=tuple(store_problem(one) for one in shard.problems),
        public=_store_public(shard.public) if shard.public else None,
        lines=msgspec.Raw(_encoder.encode(shard.lines)),
    )
    return Encoded(_encoder.encode(stored), bytes(public.data), bytes(private.data))


def _store_public(public: PublicItem) -> _StoredPublic:
    item = replace(public.item, properties={})
    properties = store_properties(public.item.properties)
    topics = tuple(dict.fromkeys(topic for one in public.reviews for topic in one.keywords))
    numbers = {topic: number for number, topic in enumerate(topics)}
    return _StoredPublic(
        item=replace(public, item=item, reviews=()),
        properties=properties,
        topics=topics,
        reviews=tuple(_list_review(one, numbers) for one in public.reviews),
        hashes=_hash_public(public, _encoder.encode((item, properties))),
    )


def _list_review(review: PublicReview, numbers: Mapping[Topic, int]) -> ReviewLine:
    changed = review.last_modified
    return ReviewLine(
        identifier=review.identifier,
        date_published=review.date_published,
        changed=None if changed == review.date_published else changed,
        topics=tuple(numbers[topic] for topic in review.keywords),
        featured=review.featured,
        draft=review.draft,
        has_body=review.has_body,
        has_media=review.has_media,
    )


def _hash_public(public: PublicItem, item: bytes) -> PublicHashes:
    summary = public.summary
    has_average = summary is not None and summary.average is not None
    return PublicHashes(
        item=digest(item, _encoder.encode(replace(public, item=None, reviews=()))),
        face=digest(item, bytes([has_average])),
    )


def _store_records(records: Records) -> _StoredRecords:
    item = records.items[0] if records.items else None
    return _StoredRecords(
        item=item and replace(item, properties={}),
        properties=store_properties(item.properties if item else {}),
        reviews=tuple(map(_list_record, records.reviews)),
        unread=tuple(sorted(records.unread)),
    )


def _list_record(review: Review) -> RecordLine:
    return RecordLine(
        identifier=review.identifier,
        date_published=review.date_published,
        in_language=review.in_language,
        status=review.status,
        keywords=review.keywords,
        corrections=review.corrections,
        is_verified=review.is_verified,
        is_rewarded=review.is_rewarded,
        beginning=tell_beginning(review),
    )


def decode_shard(
    slug: str, data: bytes | msgspec.Raw, public_file: RecordFile, private_file: RecordFile
) -> Shard:
    """Return the shard of the folder `slug` that `data` holds, and the files its records.

    Raises ValueError where it is none.
    """
    stored = _decoder.decode(data)
    public = stored.public
    _check(public is None or public.item.item.slug == slug)
    (seen,) = map(public_file.open_shelf, stored.public_spots)
    kept, whole = map(private_file.open_shelf, stored.private_spots)
    return Shard(
        tell_records=partial(_restore_records, slug, private_file, whole, kept),
        problems=tuple(restore_problem(one) for one in stored.problems),
        public=_restore_public(public, seen) if public else None,
        # Their own bytes: the rest is not to be held by them.
        lines=_lines_decoder.decode(bytes(stored.lines)),
        hashes=public.hashes if public else None,
    )


def tell_spots(data: bytes) -> tuple[Sequence[Spots], Sequence[Spots]]:
    """Return where records of a shard are in the public and in the private file, as `decode_shard` asks."""
    stored = _decoder.decode(data)
    return stored.public_spots, stored.private_spots


def _restore_public(stored: _StoredPublic, shelf: RecordShelf) -> PublicItem:
    item = replace(stored.item.item, properties=restore_properties(stored.properties))
    reviews = make_listed_reviews(item.slug, stored.reviews, shelf, stored.topics)
    return replace(stored.item, item=item, reviews=reviews)


def _restore_records(
    slug: str, file: RecordFile, whole: RecordShelf, reviews: RecordShelf
) -> Records:
    def read() -> _StoredRecords:
        stored = whole.read(0, _records_decoder)
        if len(stored.reviews) != len(reviews):  # somebody else made it
            raise NotWhole
        return stored

    stored = file.load(read)
    item = stored.item and replace(stored.item, properties=restore_properties(stored.properties))
    listed = make_listed_records(slug, stored.reviews, reviews)
    return Records((item,) if item else (), listed, unread=frozenset(stored.unread))
