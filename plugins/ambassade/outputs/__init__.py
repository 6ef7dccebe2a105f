"""What machines read: one module a format.

Each module's `make(site, pages)` yields files as (path below the output, bytes).
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from ambassade.discovery import discover

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ambassade.page import PageLine
    from ambassade.public_site import PublicSite


def make_outputs(site: PublicSite, pages: Sequence[PageLine]) -> Iterator[tuple[str, bytes]]:
    """Yield the files of every format."""
    for module in discover(sys.modules[__name__]):
        yield from module.make(site, pages)
