"""Texts that are nearly the same: most of their runs of three words are the same.

Every text that is alike enough to one before it is found, none by luck. Two sets that share six
tenths share one of the rarest few of each, so that only what holds those is looked at (prefix
filtering: Bayardo and others, 2007); thousands of texts are not held against each other.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from fractions import Fraction
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

ALIKE = Fraction(6, 10)
FEWEST_WORDS = 12

# Where words are written without spaces, each character stands for a word.
_SPACELESS = "\u0e00-\u0fff\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff"
_WORD = re.compile(rf"[{_SPACELESS}]|[^\W{_SPACELESS}]+")

Runs = frozenset[int]


def find_similar(texts: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield the place of each text that is nearly one before it, and the place of such a one.

    Texts of fewer than 12 words are left out; of texts whose words are all the same, all but the
    first.
    """
    runs_of = _number_runs(texts)
    times = Counter(run for runs in runs_of.values() for run in runs)
    holders: dict[int, list[int]] = defaultdict(list)
    for place, runs in runs_of.items():
        few = sorted(runs, key=lambda run: (times[run], run))[: _how_many_rare(len(runs))]
        shared = [run for run in few if times[run] > 1]
        candidates = (other for run in shared for other in holders[run])
        found = _find_alike(runs, candidates, runs_of)
        if found is not None:
            yield place, found
        for run in shared:
            holders[run].append(place)


def _number_runs(texts: Sequence[str]) -> dict[int, Runs]:
    """Return for each text its runs of three words as numbers, in the order of their appearance."""
    numbers: dict[tuple[str, ...], int] = {}
    runs_of: dict[int, Runs] = {}
    known: set[tuple[str, ...]] = set()
    for place, text in enumerate(texts):
        words = tuple(_WORD.findall(text.casefold()))
        if len(words) < FEWEST_WORDS or words in known:
            continue
        known.add(words)
        threes = zip(words, words[1:], words[2:], strict=False)
        runs_of[place] = frozenset([numbers.setdefault(run, len(numbers)) for run in threes])
    return runs_of


def _how_many_rare(size: int) -> int:
    """Return how many of its rarest runs hold one that any text that is alike has among its own."""
    least_shared = -(-size * ALIKE.numerator // ALIKE.denominator)
    return size - least_shared + 1


def _find_alike(runs: Runs, candidates: Iterator[int], runs_of: Mapping[int, Runs]) -> int | None:
    """Return the first of the candidates that is alike; None if none is."""
    tried: set[int] = set()
    for other in candidates:
        if other not in tried:
            tried.add(other)
            if _is_alike(runs, runs_of[other]):
                return other
    return None


def _is_alike(one: Runs, other: Runs) -> bool:
    """Tell whether the Jaccard index of two sets is at least ALIKE, exactly."""
    small, large = (len(one), len(other)) if len(one) < len(other) else (len(other), len(one))
    share, whole = ALIKE.numerator, ALIKE.denominator
    if small * whole < large * share:
        return False
    shared = len(one & other)
    return shared * whole >= (small + large - shared) * share
