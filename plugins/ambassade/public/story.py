"""Case stories and static pages: their headers."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from ambassade.frozen import Frozen
from ambassade.problem import Place

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping
    from datetime import date

    from ambassade.public.values import Picture


class Story(Frozen, frozen=True):
    """A case story: its header. Its body is rendered by Pelican.

    `language` is that of the page it is on, `in_language` that of its words. `contact_lines`: lines
    of its file in which an e-mail address or a telephone number may stand. `blanks`: where
    paragraphs in brackets stand that are still to be filled in.
    """

    file: str
    slug: str
    language: str
    in_language: str
    title: str
    date: dt.date
    modified: dt.date | None = None
    authors: tuple[str, ...] = ()
    summary: str | None = None
    image: Picture | None = None
    item: str | None = None
    client: str | None = None
    client_url: str | None = None
    sector: str | None = None
    reviews: tuple[str, ...] = ()
    results: tuple[str, ...] = ()
    video: str | None = None
    contact_lines: tuple[tuple[Place, str], ...] = ()
    blanks: tuple[Place, ...] = ()
    places: Mapping[str, Place] = msgspec.field(default_factory=dict)

    def place(self, key: str = "") -> Place:
        """Return where `key` was typed, else the beginning of the file."""
        return self.places.get(key) or Place(self.file)


class StaticPage(Frozen, frozen=True):
    """A page of `content/pages/`: its header. Its body is rendered by Pelican.

    `blanks`: where texts in brackets stand that are still to be filled in.
    """

    file: str
    slug: str
    language: str
    in_language: str
    title: str
    summary: str | None = None
    modified: date | None = None
    listed: bool = True
    blanks: tuple[Place, ...] = ()
    places: Mapping[str, Place] = msgspec.field(default_factory=dict)

    def place(self, key: str = "") -> Place:
        """Return where `key` was typed, else the beginning of the file."""
        return self.places.get(key) or Place(self.file)
