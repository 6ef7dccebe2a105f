"""Faults of planned pages: each module's `check` looks at all of them before anything is written."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from ambassade.discovery import discover

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ambassade.page import Page
    from ambassade.problem import Problem
    from ambassade.public_site import PublicSite


def check_site(site: PublicSite, pages: Sequence[Page]) -> Iterator[Problem]:
    """Yield the problems that every rule of this folder finds."""
    for module in discover(sys.modules[__name__]):
        yield from module.check(site, pages)
