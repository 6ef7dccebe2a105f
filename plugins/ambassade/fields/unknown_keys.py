"""Keys that are not of a mapping: what was probably meant, and where it belongs."""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING

from ambassade.fields.empty_keys import tell_unindented
from ambassade.rules.reading import unknown_key

if TYPE_CHECKING:
    from ambassade.fields.field import Field
    from ambassade.fields.node import Scalar
    from ambassade.fields.reading import Reading
    from ambassade.problem import Problem


def tell_outer(
    key: Scalar, path: str, fields: tuple[Field, ...], reading: Reading
) -> Problem | None:
    """Return the problem of the key `path` if it is the file's own, and stands within another."""
    owner = path.removesuffix(key.text).rstrip(".")
    is_meant = any(key.text.lower() in field.also for field in fields)
    if not owner or is_meant or key.text not in reading.keys or key.place.file.endswith(".py"):
        return None
    reading.misplaced.add(key.text)
    told = {"key": path, "name": key.text, "owner": owner}
    return unknown_key.RULE.at(
        key.place, fact=unknown_key.WITHIN, remedy=unknown_key.OUTSIDE, **told
    )


def tell_unknown(
    key: Scalar, path: str, fields: tuple[Field, ...], parent: str | None, *, follows: bool
) -> Problem:
    """Return the problem of the key `path`, which is none of `fields`.

    `parent`: an empty key above it that it seems to belong to. `follows`: it has no colon, and may
    be the rest of the value before it.
    """
    if parent:
        return tell_unindented(key.place, path, parent)
    chosen = next((field for field in fields if key.text in _choices_of(field)), None)
    if chosen:
        words = dict.fromkeys((_choices_of(chosen)[0], key.text))
        told = {"owner": chosen.key, "example": f"{chosen.key}: [{', '.join(words)}]"}
        return unknown_key.RULE.at(key.place, remedy=unknown_key.LISTED, key=path, **told)
    owners = _find_owners(key.text, fields)
    if len(owners) != 1:
        closest = _find_closest(key.text, fields)
        known = [field.key for field in fields]
        return unknown_key.about(key.place, path, closest, known, follows=follows)
    owner, within = owners[0]
    needed = [field.key for field in within if field.required]
    quote = '"' if key.place.file.endswith(".py") else ""
    shown = ", ".join(f"{quote}{one}{quote}: …" for one in dict.fromkeys((*needed, key.text)))
    example = f"{quote}{owner}{quote}: {{{shown}}}"
    remedy = unknown_key.OWNED
    return unknown_key.RULE.at(key.place, remedy=remedy, key=path, owner=owner, example=example)


def _choices_of(field: Field) -> tuple[str, ...]:
    """Return the words that a list may hold: `{scope: text, name}` has a key `name` to YAML."""
    choices: tuple[str, ...] = getattr(getattr(field.kind, "kind", None), "options", ())
    return choices


def _find_owners(typed: str, fields: tuple[Field, ...]) -> list[tuple[str, tuple[Field, ...]]]:
    """Return the mappings that have the key, none where editors mean one of `fields` by it."""
    if any(typed.lower() in field.also for field in fields):
        return []
    return [
        (field.key, field.within) for field in fields if typed in {one.key for one in field.within}
    ]


def _find_closest(typed: str, fields: tuple[Field, ...]) -> list[str]:
    """Return the key that was probably meant, none if no key is near: by spelling or by meaning."""
    names = {name.lower(): field.key for field in fields for name in (field.key, *field.also)}
    near = difflib.get_close_matches(typed.lower(), names, 1, 0.7)
    return [names[each] for each in near]
