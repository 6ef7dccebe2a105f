"""Ratings of single criteria: a mapping from what customers call them to numbers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from ambassade.fields.kinds import Number, Schema, describe_node
from ambassade.fields.node import Entries, Node, is_empty
from ambassade.problem import N_, Word
from ambassade.rules.reading import duplicate_key, wrong_type
from ambassade.text import slugify

if TYPE_CHECKING:
    from collections.abc import Mapping
    from decimal import Decimal

    from ambassade.fields.reading import Reading


@dataclass(frozen=True, slots=True)
class Scores:
    """A mapping from the names of aspects to numbers."""

    label: ClassVar[str] = N_("mapping of names to numbers")

    def cast(self, node: Node, key: str, reading: Reading) -> Mapping[str, Decimal] | None:
        """Return the numbers by name."""
        if not isinstance(node, Entries):
            found, wanted = describe_node(node), self.label
            reading.tell(wrong_type.RULE.at(node.place, key=key, found=found, wanted=Word(wanted)))
            return None
        scores: dict[str, Decimal] = {}
        lines: dict[str, int] = {}
        for name, entry in node.pairs:
            if is_empty(entry):
                continue
            # Names of one slug are one criterion, of which an average takes one value of a review.
            slug = slugify(name.text) or name.text
            if slug in lines:
                told = duplicate_key.RULE.at(name.place, key=name.text, line=lines[slug])
                reading.tell(told)
                continue
            lines[slug] = name.place.line
            reading.places[f"{key}.{name.text}"] = entry.place
            value = Number().cast(entry, f"{key}.{name.text}", reading)
            if value is not None:
                scores[name.text.strip()] = value
        return scores

    def schema(self) -> Schema:
        """An object of numbers."""
        return {"type": "object", "additionalProperties": Number().schema()}
