"""A former address of an item, which leads to its page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ambassade.frozen import Frozen
from ambassade.locale import translations
from ambassade.page import Page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ambassade.public_site import PublicSite


class RedirectContent(Frozen, frozen=True):
    """Where it leads."""

    target: str


def plan(site: PublicSite) -> Iterator[Page]:
    """Yield a page for each alias."""
    language = site.settings.default_language
    _ = translations(language).gettext
    for item in site.items:
        for alias in item.item.aliases:
            yield Page(
                kind="redirect",
                language=language,
                address=f"{alias.strip('/')}/",
                title=_("This page has moved"),
                description=item.name(language),
                content=RedirectContent(site.settings.addresses.of_item(language, item.slug)),
                indexable=False,
                place=item.item.place("aliases"),
            )
