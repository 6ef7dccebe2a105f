"""What machines read: one module a format.

Each module's `make(site, pages)` yields files as (path below the output, bytes). What is of one item,
`make_of_item(site, item)` yields, at the paths that `names_of_item(site, item)` tells. What takes long says
by `key_of(site, pages)` what it hangs on, and by `names_in(site, pages, was_there)` which files are its own.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from ambassade.discovery import discover

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterator

    from ambassade.page_lines import PageLines
    from ambassade.public import PublicItem
    from ambassade.public_site import PublicSite


def make_outputs(
    site: PublicSite, pages: PageLines, staying: Container[str] = ()
) -> Iterator[tuple[str, bytes]]:
    """Yield the files of every format that are of no one item; not of those `staying`, by module."""
    for module in discover(sys.modules[__name__]):
        if module.__name__ not in staying:
            yield from module.make(site, pages)


def list_kept_outputs(
    site: PublicSite, pages: PageLines, was_there: Callable[[str], bool]
) -> Iterator[tuple[str, bytes, list[str]]]:
    """Yield by module what a format hangs on that may be kept, and its files among those that there were."""
    for module in discover(sys.modules[__name__]):
        if hasattr(module, "key_of"):
            yield (
                module.__name__,
                module.key_of(site, pages),
                [*module.names_in(site, pages, was_there)],
            )


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
