"""Ratings of single criteria: a mapping from what customers call them to numbers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from ambassade.fields.kinds import Schema, describe_node
from ambassade.fields.node import Entries, Node, Scalar, is_empty
from ambassade.fields.number_kinds import Number
from ambassade.problem import N_, Word
from ambassade.rules.reading import duplicate_key, number_cannot_be, wrong_type
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
        for number, (name, entry) in enumerate(node.pairs):
            if is_empty(entry):
                if number and name.text.isdecimal():
                    _tell_comma(node.pairs[number - 1], name.text, key, reading)
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


def _tell_comma(before: tuple[Scalar, Node], decimals: str, key: str, reading: Reading) -> None:
    """Tell of `{taste: 4,5}`, which is a rating of 4 and an empty name to YAML."""
    name, entry = before
    if isinstance(entry, Scalar) and entry.text.isdecimal():
        typed = f"{entry.text},{decimals}"
        reading.tell(number_cannot_be.about(entry.place, f"{key}.{name.text}", typed))
