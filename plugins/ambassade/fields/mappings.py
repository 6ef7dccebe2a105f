"""Mappings with known keys: the rows of a FIELDS table, as an editor typed them, and a kind that is one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ambassade.fields.empty_keys import has_no_colon, may_belong, tell_missing
from ambassade.fields.kinds import Kind, Schema, describe_node
from ambassade.fields.lists import Many
from ambassade.fields.node import Entries, Node, Scalar, is_empty
from ambassade.fields.unknown_keys import tell_outer, tell_unknown
from ambassade.rules.reading import missing_key, unknown_key, wrong_type

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from ambassade.fields.field import Field
    from ambassade.fields.reading import Reading

_MOST_UNKNOWN = 100  # to look for what each may mean takes its time, and nobody reads more of them
_MOST_INDEXED = 100  # some tables are put together for one file
# With its fields: while they are kept, no others can have their number.
_indexed: dict[int, tuple[tuple[Field, ...], dict[str, Field], list[str]]] = {}


def cast_entries(
    entries: Entries, fields: tuple[Field, ...], prefix: str, reading: Reading
) -> dict[str, Any]:
    """Return the values of `entries` by attribute; tell unknown keys and missing ones.

    Empty values are as left out. A value that cannot be is left out too, but not called missing; nor
    is a key that an unknown one is told to mean.
    """
    by_key, required = _index(fields)
    if not prefix:
        reading.keys = by_key
    values: dict[str, Any] = {}
    seen: set[str] = set()
    unknown = 0
    above: tuple[Scalar, Collection[str]] | None = None
    for key, node in entries.pairs:
        path = prefix + key.text
        field = by_key.get(key.text)
        if field is None:
            unknown += 1
            if unknown > _MOST_UNKNOWN:
                continue
            parent = prefix + above[0].text if above and may_belong(key, *above) else None
            follows = key is not entries.pairs[0][0] and has_no_colon(key, node)
            told = tell_outer(key, path, fields, reading)
            told = told or tell_unknown(key, path, fields, parent, follows=follows)
            reading.tell(told)
            reading.misplaced.update(prefix + meant for meant in unknown_key.meant_by(told))
            continue
        if is_empty(node):
            above = key, keys_within(field.kind)
            continue
        if above and not may_belong(key, *above):
            above = None
        seen.add(field.key)
        reading.places[path] = node.place
        value = field.kind.cast(node, path, reading)
        if value is not None:
            values[field.attribute] = value
    for name in required:
        if name not in seen and prefix + name not in reading.misplaced:
            within = keys_within(by_key[name].kind)
            reading.tell(tell_missing(name, within, entries, prefix))
    return values


def keys_within(kind: Kind) -> frozenset[str]:
    """Return the keys that the mapping of a kind may have, none where it is no mapping with known keys."""
    kind = kind.kind if isinstance(kind, Many) else kind
    return (
        frozenset(field.key for field in kind.fields) if isinstance(kind, Record) else frozenset()
    )


def _index(fields: tuple[Field, ...]) -> tuple[dict[str, Field], list[str]]:
    """Return the fields by key, and the keys that must be there; made once for the fields of a table."""
    found = _indexed.get(id(fields))
    if found is None:
        by_key = {field.key: field for field in fields}
        if len(_indexed) >= _MOST_INDEXED:
            _indexed.clear()
        found = fields, by_key, [field.key for field in fields if field.required]
        _indexed[id(fields)] = found
    return found[1], found[2]


@dataclass(frozen=True, slots=True)
class Record:
    """A mapping with known keys that becomes a `make`; a text alone may stand for `shorthand`."""

    make: Callable[..., Any]
    fields: tuple[Field, ...]
    shorthand: str | None = None
    one_of: tuple[str, ...] = ()

    @property
    def label(self) -> str:
        """Its keys."""
        keys = ", ".join(f"`{field.key}`" for field in self.fields)
        kind = next((f.kind.label for f in self.fields if f.key == self.shorthand), None)
        return f"{kind}, or a mapping of {keys}" if kind else f"mapping of {keys}"

    def cast(self, node: Node, key: str, reading: Reading) -> Any | None:  # noqa: ANN401 - whatever `make` makes
        """Return what `make` makes of the values; None if one that it needs cannot be."""
        if self.shorthand and not isinstance(node, Entries):
            short = next(field for field in self.fields if field.key == self.shorthand)
            value = short.kind.cast(node, key, reading)
            return None if value is None else self.make(**{short.attribute: value})
        if not isinstance(node, Entries):
            keys = ", ".join(field.key for field in self.fields)
            found = describe_node(node)
            remedy, example = wrong_type.KEYS, self._show_one(node)
            told = wrong_type.RULE.at(
                node.place, remedy=remedy, key=key, found=found, keys=keys, example=example
            )
            reading.tell(told)
            return None
        values = cast_entries(node, self.fields, f"{key}.", reading)
        if self.one_of and not any(f"{key}.{one}" in reading.places for one in self.one_of):
            wanted = " / ".join(f"{key}.{one}" for one in self.one_of)
            reading.tell(missing_key.RULE.at(node.place, key=wanted))
        needed = {field.attribute for field in self.fields if field.required}
        return self.make(**values) if needed <= values.keys() else None

    def _show_one(self, node: Node) -> str:
        """Return how a mapping with one of the keys is typed in the language of the file."""
        first = next((field for field in self.fields if field.required), self.fields[0])
        quote = '"' if node.place.file.endswith(".py") else ""
        return f"{{{quote}{first.key}{quote}: …}}"

    def schema(self) -> Schema:
        """An object, or the short form."""
        whole = object_schema(self.fields)
        if not self.shorthand:
            return whole
        short = next(field for field in self.fields if field.key == self.shorthand)
        return {"anyOf": [short.kind.schema(), whole]}


def object_schema(fields: tuple[Field, ...]) -> Schema:
    """Return the JSON Schema of a mapping with `fields` and no other key."""
    properties = {field.key: {"description": field.help, **_typed(field)} for field in fields}
    required = [field.key for field in fields if field.required]
    schema: Schema = {"type": "object", "additionalProperties": False, "properties": properties}
    return {**schema, "required": required} if required else schema


def _typed(field: Field) -> Schema:
    """Return the schema of a field's value; an empty one is as left out, so it may stand empty."""
    schema = field.kind.schema()
    if field.required or "null" in schema.get("type", ()):
        return schema
    if "enum" in schema:
        return {**schema, "enum": [*schema["enum"], None]}
    if "anyOf" in schema:
        return {**schema, "anyOf": [*schema["anyOf"], {"type": "null"}]}
    kinds = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
    return {**schema, "type": [*kinds, "null"]}
