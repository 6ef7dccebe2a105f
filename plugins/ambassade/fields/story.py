"""FIELDS of the headers of `content/stories/*.md` and `content/pages/*.md`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from ambassade.fields.date_kinds import parse_date
from ambassade.fields.field import Field
from ambassade.fields.kinds import Address, Choice, Flag, Language, Text
from ambassade.fields.lists import Keywords, Many
from ambassade.fields.node import Items, Node, Scalar
from ambassade.fields.picture_kinds import PictureFile
from ambassade.problem import N_
from ambassade.rules.reading import date_cannot_be

if TYPE_CHECKING:
    from datetime import date

    from ambassade.fields.kinds import Schema
    from ambassade.fields.reading import Reading

_MOMENT = re.compile(r"(\d{4}-\d{2}-\d{2})([ T]\d{1,2}:\d{2}.*)?", re.ASCII)


@dataclass(frozen=True, slots=True)
class Moment:
    """A day, and perhaps a time of it, as Pelican reads them."""

    label: ClassVar[str] = N_("date")

    def cast(self, node: Node, key: str, reading: Reading) -> date | None:
        """Return the day."""
        text = Text().cast(node, key, reading) or ""
        match = _MOMENT.fullmatch(text)
        day = parse_date(match[1]) if match else None
        if day is None:
            reading.tell(date_cannot_be.about(node.place, key, text))
        return day

    def schema(self) -> Schema:
        """A text."""
        return {"type": "string"}


@dataclass(frozen=True, slots=True)
class Parted:
    """Texts parted by `|`."""

    label: ClassVar[str] = N_("texts separated by `|`")

    def cast(self, node: Node, key: str, reading: Reading) -> tuple[str, ...] | None:
        """Return the texts."""
        if isinstance(node, Scalar):
            node = Items(
                tuple(Scalar(part, node.place) for part in node.text.split("|")), node.place
            )
        return Many(Text()).cast(node, key, reading)

    def schema(self) -> Schema:
        """A text."""
        return {"type": "string"}


@dataclass(frozen=True, slots=True)
class People:
    """Names parted by `;`, else by commas, as Pelican parts them."""

    label: ClassVar[str] = N_("names separated by `;`, else by commas")

    def cast(self, node: Node, key: str, reading: Reading) -> tuple[str, ...] | None:
        """Return the names, each once."""
        if isinstance(node, Scalar) and ";" in node.text:
            parts = tuple(Scalar(part, node.place) for part in node.text.split(";"))
            node = Items(parts, node.place)
        return Keywords().cast(node, key, reading)

    def schema(self) -> Schema:
        """A text."""
        return {"type": "string"}


_STATUS = Field(
    "status", Choice(("published", "draft", "hidden", "skip")), "Only what is `published` is shown."
)
_SHARED: tuple[Field, ...] = (
    Field("title", Text(), "The title.", required=True),
    Field(
        "slug",
        Text(),
        "Its address; made from the title if left out, the same for all translations.",
    ),
    Field("lang", Language(), "Its language; the site's if left out."),
    Field("translation", Flag(), "`true` where this file translates another of the same slug."),
    Field("summary", Text(), "A sentence or two; search engines show it."),
    _STATUS,
)

FIELDS: tuple[Field, ...] = (
    *_SHARED,
    Field("date", Moment(), "When it was published. Required."),
    Field("modified", Moment(), "When it was last changed."),
    Field("authors", People(), "Who wrote it.", also=("auteur", "auteurs")),
    Field("image", PictureFile(), "Its picture."),
    Field("item", Text(), "The folder of the item that it is about.", ours=True),
    Field("client", Text(), "The client's name.", ours=True),
    Field("client_url", Address(), "The client's site.", ours=True),
    Field("sector", Text(), "What the client does.", ours=True),
    Field(
        "reviews",
        Keywords(),
        "Identifiers of the reviews quoted in it, `<item>/<date>-<slug>`, separated by commas.",
        ours=True,
    ),
    Field("results", Parted(), "Results in figures, separated by `|`.", ours=True),
    Field("video", Address(), "A film about it.", ours=True),
)

PELICAN_KEYS = (
    "author",
    "category",
    "description",
    "keywords",
    "locale",
    "save_as",
    "tags",
    "template",
    "url",
)

PAGE_FIELDS: tuple[Field, ...] = (
    *_SHARED,
    Field("date", Moment(), "When it was published."),
    Field("modified", Moment(), "When it was last changed."),
)
