"""Kinds of values that are lists; a single value may stand for a list of one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar

from ambassade.fields.kinds import Choice, Kind, Text
from ambassade.fields.node import Items, Node, Scalar, is_empty
from ambassade.problem import N_
from ambassade.rules.reading import unknown_choice

if TYPE_CHECKING:
    from ambassade.fields.kinds import Schema
    from ambassade.fields.reading import Reading


@dataclass(frozen=True, slots=True)
class Many:
    """A list of values; a single one may stand for a list of one."""

    kind: Kind

    @property
    def label(self) -> str:
        """The kind of its members."""
        return f"{self.kind.label}, or a list of such"

    def cast(self, node: Node, key: str, reading: Reading) -> tuple[Any, ...] | None:
        """Return the values that can be."""
        if isinstance(self.kind, Choice) and isinstance(node, Scalar):
            words = [word.strip() for word in node.text.split(",")]
            told = unknown_choice.unlisted(node.place, key, words, self.kind.options)
            if told:
                reading.tell(told)
                return None
        nodes = node.nodes if isinstance(node, Items) else (node,)
        cast = [self.kind.cast(each, key, reading) for each in nodes if not is_empty(each)]
        return tuple(value for value in cast if value is not None)

    def schema(self) -> Schema:
        """One, or a list."""
        return {"anyOf": [self.kind.schema(), {"type": "array", "items": self.kind.schema()}]}


@dataclass(frozen=True, slots=True)
class Keywords:
    """A list of words; or one text, split at its commas as schema.org's `keywords` is."""

    label: ClassVar[str] = N_("list of words")

    def cast(self, node: Node, key: str, reading: Reading) -> tuple[str, ...] | None:
        """Return the words, each once."""
        if isinstance(node, Scalar):
            parts = tuple(Scalar(part, node.place) for part in node.text.split(","))
            node = Items(parts, node.place)
        words = Many(Text()).cast(node, key, reading) or ()
        return tuple(dict.fromkeys(words))

    def schema(self) -> Schema:
        """One, or a list."""
        return Many(Text()).schema()
