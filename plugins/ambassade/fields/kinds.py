"""Kinds of single values: each casts a node, and says in JSON Schema what an editor may type.

What is counted or dated has files of its own, number_kinds.py and date_kinds.py; so have pictures.
`cast` returns None for a value that cannot be; the problem has then been told.
"""

from __future__ import annotations

import difflib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar, Protocol

from ambassade.fields.node import Entries, Items, Node, Scalar
from ambassade.language import is_language_tag
from ambassade.problem import N_, Word
from ambassade.rules.reading import (
    not_a_language,
    not_an_address,
    text_too_long,
    unknown_choice,
    wrong_type,
)
from ambassade.text import collapse
from ambassade.web_address import is_web_address

if TYPE_CHECKING:
    from ambassade.fields.reading import Reading

Schema = dict[str, Any]

LONGEST_TEXT = 100_000  # the transcript of a film of two hours
LONGEST_MARKDOWN = 50_000


class Kind(Protocol):
    """A kind of value."""

    @property
    def label(self) -> str:
        """What an editor reads in the documentation."""

    def cast(self, node: Node, key: str, reading: Reading) -> Any | None:  # noqa: ANN401 - a value of this kind
        """Return the value of `node`, or None after telling why there is none."""

    def schema(self) -> Schema:
        """Return the JSON Schema of what may be typed."""


def describe_node(node: Node) -> Word:
    """Return what `node` is, as one says it to an editor."""
    if isinstance(node, Items):
        return Word(N_("a list"))
    return Word(N_("a mapping") if isinstance(node, Entries) else N_("a text"))


def scalar_text(node: Node, key: str, wanted: str, reading: Reading) -> str | None:
    """Return the trimmed text of a scalar; tell `wrong-type` of anything else."""
    if isinstance(node, Scalar):
        return node.text.strip()
    found = describe_node(node)
    reading.tell(wrong_type.RULE.at(node.place, key=key, found=found, wanted=Word(wanted)))
    return None


def _is_too_long(text: str, limit: int, node: Node, key: str, reading: Reading) -> bool:
    if len(text) > limit:
        told = text_too_long.RULE.at(node.place, key=key, length=len(text), limit=limit)
        reading.tell(told)
    return len(text) > limit


@dataclass(frozen=True, slots=True)
class Text:
    """A text on one line: white space inside is collapsed."""

    label: ClassVar[str] = N_("text")

    def cast(self, node: Node, key: str, reading: Reading) -> str | None:
        """Return the text."""
        text = scalar_text(node, key, self.label, reading)
        if text is None or _is_too_long(text, LONGEST_TEXT, node, key, reading):
            return None
        return collapse(text)

    def schema(self) -> Schema:
        """Anything that YAML may take a plain word for: text is taken as text."""
        return {"type": ["string", "number", "boolean", "null"]}


@dataclass(frozen=True, slots=True)
class Markdown:
    """A text in the small Markdown, kept to the letter but for white space around it."""

    label: ClassVar[str] = N_("small Markdown")

    def cast(self, node: Node, key: str, reading: Reading) -> str | None:
        """Return the text with its lines."""
        text = scalar_text(node, key, self.label, reading)
        if text is None or _is_too_long(text, LONGEST_MARKDOWN, node, key, reading):
            return None
        return text

    def schema(self) -> Schema:
        """As for `Text`."""
        return Text().schema()


@dataclass(frozen=True, slots=True)
class Choice:
    """One of some words."""

    options: tuple[str, ...]

    @property
    def label(self) -> str:
        """The words."""
        return "one of " + ", ".join(f"`{option}`" for option in self.options)

    def cast(self, node: Node, key: str, reading: Reading) -> str | None:
        """Return the word."""
        text = scalar_text(node, key, N_("one word"), reading)
        if text is None or text in self.options:
            return text
        closest = difflib.get_close_matches(text.lower(), self.options, 1, 0.5)
        reading.tell(unknown_choice.about(node.place, key, text, self.options, closest))
        return None

    def schema(self) -> Schema:
        """An enumeration."""
        return {"enum": list(self.options)}


@dataclass(frozen=True, slots=True)
class Flag:
    """`true` or `false`."""

    label: ClassVar[str] = N_("`true` or `false`")

    def cast(self, node: Node, key: str, reading: Reading) -> bool | None:
        """Return the truth value."""
        text = scalar_text(node, key, self.label, reading)
        if text is None:
            return None
        if text.lower() not in {"true", "false"}:
            reading.tell(unknown_choice.about(node.place, key, text, ("true", "false"), []))
            return None
        return text.lower() == "true"

    def schema(self) -> Schema:
        """A truth value, quoted or not."""
        return {"enum": [True, False, "true", "false"]}


@dataclass(frozen=True, slots=True)
class Address:
    """An absolute http(s) address."""

    label: ClassVar[str] = N_("absolute http(s) address")

    def cast(self, node: Node, key: str, reading: Reading) -> str | None:
        """Return the address."""
        text = scalar_text(node, key, self.label, reading)
        if text is None:
            return None
        if not is_web_address(text):
            reading.tell(not_an_address.RULE.at(node.place, key=key, value=text))
            return None
        return text

    def schema(self) -> Schema:
        """A text of that form."""
        return {"type": "string", "pattern": "^https?://"}


@dataclass(frozen=True, slots=True)
class Language:
    """A BCP 47 language tag."""

    label: ClassVar[str] = N_("language tag (BCP 47)")

    def cast(self, node: Node, key: str, reading: Reading) -> str | None:
        """Return the tag."""
        text = scalar_text(node, key, self.label, reading)
        if text is None or is_language_tag(text):
            return text
        reading.tell(not_a_language.RULE.at(node.place, key=key, value=text))
        return None

    def schema(self) -> Schema:
        """A text of that form; `no` is Norwegian, whatever YAML takes it for."""
        return {"type": ["string", "boolean"]}
