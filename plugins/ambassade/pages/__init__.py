"""The kinds of pages: one module a kind, its twin a template of the same name.

Each module's `plan(site)` yields the pages of its kind, with their addresses, for every language.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from ambassade.discovery import discover

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ambassade.page import Page
    from ambassade.public_site import PublicSite


def plan_pages(site: PublicSite) -> Iterator[Page]:
    """Yield every page of the site."""
    for module in discover(sys.modules[__name__]):
        yield from module.plan(site)
