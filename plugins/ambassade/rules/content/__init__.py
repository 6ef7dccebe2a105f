"""Faults of what was written: each module's `check` looks at a catalogue.

A module that says `BY_ITEM = True` finds in a site what it finds in each item with its reviews alone,
and in the stories and static pages alone. The others must see the whole site at once.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from ambassade.discovery import discover

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ambassade.catalogue import Catalogue
    from ambassade.problem import Problem


def check_content(catalogue: Catalogue) -> Iterator[Problem]:
    """Yield the problems that every rule of this folder finds."""
    yield from check_parts(catalogue)
    yield from check_whole(catalogue)


def check_parts(catalogue: Catalogue) -> Iterator[Problem]:
    """Yield what those rules find that look at each item alone: `catalogue` may be a part."""
    for module in discover(sys.modules[__name__]):
        if getattr(module, "BY_ITEM", False):
            yield from module.check(catalogue)


def check_whole(catalogue: Catalogue) -> Iterator[Problem]:
    """Yield what the rules find that must see the whole site at once."""
    for module in discover(sys.modules[__name__]):
        if not getattr(module, "BY_ITEM", False):
            yield from module.check(catalogue)
