"""The kinds of pages: one module a kind, its twin a template of the same name.

Each module's `plan(site)` yields the pages of its kind, with their addresses, for every language.
One that says `BY_ITEM = True` looks at each item alone: what it plans of a site is what it plans of
each of its items.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from msgspec.structs import replace

from ambassade.discovery import discover

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ambassade.page import Page
    from ambassade.public_site import PublicSite


def plan_pages(site: PublicSite) -> Iterator[Page]:
    """Yield every page of the site."""
    yield from _plan(site, {True, False})


def plan_item_pages(site: PublicSite) -> Iterator[Page]:
    """Yield the pages that are of one item each."""
    yield from _plan(site, {True})


def plan_other_pages(site: PublicSite) -> Iterator[Page]:
    """Yield the pages that are of no one item."""
    yield from _plan(site, {False})


def _plan(site: PublicSite, by_item: set[bool]) -> Iterator[Page]:
    for module in discover(sys.modules[__name__]):
        if getattr(module, "BY_ITEM", False) in by_item:
            for page in module.plan(site):
                # Drafts are for the company's own eyes.
                yield replace(page, indexable=False) if site.drafts else page
