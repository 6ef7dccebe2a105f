"""The verbatim lock: what a review was when it was published, and whether it still is.

In: reviews, and the lines of `reviews/verbatim.lock`. Out: new lines, the file's text, what differs.
A hash is SHA-256 cut to 32 hexadecimal digits. That of the words has no salt, as `was` of a
correction holds it and outlives a new file name; the others are salted by the review's key, so that
one author's reviews do not show as such.
"""

from __future__ import annotations

import enum
import hashlib
from collections import defaultdict
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from ambassade.model import Locked
from ambassade.text import comparable

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from ambassade.model import Correction, Records, Review

PARTS = ("words", "rating", "author", "dates")
_TOP = "# What each review was when it was published: made by `ambassade lock`; never edit.\n"
_DIGITS = 32


class Breach(enum.Enum):
    """How a review can be no longer what was locked."""

    CHANGED = "no correction is recorded"
    BEFORE = "the correction is older than the lock"
    WRONG_WAS = "`was` of the correction is not the hash of the former words"
    FEWER = "corrections were taken out"


@dataclass(frozen=True, slots=True)
class Difference:
    """One difference between a review and its lock: of one of PARTS, or of the `corrections`."""

    part: str
    breach: Breach


def find_differences(review: Review, entry: Locked) -> list[Difference]:
    """Return what is wrong with `review` by its line of the lock; nothing where corrections say it.

    A correction counts when it was recorded after the lock and is not dated before it.
    """
    if entry.forgotten:
        return []
    new = _new_corrections(review, entry)
    if len(review.corrections) < entry.corrections:
        return [Difference("corrections", Breach.FEWER)]
    if new and new[0].was and new[0].was.strip().lower()[:_DIGITS] != entry.words:
        return [Difference("corrections", Breach.WRONG_WAS)]
    if new and (entry.locked is None or new[-1].date >= entry.locked):
        return []
    breach = Breach.BEFORE if new else Breach.CHANGED
    return [Difference(part, breach) for part in _changed_parts(review, entry)]


def _new_corrections(review: Review, entry: Locked) -> list[Correction]:
    return sorted(review.corrections, key=lambda one: one.date)[entry.corrections :]


def _changed_parts(review: Review, entry: Locked) -> list[str]:
    now = lock_review(review, key=entry.key)
    return [part for part in PARTS if getattr(now, part) != getattr(entry, part)]


def find_gone(
    reviews: Iterable[Review], lock: Mapping[str, Locked], there: Iterable[str] = ()
) -> dict[str, Review | None]:
    """Return the keys of locked reviews that are gone, each with what it is now under a new key.

    `there` are the keys of reviews that have a file although they are not among `reviews`.
    """
    known = {review.key: review for review in reviews}
    missing = lock.keys() - known.keys() - set(there)
    gone = [lock[key] for key in sorted(missing) if not lock[key].forgotten]
    if not gone:
        return {}
    by_words: dict[str, list[Review]] = defaultdict(list)
    for key in sorted(known.keys() - lock.keys()):
        by_words[hash_words(known[key].name, known[key].review_body)].append(known[key])
    return {entry.key: _take_same(entry, by_words[entry.words]) for entry in gone}


def _take_same(entry: Locked, candidates: list[Review]) -> Review | None:
    """Return the first that is word for word what was locked, and take it out of `candidates`."""
    for review in candidates:
        same_number = len(review.corrections) == entry.corrections
        if same_number and not _changed_parts(review, entry):
            candidates.remove(review)
            return review
    return None


def list_unlocked(records: Records) -> list[Review]:
    """Return the published reviews that the lock lacks, and those with a correction it lacks."""
    found = []
    for review in records.reviews:
        entry = records.lock.get(review.key)
        if entry is None:
            is_new = review.status == "published"
        else:
            is_new = not entry.forgotten and len(review.corrections) > entry.corrections
        if is_new:
            found.append(review)
    return found


def lock_review(review: Review, day: date | None = None, key: str = "") -> Locked:
    """Return the lock's line of `review`; with `key`, as it is where that is its key."""
    salt = key or review.key
    return Locked(
        key=salt,
        words=hash_words(review.name, review.review_body),
        rating=_hash(salt, *_tell_ratings(review)),
        author=_hash(salt, comparable(review.author.name)),
        dates=_hash(salt, *_tell_dates(review)),
        corrections=len(review.corrections),
        locked=day,
    )


def make_tombstone(key: str, day: date) -> Locked:
    """Return the line of a review that was forgotten on `day`: it holds nothing of a person."""
    return Locked(key, forgotten=day)


def write_lock(entries: Iterable[Locked]) -> str:
    """Return the text of the lock: one line a review, by key, so that git merges it line by line."""
    lines = (_write_line(entry) for entry in sorted(entries, key=lambda entry: entry.key))
    return _TOP + "".join(f"{line}\n" for line in lines)


def hash_words(name: str | None, body: str | None) -> str:
    """Return the hash of title and words: white space counts as one space, Unicode as NFC."""
    return _hash(comparable(name or ""), comparable(body or ""))


def _write_line(entry: Locked) -> str:
    if entry.forgotten:
        return f"{entry.key} forgotten={entry.forgotten}"
    hashes = " ".join(f"{part}={getattr(entry, part)}" for part in PARTS)
    return f"{entry.key} {hashes} corrections={entry.corrections} locked={entry.locked}"


def _hash(*values: str) -> str:
    # No value holds a line end: `comparable` makes a space of it.
    return hashlib.sha256("\n".join(values).encode("utf-8", "surrogatepass")).hexdigest()[:_DIGITS]


def _tell_ratings(review: Review) -> list[str]:
    rating = review.review_rating
    scale = (rating.rating_value, rating.best_rating, rating.worst_rating) if rating else ()
    aspects = sorted(
        (comparable(name), Fraction(value)) for name, value in review.review_aspect.items()
    )
    # A fraction, as 5 and 5.0 are one.
    return [
        *(str(Fraction(each)) for each in scale),
        *(f"{name}={value}" for name, value in aspects),
    ]


def _tell_dates(review: Review) -> list[str]:
    days = (review.date_published, review.date_experienced, review.date_received)
    return [day.isoformat() if day else "" for day in days]
