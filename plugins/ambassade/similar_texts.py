"""Texts that are nearly the same: most of their runs of three words are the same.

Every text that is alike enough to one before it is found, none by luck. A text of which more than
four tenths stand nowhere else is like no other: that leaves few. Two sets that share six tenths
share one of the rarest few of each, so that of those only what holds these is looked at (prefix
filtering: Bayardo and others, 2007); thousands of texts are not held against each other.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from fractions import Fraction
from itertools import chain, count
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

ALIKE = Fraction(6, 10)
FEWEST_WORDS = 12

# Where words are written without spaces, each character stands for a word.
_SPACELESS = "\u0e00-\u0fff\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff"
_WORD = re.compile(rf"[{_SPACELESS}]|[^\W{_SPACELESS}]+")
# Texts of these 256 characters alone are split by a table: it takes a tenth as long.
_BETWEEN = bytes(byte if _WORD.fullmatch(chr(byte)) else ord(" ") for byte in range(256))

Words = tuple[str, ...]
Runs = frozenset[int]


def find_similar(texts: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield the place of each text that is nearly one before it, and the place of such a one.

    Texts of fewer than 12 words are left out; of texts whose words are all the same, all but the
    first.
    """
    runs_of = _number_runs(_leave_out_lonely(_split_all(texts)))
    times = Counter(chain.from_iterable(runs_of.values()))
    holders: dict[int, list[int]] = defaultdict(list)
    for place, runs in runs_of.items():
        # By number first: where two are as rare, every text must take the same one.
        few = sorted(sorted(runs), key=times.__getitem__)[: _how_many_rare(len(runs))]
        shared = [run for run in few if times[run] > 1]
        found = _find_alike(runs, (other for run in shared for other in holders[run]), runs_of)
        if found is not None:
            yield place, found
        for run in shared:
            holders[run].append(place)


def _split_all(texts: Sequence[str]) -> dict[Words, int]:
    """Return the words of each text that is long enough, and the first place where they stand."""
    # A word is kept once, however many texts hold it.
    known: dict[str, str] = {}
    place_of: dict[Words, int] = {}
    for place, text in enumerate(texts):
        words = _split(text.casefold())
        if len(words) >= FEWEST_WORDS:
            place_of.setdefault(tuple(map(known.setdefault, words, words)), place)
    return place_of


def _split(text: str) -> list[str]:
    """Return the words of a text in lower case."""
    try:
        narrow = text.encode("latin-1")
    except UnicodeEncodeError:
        return _WORD.findall(text)
    return narrow.translate(_BETWEEN).decode("latin-1").split()


def _leave_out_lonely(place_of: Mapping[Words, int]) -> dict[Words, int]:
    """Return the texts without those of which too many runs stand nowhere else.

    A run is told by its hash: where two have the same one, a text more is held against others.
    """
    seen: set[int] = set()
    shared: set[int] = set()
    hashes = []
    for words in place_of:
        runs = {*map(hash, zip(words, words[1:], words[2:], strict=False))}
        shared |= runs & seen
        seen |= runs
        hashes.append(runs)
    return {
        words: place
        for (words, place), runs in zip(place_of.items(), hashes, strict=True)
        if len(runs - shared) < _how_many_rare(len(runs))
    }


def _number_runs(place_of: Mapping[Words, int]) -> dict[int, Runs]:
    """Return for each text its runs of three words as numbers, in the order of their appearance."""
    numbers: dict[Words, int] = defaultdict(count().__next__)
    return {
        place: frozenset(map(numbers.__getitem__, zip(words, words[1:], words[2:], strict=False)))
        for words, place in place_of.items()
    }


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
