"""Kinds of values that are addresses of our own: the site's, and those of its pages and files."""

from __future__ import annotations

import posixpath
import re
import string
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Final
from urllib.parse import urlsplit

from ambassade.fields.kinds import Address, Text
from ambassade.paths.reserved_names import is_reserved
from ambassade.problem import N_
from ambassade.rules.reading import wrong_setting
from ambassade.web_address import escape_address

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ambassade.fields.kinds import Schema
    from ambassade.fields.node import Node
    from ambassade.fields.reading import Reading
    from ambassade.problem import Place, Problem

# Room is left for what stands for a placeholder: systems take 255 bytes.
_LONGEST_STEP = 100
# Which files are there hangs on the theme, the items and the pictures.
_OUR_FOLDERS = ("api/v1/", "images/", "pagefind/", "theme/")
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
