"""Kinds and records of the settings about security: what pages may load, whom to tell of a weakness."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar, Final

from ambassade.fields.date_kinds import Date
from ambassade.fields.field import Field
from ambassade.fields.kinds import Address, Language, Text, describe_node
from ambassade.fields.lists import Many
from ambassade.fields.mappings import Record
from ambassade.fields.node import Entries, Items, Node, Scalar
from ambassade.problem import N_, Word
from ambassade.rules.reading import unknown_key, wrong_setting
from ambassade.settings import SecurityTxt

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ambassade.fields.kinds import Schema
    from ambassade.fields.reading import Reading

DIRECTIVES: Final = (
    "script-src",
    "style-src",
    "img-src",
    "font-src",
    "connect-src",
    "frame-src",
    "media-src",
    "form-action",
    "frame-ancestors",
)
# What would allow anything is not among them: no 'unsafe-inline', no `*`, no plain http.
_SOURCE: Final = re.compile(
    r"'self'|'wasm-unsafe-eval'|'sha(256|384|512)-[A-Za-z0-9+/]+={0,2}'|data:|blob:"
    r"|https://(\*\.)?[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)*(:[0-9]{1,5})?(/[\w./~-]*)?",
    re.ASCII,
)
_CONTACT: Final = re.compile(r"(https://|mailto:|tel:)[^\s<>\"]+")


@dataclass(frozen=True, slots=True)
class Contact:
    """Where somebody is told of a weakness: an address that a browser can open (RFC 9116, 2.5.3)."""

    label: ClassVar[str] = N_("address that begins with `https://`, `mailto:` or `tel:`")

    def cast(self, node: Node, key: str, reading: Reading) -> str | None:
        """Return the address."""
        text = Text().cast(node, key, reading)
        if text is None or _CONTACT.fullmatch(text):
            return text
        example = f"mailto:{text}" if "@" in text else "mailto:security@example.com"
        reading.tell(wrong_setting.RULE.at(node.place, key=key, value=text, wanted=example))
        return None

    def schema(self) -> Schema:
        """A text of that form."""
        return {"type": "string", "pattern": _CONTACT.pattern}


@dataclass(frozen=True, slots=True)
class PolicySources:
    """By directive of a Content-Security-Policy, the sources that a site adds to ours."""

    label: ClassVar[str] = N_("mapping of directives to lists of sources")

    def cast(self, node: Node, key: str, reading: Reading) -> Mapping[str, Any] | None:
        """Return the sources by directive."""
        if not isinstance(node, Entries):
            told = {"key": key, "value": describe_node(node), "wanted": Word(N_("mapping"))}
            reading.tell(wrong_setting.RULE.at(node.place, **told))
            return None
        sources = {}
        for name, value in node.pairs:
            if name.text in DIRECTIVES:
                sources[name.text] = tuple(_cast_sources(value, f"{key}.{name.text}", reading))
            else:
                path = f"{key}.{name.text}"
                reading.tell(unknown_key.about(name.place, path, [], DIRECTIVES))
        return sources

    def schema(self) -> Schema:
        """An object of lists."""
        listed = {"type": "array", "items": {"type": "string"}}
        return {"type": "object", "properties": dict.fromkeys(DIRECTIVES, listed)}


def _cast_sources(node: Node, key: str, reading: Reading) -> Iterator[str]:
    for each in node.nodes if isinstance(node, Items) else (node,):
        text = each.text.strip() if isinstance(each, Scalar) else str(describe_node(each))
        if isinstance(each, Scalar) and _SOURCE.fullmatch(text):
            yield text
        else:
            wanted = "https://host.example, 'self', 'sha256-…'"
            reading.tell(wrong_setting.RULE.at(each.place, key=key, value=text, wanted=wanted))


SECURITY_TXT = Record(
    SecurityTxt,
    (
        Field("contact", Many(Contact()), "Where a weakness is reported.", required=True),
        Field(
            "expires",
            Date(),
            "The last day on which it holds, at most a year ahead.",
            required=True,
        ),
        Field("policy", Address(), "What may be tried, and what is done with a report."),
        Field("encryption", Address(), "The key for a report that is to be kept secret."),
        Field("acknowledgments", Address(), "Where those who reported are thanked."),
        Field("preferredLanguages", Many(Language()), "The languages of those who read it."),
    ),
)
