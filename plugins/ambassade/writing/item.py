"""The text of a new `item.yaml`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ambassade.fields.mappings import Record
from ambassade.item_types import item_types
from ambassade.scaffold import fill
from ambassade.writing.yaml_text import write_text

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ambassade.fields.field import Field


def write_item(typed: Mapping[str, str], language: str) -> str:
    """Return the file, with the type's own keys as comments; those in `language`.

    `typed` has `type`, `name` and `collection`, perhaps `description` and `url`.
    """
    kind = item_types().get(typed["type"])
    values = {key: write_text(text) if text.strip() else "" for key, text in typed.items()}
    return fill(
        f"{language}/item.yaml.jinja",
        **{"description": "", "url": "", **values},
        own_keys=[_begin(field) for field in kind.fields] if kind else [],
    )


def _begin(field: Field) -> str:
    """Return the line that a key begins with; for a mapping, its keys too."""
    if isinstance(field.kind, Record) and not field.kind.shorthand:
        inner = ", ".join(f"{each.key}: …" for each in field.kind.fields)
        return f"{field.key}: {{{inner}}}"
    return f"{field.key}: …"
