"""A mapping from languages to what is said in each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ambassade.fields.kinds import Kind, Language, Schema, describe_node
from ambassade.fields.node import Entries, Node, is_empty
from ambassade.problem import N_, Word
from ambassade.rules.reading import duplicate_key, wrong_type

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ambassade.fields.reading import Reading


@dataclass(frozen=True, slots=True)
class ByLanguage:
    """A mapping from language tags to records."""

    record: Kind

    @property
    def label(self) -> str:
        """The record's keys."""
        return f"by language tag: {self.record.label}"

    def cast(self, node: Node, key: str, reading: Reading) -> Mapping[str, Any] | None:
        """Return the records by language tag."""
        if not isinstance(node, Entries):
            found, wanted = describe_node(node), N_("a mapping by language")
            reading.tell(wrong_type.RULE.at(node.place, key=key, found=found, wanted=Word(wanted)))
            return None
        values: dict[str, Any] = {}
        lines: dict[str, int] = {}
        for tag, entry in node.pairs:
            language = Language().cast(tag, key, reading)
            if language is None or is_empty(entry):
                continue
            folded = language.lower()  # capital letters make no other language of it
            if folded in lines:
                told = duplicate_key.RULE.at(tag.place, key=language, line=lines[folded])
                reading.tell(told)
                continue
            lines[folded] = tag.place.line
            reading.places[f"{key}.{language}"] = entry.place
            value = self.record.cast(entry, f"{key}.{language}", reading)
            if value is not None:
                values[language] = value
        return values

    def schema(self) -> Schema:
        """An object of objects."""
        return {"type": "object", "additionalProperties": self.record.schema()}
