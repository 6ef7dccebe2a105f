"""What is likely, not certain: each module's `check` looks at the whole catalogue, in `check` only.

A build leaves these out, so that it is never slowed, but for those that its settings raise to errors.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from ambassade.discovery import discover

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from ambassade.catalogue import Catalogue
    from ambassade.problem import Problem
    from ambassade.remembered import Memory


def heuristic_codes() -> frozenset[str]:
    """Return the codes of the rules of this folder."""
    return frozenset(module.RULE.code for module in discover(sys.modules[__name__]))


def check_heuristics(
    catalogue: Catalogue, memory: Memory, only: Collection[str] | None = None
) -> Iterator[Problem]:
    """Yield the problems that the rules of this folder find, or those whose codes are in `only`.

    What `memory` knows of a text is not found out again.
    """
    for module in discover(sys.modules[__name__]):
        if only is None or module.RULE.code in only:
            yield from module.check(catalogue, memory)
