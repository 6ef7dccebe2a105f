"""Kinds of values that settings alone have; those that are addresses are in address_kinds.py."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar

from ambassade.fields.by_language import ByLanguage
from ambassade.fields.kinds import Choice, Text, describe_node
from ambassade.fields.node import Entries, Node, Scalar
from ambassade.fields.number_kinds import Number
from ambassade.problem import N_, Word
from ambassade.rules.reading import wrong_setting
from ambassade.search_program import INSTALL, find_search_program
from ambassade.settings import Localized

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ambassade.fields.kinds import Kind, Schema
    from ambassade.fields.reading import Reading


@dataclass(frozen=True, slots=True)
class Words:
    """A text, or one by language."""

    label: ClassVar[str] = N_("text, or a mapping of texts by language")

    def cast(self, node: Node, key: str, reading: Reading) -> Localized | None:
        """Return the text in its languages."""
        if isinstance(node, Entries):
            texts = ByLanguage(Text()).cast(node, key, reading)
            return None if texts is None else Localized(texts)
        text = Text().cast(node, key, reading)
        return None if text is None else Localized({"": text})

    def schema(self) -> Schema:
        """A text or an object of texts."""
        return {"anyOf": [Text().schema(), {"type": "object"}]}


@dataclass(frozen=True, slots=True)
class Count:
    """A whole number from `minimum` on; where it may be `none`, that says: without a limit."""

    minimum: int = 1
    may_be_none: bool = False

    @property
    def label(self) -> str:
        """What it may be."""
        return N_("whole number, or `none`") if self.may_be_none else N_("whole number")

    def cast(self, node: Node, key: str, reading: Reading) -> int | None:
        """Return the number; None of `none`, whose place is noted all the same."""
        if self.may_be_none and isinstance(node, Scalar) and node.text.strip().lower() == "none":
            return None
        number = Number(self.minimum).cast(node, key, reading)
        if number is None or number == int(number):
            return None if number is None else int(number)
        reading.tell(
            wrong_setting.RULE.at(node.place, key=key, value=number, wanted=Word(self.label))
        )
        return None

    def schema(self) -> Schema:
        """A whole number, or the word."""
        number: Schema = {"type": "integer", "minimum": self.minimum}
        return {"anyOf": [number, {"const": "none"}]} if self.may_be_none else number


@dataclass(frozen=True, slots=True)
class SearchEngine:
    """What makes a full-text index; it must be installed."""

    options: ClassVar[Choice] = Choice(("pagefind",))

    @property
    def label(self) -> str:
        """Its names."""
        return self.options.label

    def cast(self, node: Node, key: str, reading: Reading) -> str | None:
        """Return its name."""
        name = self.options.cast(node, key, reading)
        if name is None or find_search_program():
            return name
        told = {"key": key, "value": name, "say": INSTALL}
        fact, remedy = wrong_setting.NOT_INSTALLED, wrong_setting.INSTALL_IT
        reading.tell(wrong_setting.RULE.at(node.place, fact=fact, remedy=remedy, **told))
        return None

    def schema(self) -> Schema:
        """An enumeration."""
        return self.options.schema()


@dataclass(frozen=True, slots=True)
class ByName:
    """A mapping from names to values of one kind, such as records."""

    kind: Kind

    @property
    def label(self) -> str:
        """The kind's own."""
        return f"by name: {self.kind.label}"

    def cast(self, node: Node, key: str, reading: Reading) -> Mapping[str, Any] | None:
        """Return the values by name."""
        if not isinstance(node, Entries):
            told = {"key": key, "value": describe_node(node), "wanted": Word(N_("mapping"))}
            reading.tell(wrong_setting.RULE.at(node.place, **told))
            return None
        cast = {
            name.text: self.kind.cast(entry, f"{key}.{name.text}", reading)
            for name, entry in node.pairs
        }
        reading.places.update({f"{key}.{name.text}": entry.place for name, entry in node.pairs})
        return {name: value for name, value in cast.items() if value is not None}

    def schema(self) -> Schema:
        """An object of such values."""
        return {"type": "object", "additionalProperties": self.kind.schema()}
