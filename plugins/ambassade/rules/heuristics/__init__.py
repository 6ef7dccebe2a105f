"""What is likely, not certain: each module's `check` looks at the whole catalogue, in `check` only.

A build leaves these out, so that it is never slowed, but for those that its settings raise to errors.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import msgspec

from ambassade.discovery import discover
from ambassade.kept.problem_codec import StoredProblem, restore_problem, store_problem
from ambassade.processes.workers import gather

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from types import ModuleType

    from ambassade.catalogue import Catalogue
    from ambassade.kept.remembered import Memory
    from ambassade.problem import Problem

# To start processes takes as long as to look through some hundred texts.
_FEWEST_REVIEWS = 500
_decoder = msgspec.msgpack.Decoder(
    tuple[tuple[StoredProblem, ...], dict[str, dict[str, str | bool]]]
)


def heuristic_codes() -> frozenset[str]:
    """Return the codes of the rules of this folder."""
    return frozenset(module.RULE.code for module in discover(sys.modules[__name__]))


def check_heuristics(
    catalogue: Catalogue, memory: Memory, only: Collection[str] | None = None, jobs: int = 1
) -> Iterator[Problem]:
    """Yield the problems that the rules of this folder find, or those whose codes are in `only`.

    What `memory` knows of a text is not found out again. Of many reviews, up to `jobs` processes find it out;
    rules that are `SLOW` begin.
    """
    modules = [
        module
        for module in discover(sys.modules[__name__])
        if only is None or module.RULE.code in only
    ]
    # Those that take longest are begun first.
    modules.sort(key=lambda module: not hasattr(module, "SLOW"))

    def check(module: ModuleType) -> bytes:
        part = memory.part()
        found = [*map(store_problem, module.check(catalogue, part))]
        return msgspec.msgpack.encode((found, part.asked))

    alone = len(catalogue.records.reviews) < _FEWEST_REVIEWS
    for _, data in gather(modules, check, 1 if alone else jobs, fewest=2):
        found, asked = _decoder.decode(data)
        memory.take(asked)
        yield from map(restore_problem, found)
