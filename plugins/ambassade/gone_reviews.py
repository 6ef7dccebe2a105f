"""Locked reviews that are gone, and what each is now: word for word the same under a new key.

The hashes of a line are salted by its key, so that none can be looked up: what a review says is hashed anew
for each line. What many say alike is hashed once for all of them: their ratings, their dates, their authors.
"""

from __future__ import annotations

from collections import defaultdict, deque
from typing import TYPE_CHECKING, TypeVar

from ambassade.lock import (
    hash_corrections,
    hash_kept_rating,
    hash_told,
    hash_words,
    tell_author,
    tell_dates,
    tell_ratings,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from ambassade.model import Locked, Review

    _Told = tuple[str, ...]
    _ByAuthor = dict[_Told, deque[Review]]
    _ByDates = dict[_Told, _ByAuthor]
    _ByRatings = dict[_Told, _ByDates]

_Found = TypeVar("_Found")


def find_gone(
    reviews: Iterable[Review], lock: Mapping[str, Locked], there: Iterable[str] = ()
) -> dict[str, Review | None]:
    """Return the keys of locked reviews that are gone, each with what it is now under a new key.

    A forgotten one is gone where its rating was to stay: its line holds a hash of it. `there` are the keys of
    reviews that have a file although they are not among `reviews`.
    """
    if not lock:
        return {}
    known = {review.key: review for review in reviews}
    missing = lock.keys() - known.keys() - set(there)
    gone = [lock[key] for key in sorted(missing) if lock[key].rating]
    if not gone:
        return {}
    unlocked = _Unlocked(known[key] for key in sorted(known.keys() - lock.keys()))
    return {entry.key: unlocked.take(entry) for entry in gone}


class _Unlocked:
    """Reviews that the lock lacks, in order, to be taken out one by one."""

    def __init__(self, reviews: Iterable[Review]) -> None:
        self._by_words: dict[tuple[str, _Told], _ByRatings] = defaultdict(dict)
        self._wordless: dict[str, list[Review]] = defaultdict(list)
        self._taken: set[str] = set()
        nothing = hash_told("", "")
        for review in reviews:
            words = hash_words(review)
            ratings = self._by_words[words, hash_corrections(review)]
            dates = ratings.setdefault(tell_ratings(review), {})
            authors = dates.setdefault(tell_dates(review), {})
            authors.setdefault(tell_author(review), deque()).append(review)
            if words == nothing:
                self._wordless[review.identifier].append(review)

    def take(self, entry: Locked) -> Review | None:
        """Return the first that is what was locked, and take it out."""
        alike = self._list_stubs(entry) if entry.forgotten else self._find_alike(entry)
        while alike:
            review = alike.popleft()
            if review.key not in self._taken:
                self._taken.add(review.key)
                return review
        return None

    def _find_alike(self, entry: Locked) -> deque[Review] | None:
        ratings = self._by_words.get((entry.words, entry.corrections))
        dates = _find(ratings, entry.key, entry.rating)
        authors = _find(dates, entry.key, entry.dates)
        return _find(authors, entry.key, entry.author)

    def _list_stubs(self, entry: Locked) -> deque[Review]:
        """Return those that have the name of a forgotten one, in another folder, and its rating."""
        named = self._wordless.get(entry.key.partition("/")[2], ())
        return deque(one for one in named if hash_kept_rating(one, entry.key) == entry.rating)


def _find(by_told: Mapping[_Told, _Found] | None, salt: str, wanted: str) -> _Found | None:
    """Return what is kept by the words of which that is the hash."""
    known = (by_told or {}).items()
    return next((kept for told, kept in known if hash_told(salt, *told) == wanted), None)
