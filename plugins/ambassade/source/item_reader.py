"""An `item.yaml` to an `Item`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ambassade.fields.item import COMMON, text_of, type_field
from ambassade.fields.mappings import cast_entries
from ambassade.fields.node import Entries
from ambassade.fields.reading import Reading
from ambassade.item_types import item_types
from ambassade.public import Item
from ambassade.rules.reading import key_of_another_type
from ambassade.source.yaml_reader import read_yaml

if TYPE_CHECKING:
    from ambassade.fields.field import Field
    from ambassade.fields.reading import PictureFinder
    from ambassade.problem import Problem

_IN_ITEM = frozenset(field.attribute for field in COMMON) | {"type", "offers"}


def read_item(
    data: bytes, file: str, slug: str, find_picture: PictureFinder
) -> tuple[Item | None, list[Problem]]:
    """Return the item that `data` holds and its problems; None only where it cannot be read at all."""
    entries, problems = read_yaml(data, file)
    if entries is None:
        return None, problems
    reading = Reading(file, find_picture)
    typed = next((text_of(node) for key, node in entries.pairs if key.text == "type"), "")
    entries, fields = _fields_of(entries, typed, reading)
    values = cast_entries(entries, fields, "", reading)
    properties = {key: values.pop(key) for key in list(values) if key not in _IN_ITEM}
    whole: dict[str, Any] = {"type": "", "name": "", "collection": "", **values}
    item = Item(slug=slug, properties=properties, file=file, places=reading.places, **whole)
    return item, problems + reading.problems


def _fields_of(entries: Entries, typed: str, reading: Reading) -> tuple[Entries, tuple[Field, ...]]:
    types = item_types()
    head = (type_field(tuple(types)), *COMMON)
    own = types[typed].fields if typed in types else _any_of_them()
    known = {field.key for field in (*head, *own)}
    kept = []
    for key, node in entries.pairs:
        elsewhere = [name for name, kind in types.items() if key.text in _keys(kind.fields)]
        if key.text not in known and elsewhere:
            told = {"key": key.text, "type": typed, "types": ", ".join(elsewhere)}
            reading.tell(key_of_another_type.RULE.at(key.place, **told))
        else:
            kept.append((key, node))
    return Entries(tuple(kept), entries.place), (*head, *own)


def _any_of_them() -> tuple[Field, ...]:
    by_key = {field.key: field for kind in item_types().values() for field in kind.fields}
    return tuple(by_key.values())


def _keys(fields: tuple[Field, ...]) -> set[str]:
    return {field.key for field in fields}
