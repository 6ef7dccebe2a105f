"""A shard to bytes and back: what workers hand over, and what is kept of a folder between builds.

MessagePack by msgspec: typed on the way in, and no code in it, so that bytes from anybody are safe.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import msgspec
from msgspec.structs import replace

from ambassade.kept_file import digest
from ambassade.model import Records, Review
from ambassade.page import PageLine  # noqa: TC001 - msgspec reads it
from ambassade.problem_codec import StoredProblem, restore_problem, store_problem
from ambassade.public import Agent, Item, PostalAddress, PublicHashes, PublicItem
from ambassade.shard import Shard

if TYPE_CHECKING:
    from collections.abc import Mapping


class _Text(msgspec.Struct, array_like=True, tag=True):
    value: str


class _Texts(msgspec.Struct, array_like=True, tag=True):
    value: tuple[str, ...]


class _Agent(msgspec.Struct, array_like=True, tag=True):
    value: Agent


class _Agents(msgspec.Struct, array_like=True, tag=True):
    value: tuple[Agent, ...]


class _Address(msgspec.Struct, array_like=True, tag=True):
    value: PostalAddress


_Property = _Text | _Texts | _Agent | _Agents | _Address


class _StoredRecords(msgspec.Struct, array_like=True):
    item: Item | None
    properties: dict[str, _Property]
    reviews: tuple[Review, ...]
    unread: tuple[str, ...]


class _Stored(msgspec.Struct, array_like=True):
    records: msgspec.Raw
    properties: dict[str, _Property]
    problems: tuple[StoredProblem, ...]
    public: PublicItem | None
    lines: tuple[PageLine, ...]
    hashes: PublicHashes | None


_encoder = msgspec.msgpack.Encoder()
_decoder = msgspec.msgpack.Decoder(_Stored)
_records_decoder = msgspec.msgpack.Decoder(_StoredRecords)


def encode_shard(shard: Shard) -> bytes:
    """Return `shard` as bytes; the same shard gives the same bytes."""
    public = shard.public
    return _encoder.encode(
        _Stored(
            records=msgspec.Raw(_encode_records(shard.tell_records())),
            properties=_store_properties(public.item.properties if public else {}),
            problems=tuple(store_problem(one) for one in shard.problems),
            public=public and replace(public, item=replace(public.item, properties={})),
            lines=shard.lines,
            hashes=_hash_public(public) if public else None,
        )
    )


def _encode_records(records: Records) -> bytes:
    item = records.items[0] if records.items else None
    return _encoder.encode(
        _StoredRecords(
            item=item and replace(item, properties={}),
            properties=_store_properties(item.properties if item else {}),
            reviews=records.reviews,
            unread=tuple(sorted(records.unread)),
        )
    )


def _hash_public(public: PublicItem) -> PublicHashes:
    item = _encoder.encode(
        (replace(public.item, properties={}), _store_properties(public.item.properties))
    )
    summary = public.summary
    has_average = summary is not None and summary.average is not None
    return PublicHashes(
        item=digest(item, _encoder.encode(replace(public, item=None, reviews=()))),
        face=digest(item, bytes([has_average])),
        reviews=tuple(digest(_encoder.encode(review)) for review in public.reviews),
    )


def decode_shard(data: bytes | msgspec.Raw) -> Shard:
    """Return the shard that `data` holds. Raises ValueError where it holds none."""
    stored = _decoder.decode(data)
    public = stored.public
    return Shard(
        # Their own bytes: the rest is not to be held by them.
        tell_records=partial(_decode_records, bytes(stored.records)),
        problems=tuple(restore_problem(one) for one in stored.problems),
        public=public and _with_properties(public, stored.properties),
        lines=stored.lines,
        hashes=stored.hashes,
    )


def _with_properties(public: PublicItem, stored: Mapping[str, _Property]) -> PublicItem:
    properties = {key: each.value for key, each in stored.items()}
    return replace(public, item=replace(public.item, properties=properties))


def _decode_records(data: bytes) -> Records:
    stored = _records_decoder.decode(data)
    properties = {key: each.value for key, each in stored.properties.items()}
    item = stored.item and replace(stored.item, properties=properties)
    return Records((item,) if item else (), stored.reviews, unread=frozenset(stored.unread))


def _store_properties(properties: Mapping[str, object]) -> dict[str, _Property]:
    return {key: _store_property(value) for key, value in properties.items()}


def _store_property(value: object) -> _Property:
    if isinstance(value, str):
        return _Text(value)
    if isinstance(value, Agent):
        return _Agent(value)
    if isinstance(value, PostalAddress):
        return _Address(value)
    if isinstance(value, tuple) and all(isinstance(each, Agent) for each in value):
        return _Agents(value) if value else _Texts(())
    if isinstance(value, tuple):
        return _Texts(value)
    message = f"no way to keep a property of an item that is a {type(value).__name__}"
    raise TypeError(message)
