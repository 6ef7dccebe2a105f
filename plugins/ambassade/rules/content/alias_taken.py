"""A former address at which another page stands.

Why: One address, one page: the alias would hide the page, or the page the alias.

Bad:
    # file: reviews/kettle/item.yaml
    type: Product
    name: Kettle
    collection: complete
    aliases: /reviews/

Good:
    # file: reviews/kettle/item.yaml
    type: Product
    name: Kettle
    collection: complete
    aliases: /products/kettle/
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ambassade.addresses import file_of
from ambassade.problem import N_, Level, Rule
from ambassade.text import slugify

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ambassade.catalogue import Catalogue
    from ambassade.problem import Problem

RULE = Rule(
    "A204",
    "alias-taken",
    Level.ERROR,
    N_("The alias {alias} is the address of a page of this site."),
    N_("Delete the alias, or write the address that the item had before."),
    fixed=True,
)
_RESERVED = frozenset(
    (
        "404.html",
        "admin",
        "api",
        "embed",
        "feeds",
        "images",
        "index.html",
        "robots.txt",
        "styleguide",
        "theme",
    )
)
TWICE = N_("The alias {alias} is also one of {other}.")
KEEP_ONE = N_("Keep it in the one of the two items that it shall lead to.")


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """Compare every alias with the site's addresses and with the other aliases."""
    items = [item for item in catalogue.records.items if item.aliases]
    if not items:
        return
    taken = _paths_of(catalogue)
    first: dict[str, str] = {}
    for item in items:
        for alias in item.aliases:
            # Some file systems take small and capital letters for the same.
            path = alias.removeprefix("/").removesuffix("/").lower()
            other = first.setdefault(path, item.file)
            if path in taken or _is_of_machines(path):
                yield RULE.at(item.place("aliases"), alias=alias)
            elif other != item.file:
                told = {"alias": alias, "other": other}
                yield RULE.at(item.place("aliases"), fact=TWICE, remedy=KEEP_ONE, **told)


def _is_of_machines(path: str) -> bool:
    """Tell whether the path is, or lies in, a place where files for machines are."""
    first = path.partition("/")[0]
    return first.startswith((".", "sitemap")) or first in _RESERVED


def _paths_of(catalogue: Catalogue) -> set[str]:
    """Return in small letters every address without slashes around it, and the file that answers there."""
    addresses = {address.lower() for address in _addresses_of(catalogue)}
    return {address.strip("/") for address in addresses} | {file_of(each) for each in addresses}


def _addresses_of(catalogue: Catalogue) -> Iterator[str]:
    at, records = catalogue.settings.addresses, catalogue.records
    topics = {slugify(word) for review in records.reviews for word in review.keywords}
    for language in catalogue.settings.languages:
        yield at.home(language)
        yield at.of_wall(language)
        yield at.of_topics(language)
        yield at.of_stories(language)
        yield at.of_review_policy(language)
        yield at.of_feed(language)
        for item in records.items:
            yield at.of_item(language, item.slug)
            yield at.of_item_feed(language, item.slug)
        for topic in topics:
            yield at.of_topic(language, topic)
    for review in records.reviews:
        language = catalogue.settings.page_language(review.in_language)
        yield at.of_review(language, review.item, review.identifier)
    for story in records.stories:
        yield at.of_story(story.language, story.slug)
    for page in records.pages:
        yield at.of_page(page.language, page.slug)
