"""Kinds of values that settings alone have."""

from __future__ import annotations

import posixpath
import re
import string
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar, Final
from urllib.parse import urlsplit

from ambassade.fields.kinds import Address, Choice, Number, Text, describe_node
from ambassade.fields.node import Entries, Node, Scalar
from ambassade.fields.shapes import ByLanguage
from ambassade.problem import N_, Word
from ambassade.reserved_names import is_reserved
from ambassade.rules.reading import wrong_setting
from ambassade.search_program import INSTALL, find_search_program
from ambassade.settings import Localized
from ambassade.web_address import escape_address

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ambassade.fields.kinds import Kind, Schema
    from ambassade.fields.reading import Reading
    from ambassade.problem import Place, Problem

# Room is left for what stands for a placeholder: systems take 255 bytes.
_LONGEST_STEP = 100
# Which files are there hangs on the theme, the items and the pictures.
_OUR_FOLDERS = ("api/v1/", "images/", "pagefind/", "theme/")


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


# A host of labels, or an IPv6 address; no step of the path is empty, `.` or `..`, however that is written.
_SITE_ADDRESS: Final = re.compile(
    r"https?://(?:\[[\da-f:.]+\]|[a-z\d_-]+(?:\.[a-z\d_-]+)*\.?)(?::\d+)?"
    r"(?:/(?!(?:\.|%2e){1,2}(?:/|$))[^/?#]+)*/?",
    re.ASCII | re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class SiteAddress:
    """The absolute address of the site, without query or fragment, as browsers send it: in ASCII."""

    label: ClassVar[str] = N_("absolute http(s) address of the site")

    def cast(self, node: Node, key: str, reading: Reading) -> str | None:
        """Return the address with no slash at its end."""
        address = Address().cast(node, key, reading)
        if address is None:
            return None
        escaped = escape_address(address)
        is_well = _SITE_ADDRESS.fullmatch(escaped) is not None
        if not (is_well and address.isascii()):
            wanted = escaped if is_well else _mend(escaped)
            reading.tell(wrong_setting.RULE.at(node.place, key=key, value=address, wanted=wanted))
            return None
        return address.rstrip("/")

    def schema(self) -> Schema:
        """An address."""
        return Address().schema()


def _mend(address: str) -> str:
    """Return the site's address that was meant: no query, no step that is empty or a dot; else an example."""
    parts = urlsplit(address)
    path = posixpath.normpath(f"/{parts.path.lstrip('/')}").rstrip("/")
    meant = f"{parts.scheme}://{parts.netloc}{path}"
    return meant if _SITE_ADDRESS.fullmatch(meant) else "https://example.com"


@dataclass(frozen=True, slots=True)
class Pattern:
    """An address of the site, with the placeholders that it must have."""

    placeholders: frozenset[str]
    is_folder: bool = True

    @property
    def label(self) -> str:
        """The placeholders."""
        marks = ", ".join(f"`{{{each}}}`" for each in sorted(self.placeholders))
        kind = "address that ends in `/`" if self.is_folder else "address"
        return f"{kind}, with {marks}" if marks else kind

    def cast(self, node: Node, key: str, reading: Reading) -> str | None:
        """Return the pattern without a slash at its beginning."""
        text = Text().cast(node, key, reading)
        if text is None:
            return None
        pattern = text.lstrip("/")
        bare = re.sub(r"\{[a-z]+\}", "1", pattern)  # an item may be called so: com{item}/
        steps = r"([\w-][\w.-]*/)*" + ("" if self.is_folder else r"[\w-][\w.-]*")
        told = {"key": key, "value": text}
        if names_in(pattern) != self.placeholders or not re.fullmatch(steps, bare, re.ASCII):
            marks = ", ".join(f"{{{each}}}" for each in sorted(self.placeholders))
            remedy = wrong_setting.FOLDER if self.is_folder else wrong_setting.FILE
            reading.tell(
                wrong_setting.RULE.at(node.place, remedy=remedy, marks=marks or "-", **told)
            )
            return None
        impossible = _tell_impossible(bare, node.place, told)
        if impossible is not None:
            reading.tell(impossible)
            return None
        return pattern

    def schema(self) -> Schema:
        """A text."""
        return {"type": "string"}


def _tell_impossible(pattern: str, place: Place, told: Mapping[str, str]) -> Problem | None:
    """Return the problem of an address at which no file, or another one, can be; None of the others.

    A page may well lie in a folder of ours: there it is a folder of its own, and files have a dot.
    """
    if "." in pattern and pattern.lower().startswith(_OUR_FOLDERS):
        fact, remedy = wrong_setting.TAKEN, wrong_setting.ANOTHER
        return wrong_setting.RULE.at(place, fact=fact, remedy=remedy, **told)
    for step in pattern.split("/"):
        if is_reserved(step):
            fact, remedy = wrong_setting.RESERVED, wrong_setting.ANOTHER
            return wrong_setting.RULE.at(place, fact=fact, remedy=remedy, step=step, **told)
        if len(step) > _LONGEST_STEP:
            fact, remedy = wrong_setting.TOO_LONG, wrong_setting.SHORTEN
            longest = _LONGEST_STEP
            return wrong_setting.RULE.at(place, fact=fact, remedy=remedy, longest=longest, **told)
    return None


def names_in(pattern: str) -> frozenset[str] | None:
    """Return the placeholders of a pattern; None of a text that is none."""
    try:
        return frozenset(name for _, name, _, _ in string.Formatter().parse(pattern) if name)
    except ValueError:
        return None


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
