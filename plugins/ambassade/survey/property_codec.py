"""The properties of an item, of whatever type it is, as values that msgspec tells apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from ambassade.public import Agent, PostalAddress

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


StoredProperty = _Text | _Texts | _Agent | _Agents | _Address


def restore_properties(stored: Mapping[str, StoredProperty]) -> dict[str, object]:
    """Return the properties that were stored."""
    return {key: each.value for key, each in stored.items()}


def store_properties(properties: Mapping[str, object]) -> dict[str, StoredProperty]:
    """Return properties, each with a mark of what it is. Raises TypeError for one that is nothing of it."""
    return {key: _store_property(value) for key, value in properties.items()}


def _store_property(value: object) -> StoredProperty:
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
