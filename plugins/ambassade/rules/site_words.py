"""Pages whose title and description an editor of the company can change, and where they stand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ambassade.locale import language_name, terminal_language
from ambassade.problem import N_, Word

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ambassade.page import Page
    from ambassade.problem import Place
    from ambassade.public import Item
    from ambassade.public_site import PublicSite


@dataclass(frozen=True, slots=True)
class WordPlaces:
    """Where a page's title and its description were typed, or would be.

    `page` is what an editor calls the page, `key` what gives its description.
    """

    page: Word
    key: str
    title: Place
    description: Place
    has_description: bool


_PAGES = {
    "home": Word(N_("The home page")),
    "item": Word(N_("The page of this item")),
    "story": Word(N_("The page of this story")),
    "page": Word(N_("This page")),
}


def tell_language(tag: str) -> str:
    """Return the language in words, for who reads the terminal: `English (en)`."""
    return f"{language_name(tag, terminal_language())} ({tag})"


def places_of_words(site: PublicSite, pages: Sequence[Page]) -> Iterator[tuple[Page, WordPlaces]]:
    """Yield home, items, stories and static pages that search engines may show, with the places.

    Of a list that has several pages only the first.
    """
    for page in pages:
        paging = getattr(page.content, "paging", None)
        if page.indexable and (paging is None or paging.number == 1):
            places = _find_places(page, site)
            if places:
                yield page, places


def _find_places(page: Page, site: PublicSite) -> WordPlaces | None:
    settings = site.settings
    if page.kind == "home":
        told = settings.tagline.texts or settings.company.description.texts
        places = settings.place("HEADLINE"), settings.place("TAGLINE")
        return WordPlaces(_PAGES["home"], "TAGLINE", *places, has_description=bool(told))
    if page.kind == "item":
        given = page.content.item
        name, words = (_place_in(given.item, key, page.language) for key in ("name", "description"))
        own = page.language == settings.default_language
        return WordPlaces(
            _PAGES["item"],
            "description" if own else f"translations.{page.language}.description",
            name,
            words,
            has_description=bool(given.description(page.language)),
        )
    if page.kind in {"story", "page"}:
        header = page.content.story if page.kind == "story" else page.content
        places = header.place("title"), header.place("summary")
        return WordPlaces(
            _PAGES[page.kind], "Summary", *places, has_description=bool(header.summary)
        )
    return None


def _place_in(item: Item, key: str, language: str) -> Place:
    """Return where the item's words in `language` stand, else those without a language."""
    translated = f"translations.{language}.{key}"
    return item.place(translated if translated in item.places else key)
