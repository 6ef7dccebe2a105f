"""What machines read: one module a format.

Each module's `make(site, pages)` yields files as (path below the output, bytes). What is of one item,
`make_of_item(site, item)` yields, at the paths that `names_of_item(site, item)` tells.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from ambassade.discovery import discover

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ambassade.page_lines import PageLines
    from ambassade.public import PublicItem
    from ambassade.public_site import PublicSite


def make_outputs(site: PublicSite, pages: PageLines) -> Iterator[tuple[str, bytes]]:
    """Yield the files of every format that are of no one item."""
    for module in discover(sys.modules[__name__]):
        yield from module.make(site, pages)


def make_item_outputs(site: PublicSite, item: PublicItem) -> Iterator[tuple[str, bytes]]:
    """Yield the files of every format that are of one item."""
    for module in discover(sys.modules[__name__]):
        if hasattr(module, "make_of_item"):
            yield from module.make_of_item(site, item)


def name_item_outputs(site: PublicSite, item: PublicItem) -> Iterator[str]:
    """Yield the paths of what `make_item_outputs` makes."""
    for module in discover(sys.modules[__name__]):
        if hasattr(module, "names_of_item"):
            yield from module.names_of_item(site, item)
