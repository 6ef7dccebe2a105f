"""Faults between two revisions: each module's `check` looks at what `check --since` found."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from ambassade.discovery import discover

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ambassade.problem import Problem
    from ambassade.since import Since


def check_since(since: Since) -> Iterator[Problem]:
    """Yield the problems that every rule of this folder finds."""
    for module in discover(sys.modules[__name__]):
        yield from module.check(since)
