"""Texts that are nearly the same: most of their runs of three words are the same.

Every text that is alike enough to one before it is found, none by luck. Two sets that share six tenths
share two of the rarest few of each, so that only texts which hold these are looked at (prefix
filtering: Bayardo and others, 2007; with two in place of one: Wang and others, 2012); thousands of texts
are not held against each other, and one whose rarest few stand nowhere else is like no other.

A run is told by its hash of 64 bits: two of one hash are too rare to be met. How often each stands is
counted by a few bits of it, in a table that a processor has at hand; where two meet there, a text more is
looked at.
"""

from __future__ import annotations

import re
from array import array
from collections import defaultdict
from fractions import Fraction
from heapq import merge
from itertools import chain, groupby
from typing import TYPE_CHECKING, Final

from ambassade.text import SPACELESS

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    # As numbers of Python's they take ten times the memory.
    Runs = array[int]

ALIKE = Fraction(6, 10)
FEWEST_WORDS = 12

# Where words are written without spaces, each character stands for a word.
_WORD = re.compile(rf"[{SPACELESS}]|[^\W{SPACELESS}]+")
# Texts of these 256 characters alone are split by a table: it takes a tenth as long.
_BETWEEN = bytes(byte if _WORD.fullmatch(chr(byte)) else ord(" ") for byte in range(256))


# In bits: of the places in the table one in four or fewer are in use.
_ROOM: Final = 2
_LEAST_ROOM: Final = 16
# So many of their rarest runs two texts share that are alike. One is often shared by chance: then six
# texts had to be looked at for each of fifty thousand.
_SHARED: Final = 2
# So many that may be alike are put in order at once; of thousands, the first one may be it.
_AT_ONCE: Final = 100


def find_similar(texts: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield the place of each text that is nearly one before it, and the place of the first such one.

    Texts of fewer than 12 words are left out; of texts whose words are all the same, all but the
    first.
    """
    runs_of = dict(_list_runs(texts))
    times = _count_times(runs_of.values())
    mask = len(times) - 1
    holders: dict[int, list[int]] = defaultdict(list)
    for place, runs in runs_of.items():
        numbers = {run & mask for run in runs}
        rare = _list_rare(numbers, len(runs), times)
        # Of runs that share a number, one counts.
        surely = _least_shared(len(runs)) - (len(runs) - len(numbers))
        holding = [holders[each] for each in rare if each in holders]
        found = _find_alike(runs, holding, max(min(surely, _SHARED), 1), runs_of)
        if found is not None:
            yield place, found
        for each in rare:
            holders[each].append(place)


def _list_runs(texts: Iterable[str]) -> Iterator[tuple[int, Runs]]:
    """Yield place and runs of each text that is long enough, if none before has the same words."""
    known = set()
    for place, text in enumerate(texts):
        words = _split(text.casefold())
        whole = hash(tuple(words))
        if len(words) >= FEWEST_WORDS and whole not in known:
            known.add(whole)
            runs = {*map(hash, zip(words, words[1:], words[2:], strict=False))}
            yield place, array("q", runs)


def _split(text: str) -> list[str]:
    """Return the words of a text in lower case."""
    try:
        narrow = text.encode("latin-1")
    except UnicodeEncodeError:
        return _WORD.findall(text)
    return narrow.translate(_BETWEEN).decode("latin-1").split()


def _count_times(all_runs: Collection[Runs]) -> bytearray:
    """Return by the last bits of their hash how often runs stand in texts, or a few more; up to 255."""
    size = sum(map(len, all_runs)).bit_length() + _ROOM
    times = bytearray(1 << max(size, _LEAST_ROOM))
    numbers = map((len(times) - 1).__and__, chain.from_iterable(all_runs))
    while True:
        try:
            for number in numbers:
                times[number] += 1
        except (
            ValueError
        ):  # it is at its most, and stays there; to ask before takes half as long again
            continue
        return times


def _list_rare(numbers: set[int], size: int, times: bytearray) -> list[int]:
    """Return the rarest of the `numbers` of a text's runs: any text that is alike shares _SHARED of them.

    Those that stand in no other text are left out: nobody shares them. `size`: how many runs there are.
    """
    wanted = min(size - _least_shared(size) + _SHARED, len(numbers))
    held = [number for number in numbers if times[number] > 1]
    left = wanted - (len(numbers) - len(held))
    if left <= 0:
        return []
    # By number first: where two are as rare, every text must take the same one.
    held.sort()
    held.sort(key=times.__getitem__)
    return held[:left]


def _least_shared(size: int) -> int:
    """Return how many of `size` runs at least are shared with any text that is alike."""
    return -(-size * ALIKE.numerator // ALIKE.denominator)


def _find_alike(
    runs: Runs, candidates: Sequence[Sequence[int]], needed: int, runs_of: Mapping[int, Runs]
) -> int | None:
    """Return the first that is alike and that so many of the candidates hold, each in order; None: none."""
    if len(candidates) < needed:
        return None
    own = frozenset(runs)
    for other, held in groupby(_in_order(candidates)):
        if sum(1 for _ in held) >= needed and _is_alike(own, runs_of[other]):
            return other
    return None


def _in_order(candidates: Sequence[Sequence[int]]) -> Iterable[int]:
    if sum(map(len, candidates)) <= _AT_ONCE:
        return sorted(chain.from_iterable(candidates))
    return merge(*candidates)


def _is_alike(one: frozenset[int], other: Runs) -> bool:
    """Tell whether the Jaccard index of two sets is at least ALIKE, exactly."""
    small, large = sorted((len(one), len(other)))
    share, whole = ALIKE.numerator, ALIKE.denominator
    if small * whole < large * share:
        return False
    shared = len(one.intersection(other))
    return shared * whole >= (small + large - shared) * share
