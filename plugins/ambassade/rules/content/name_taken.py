"""A name whose address already belongs to something else.

Why: One address, one page: of two pages at one address, one would silently be lost.

Bad:
    # file: content/pages/stories.md
    Title: Stories

Good:
    # file: content/pages/our-story.md
    Title: Our story
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from babel import Locale

from ambassade.problem import N_, Level, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ambassade.addresses import Addresses
    from ambassade.catalogue import Catalogue
    from ambassade.problem import Problem
    from ambassade.public import StaticPage, Story

RULE = Rule(
    "A201",
    "name-taken",
    Level.ERROR,
    N_("The address of this page would be {slug}, which the site needs itself."),
    N_("Give it another title, or a line `Slug:` in its header."),
    fixed=True,
)
ITEM = N_("An item cannot be named {slug}: the site needs that address itself.")
RENAME_FOLDER = N_("Rename the folder.")
TWICE = N_("{other} has the same slug, {slug}, in the same language, {language}.")
ANOTHER_SLUG = N_(
    "Give one of them another title or `Slug:`, or the `Lang:` that it is written in."
)

ITEMS = frozenset({"page"})
PAGES = frozenset(
    {
        "reviews",
        "topics",
        "stories",
        "review-policy",
        "feeds",
        "api",
        "theme",
        "images",
        "embed",
        "admin",
        "styleguide",
    }
)
_LETTERS_OF_CODE = 2


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """Look at the names of items, pages and stories."""
    for item in catalogue.records.items:
        if item.slug in ITEMS:
            yield RULE.at(item.place(), fact=ITEM, remedy=RENAME_FOLDER, slug=item.slug)
    taken = PAGES | _codes() | {tag.lower() for tag in catalogue.settings.languages}
    at = catalogue.settings.addresses
    for page in catalogue.records.pages:
        address = at.of_page(page.language, page.slug)
        if page.slug.lower() in taken or address in _lists(at, page.language):
            yield RULE.at(page.place(), slug=page.slug)
    yield from _check_twins(catalogue.records.pages)
    yield from _check_twins(catalogue.records.stories)


def _lists(at: Addresses, language: str) -> set[str]:
    """Return the addresses of the site's own pages, which may be set to other than the usual."""
    return {
        at.of_wall(language),
        at.of_topics(language),
        at.of_stories(language),
        at.of_review_policy(language),
    }


def _check_twins(written: Sequence[StaticPage | Story]) -> Iterator[Problem]:
    first: dict[tuple[str, str], str] = {}
    for each in written:
        other = first.setdefault((each.language, each.slug), each.file)
        if other != each.file:
            told = {"other": other, "slug": each.slug, "language": each.language}
            yield RULE.at(each.place(), fact=TWICE, remedy=ANOTHER_SLUG, **told)


@cache
def _codes() -> frozenset[str]:
    """Return the language codes of two letters: folders of languages that the site may get."""
    known = map(str, Locale("en").languages)
    return frozenset(code for code in known if len(code) == _LETTERS_OF_CODE)
