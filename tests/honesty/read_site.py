"""A built site as a visitor and a search engine read it: its files, and nothing else.

In: the output folder. Out: pages with the reviews, averages and nodes that stand on them.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import TYPE_CHECKING, Any

from extruct.jsonld import JsonLdExtractor
from lxml import html  # type: ignore[import-untyped]

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from lxml.html import HtmlElement  # type: ignore[import-untyped]

_KEY = re.compile(r"reviews/([a-z0-9-]+/\d{4}-\d{2}-\d{2}-[a-z0-9-]+)/")
_ITEM = re.compile(r"reviews/([a-z0-9-]+)/(?:page/\d+/)?")
_NUMBER = re.compile(r"-?\d+(?:[.,]\d+)?")
_RATED = {"Review", "Rating", "AggregateRating"}


def read_numbers(text: str) -> list[Decimal]:
    """Return the numbers in a sentence, English or French."""
    return [Decimal(each.replace(",", ".")) for each in _NUMBER.findall(text)]


@dataclass(frozen=True, slots=True)
class Node:
    """A node of a page's JSON-LD, and the type of the one it stands in."""

    data: dict[str, Any]
    parent: str | None

    @property
    def type(self) -> str:
        """Its type; of a bare reference none."""
        return str(self.data.get("@type", ""))

    @property
    def key(self) -> str | None:
        """The review that its id is made of."""
        found = _KEY.search(self.data.get("@id", ""))
        return found[1] if found else None


@dataclass(frozen=True, slots=True)
class ShownReview:
    """A review as it stands on a page: its rating and what was typed, what must be said beside it."""

    key: str
    language: str
    rating: Decimal | None
    typed: tuple[Decimal, ...]
    labels: tuple[str, ...]


@dataclass(frozen=True)
class Page:
    """A page at an address below the site's, without a slash at its beginning."""

    address: str
    source: str

    @cached_property
    def document(self) -> HtmlElement:
        """Its elements."""
        return html.document_fromstring(self.source.encode())

    @property
    def language(self) -> str:
        """The language it says it is in."""
        return str(self.document.get("lang"))

    @property
    def item(self) -> str | None:
        """The item whose page it is, or one of its further pages; None: not an item's."""
        found = _ITEM.fullmatch(self.address.removeprefix("fr/"))
        return None if found is None or found[1] == "page" else found[1]

    @property
    def review(self) -> str | None:
        """The review whose own page it is."""
        found = _KEY.fullmatch(self.address.removeprefix("fr/"))
        return found[1] if found else None

    @cached_property
    def nodes(self) -> list[Node]:
        """Every node of its JSON-LD, whatever it stands in."""
        found = JsonLdExtractor().extract_items(self.document)
        return [node for data in found for node in _walk(data, None)]

    def nodes_of(self, *types: str) -> list[Node]:
        """Return the nodes of these types."""
        return [node for node in self.nodes if node.type in types]

    @property
    def rated(self) -> list[str]:
        """The types of everything on it that is rated, in JSON-LD or in attributes."""
        attributes = self.document.xpath("//*[@itemprop or @itemscope or @typeof or @property]")
        marked = [str(each.tag) for each in attributes if each.tag != "meta"]
        return [node.type for node in self.nodes_of(*_RATED)] + marked

    def texts(self, xpath: str) -> list[str]:
        """Return the texts of the elements at `xpath`."""
        return [_text(each) for each in self.document.xpath(xpath)]

    @cached_property
    def reviews(self) -> list[ShownReview]:
        """The reviews that are shown on it, in their order."""
        articles = self.document.xpath("//article[@class='review' or @class='quote-card']")
        if self.review:
            articles = self.document.xpath("//main//article[contains(@class, 'review-alone')]")
        return [self._read_review(each) for each in articles]

    def _read_review(self, article: HtmlElement) -> ShownReview:
        keys = {found[1] for each in article.xpath(".//a/@href") if (found := _KEY.search(each))}
        (key,) = [self.review] if self.review else keys
        stars = [_text(each) for each in article.xpath(".//span[@class='stars']/span[1]")]
        typed = [_text(each) for each in article.xpath(".//span[@class='stars-typed']")]
        return ShownReview(
            key=str(key),
            language=self.language,
            rating=read_numbers(stars[0])[0] if stars else None,
            typed=tuple(read_numbers(typed[0])) if typed else (),
            labels=tuple(map(_text, article.xpath(".//li[@class='label-strong']"))),
        )


def _text(element: HtmlElement) -> str:
    return " ".join(str(element.text_content()).split())


def _walk(data: object, parent: str | None) -> Iterator[Node]:
    if isinstance(data, list):
        for each in data:
            yield from _walk(each, parent)
    elif isinstance(data, dict):
        yield Node(data, parent)
        for value in data.values():
            yield from _walk(value, data.get("@type", parent))


@dataclass(frozen=True, slots=True)
class BuiltSite:
    """All pages by their addresses, and the JSON files by theirs."""

    pages: dict[str, Page]
    json: dict[str, Any]

    def pages_of_item(self, item: str, language: str) -> list[Page]:
        """Return the pages of an item in one language."""
        return [
            page for page in self.pages.values() if page.item == item and page.language == language
        ]


def read_site(output: Path) -> BuiltSite:
    """Return what was built there."""
    pages = {}
    for file in sorted(output.rglob("*.html")):
        address = file.relative_to(output).as_posix().removesuffix("index.html")
        pages[address] = Page(address, file.read_text(encoding="utf-8"))
    api = output / "api/v1"
    told = {
        file.relative_to(api).as_posix(): json.loads(file.read_text(encoding="utf-8"))
        for file in sorted(api.rglob("*.json"))
    }
    return BuiltSite(pages, told)
