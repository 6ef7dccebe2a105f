"""Faults of planned pages, found before anything is written.

A module that says `BY_ITEM = True` has `check(site, pages)`, which looks at some pages: an item's, or
those of no item. The others have `check(site, lines)`, which looks at what a list says of all pages.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from ambassade.discovery import discover

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ambassade.page import Page
    from ambassade.page_lines import PageLines
    from ambassade.problem import Problem
    from ambassade.public_site import PublicSite


def check_pages(site: PublicSite, pages: Sequence[Page]) -> Iterator[Problem]:
    """Yield what the rules find that look at some pages alone: those of an item, or the others."""
    for module in discover(sys.modules[__name__]):
        if getattr(module, "BY_ITEM", False):
            yield from module.check(site, pages)


def check_lines(site: PublicSite, lines: PageLines) -> Iterator[Problem]:
    """Yield what the rules find that must see all pages at once."""
    for module in discover(sys.modules[__name__]):
        if not getattr(module, "BY_ITEM", False):
            yield from module.check(site, lines)
