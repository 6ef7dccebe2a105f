"""Faults of what was written: each module's `check` looks at the whole catalogue."""

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
    for module in discover(sys.modules[__name__]):
        yield from module.check(catalogue)
