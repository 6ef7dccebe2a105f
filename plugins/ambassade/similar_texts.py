"""Texts that are nearly the same: most of their runs of three words are the same.

Every text that is alike enough to one before it is found, none by luck. A text of which more than
four tenths stand nowhere else is like no other: that leaves few. Two sets that share six tenths
share one of the rarest few of each, so that of those only what holds these is looked at (prefix
filtering: Bayardo and others, 2007); thousands of texts are not held against each other.
"""

from __future__ import annotations

import re
from array import array
from collections import defaultdict
from fractions import Fraction
from itertools import count
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

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
    place_of = _split_all(texts)
    if not place_of:
        return
    runs_of, times = _find_shared_runs([*place_of], [*place_of.values()])
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


def _find_shared_runs(
    texts: Sequence[Words], places: Sequence[int]
) -> tuple[dict[int, Runs], Sequence[int]]:
    """Return the runs of three words, as numbers, of each text that may be alike; and how often each is.

    A text of which too many runs stand nowhere else is left out.
    """
    import numpy as np  # noqa: PLC0415 - it takes a while, and a build has no need of it

    # A run that began at one of a text's last two words would end in the next text.
    sizes = [len(words) - 2 for words in texts]
    ends = np.cumsum(sizes) + 2 * np.arange(len(sizes))
    begins = np.delete(np.arange(ends[-1] + 2), np.concatenate([ends, ends + 1]))
    # Beyond two million different words two runs may, by a rare chance, count as one.
    words, count_of_words = _number_words(texts)
    at = np.frombuffer(words, np.uint64)
    keys = (at[begins] * count_of_words + at[begins + 1]) * count_of_words + at[begins + 2]
    _, numbers, times = np.unique(keys, return_inverse=True, return_counts=True)
    starts = np.cumsum([0, *sizes[:-1]])
    alone = np.add.reduceat(times[numbers] == 1, starts, dtype=np.int64).tolist()
    return {
        place: frozenset(numbers[start : start + size].tolist())
        for place, start, size, lonely in zip(places, starts.tolist(), sizes, alone, strict=True)
        if lonely < _how_many_rare(size)
    }, times.tolist()


def _number_words(texts: Iterable[Words]) -> tuple[array[int], int]:
    """Return the words of all texts as numbers of eight bytes, and how many there are."""
    numbers: dict[str, int] = defaultdict(count().__next__)
    flat = array("Q")
    for words in texts:
        flat.extend(map(numbers.__getitem__, words))
    return flat, len(numbers)


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
