"""The verbatim lock: what a review was when it was published, and whether it still is.

In: reviews, and the lines of `reviews/verbatim.lock`. Out: new lines, the file's text, what differs.
A hash is SHA-256 cut to 32 hexadecimal digits. That of the words has no salt, as `was` of a
correction holds it and outlives a new file name; the others are salted by the review's key, so that
one author's reviews do not show as such. Corrections are public: their hashes have 8 digits and no
salt. Of a review that was forgotten the rating's hash stays, for its rating stays; no other does.
"""

from __future__ import annotations

import enum
import hashlib
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from ambassade.catalogue import may_count
from ambassade.model import Locked
from ambassade.text import comparable, comparable_markdown

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from ambassade.model import Correction, Records, Review

PARTS = ("words", "rating", "author", "dates")
_TOP = "# What each review was when it was published: made by `ambassade lock`; never edit.\n"
_DIGITS = 32
_SHORT_DIGITS = 8


class Breach(enum.Enum):
    """How a review can be no longer what was locked."""

    CHANGED = "no correction is recorded"
    BEFORE = "the correction is older than the lock"
    TOO_OLD = "a correction that the lock lacks is older than it"
    WRONG_WAS = "`was` of the correction is not the hash of the former words"
    FEWER = "corrections were taken out, or changed"
    FORGOTTEN = "its author was forgotten, and nobody else may correct it"


@dataclass(frozen=True, slots=True)
class Difference:
    """One difference between a review and its lock: of one of PARTS, or of the `corrections`."""

    part: str
    breach: Breach


def find_differences(review: Review, entry: Locked) -> list[Difference]:
    """Return what is wrong with `review` by its line of the lock; nothing where corrections say it.

    A correction counts when the lock lacks it and it is not dated before the lock.
    """
    if entry.forgotten:
        is_kept = not entry.rating or hash_kept_rating(review, entry.key) == entry.rating
        return [] if is_kept else [Difference("rating", Breach.FORGOTTEN)]
    if not set(entry.corrections) <= set(hash_corrections(review)):
        return [Difference("corrections", Breach.FEWER)]
    new = _new_corrections(review, entry)
    if not new:
        return [Difference(part, Breach.CHANGED) for part in _changed_parts(review, entry)]
    if new[0].was and new[0].was.strip().lower()[:_DIGITS] != entry.words:
        return [Difference("corrections", Breach.WRONG_WAS)]
    if entry.locked is None or new[0].date >= entry.locked:
        return []
    changed = [Difference(part, Breach.BEFORE) for part in _changed_parts(review, entry)]
    return changed or [Difference("corrections", Breach.TOO_OLD)]


def _new_corrections(review: Review, entry: Locked) -> list[Correction]:
    """Return the corrections that the lock lacks, the oldest first."""
    new = [one for one in review.corrections if _hash_correction(one) not in entry.corrections]
    return sorted(new, key=lambda one: one.date)


def hash_corrections(review: Review) -> tuple[str, ...]:
    """Return the hash of each correction, sorted."""
    return tuple(sorted({_hash_correction(one) for one in review.corrections}))


def _hash_correction(one: Correction) -> str:
    told = (one.date.isoformat(), comparable(one.by), comparable(one.reason))
    return hash_told(*told)[:_SHORT_DIGITS]


def _changed_parts(review: Review, entry: Locked) -> list[str]:
    now = lock_review(review, key=entry.key)
    return [part for part in PARTS if getattr(now, part) != getattr(entry, part)]


def list_unlocked(records: Records) -> list[Review]:
    """Return the published reviews that the lock lacks, and those with a correction it lacks."""
    if not records.lock:
        return [review for review in records.reviews if review.status == "published"]
    found = []
    for review in records.reviews:
        entry = records.lock.get(review.key)
        if entry is None:
            is_new = review.status == "published"
        else:
            is_new = bool(
                review.corrections and not entry.forgotten and _new_corrections(review, entry)
            )
        if is_new:
            found.append(review)
    return found


def lock_review(review: Review, day: date | None = None, key: str = "") -> Locked:
    """Return the lock's line of `review`; with `key`, as it is where that is its key."""
    salt = key or review.key
    return Locked(
        key=salt,
        words=hash_words(review),
        rating=hash_told(salt, *tell_ratings(review)),
        author=hash_told(salt, *tell_author(review)),
        dates=hash_told(salt, *tell_dates(review)),
        counts=may_count(review),
        corrections=hash_corrections(review),
        locked=day,
    )


def make_tombstone(key: str, day: date, rating: str = "", *, counts: bool = False) -> Locked:
    """Return the line of a review that was forgotten on `day`: it holds nothing of a person.

    `rating` is what `hash_kept_rating` gives of a rated one; `counts` tells whether it is one for
    an average.
    """
    return Locked(key, rating=rating, counts=counts and bool(rating), forgotten=day)


def hash_kept_rating(review: Review, key: str) -> str:
    """Return the hash of what stays of a forgotten review, its rating; empty without one."""
    return hash_told(key, *_tell_scale(review)) if review.review_rating else ""


def group_by_item(lock: Mapping[str, Locked]) -> dict[str, dict[str, Locked]]:
    """Return the lines of a lock by the item that their reviews are about, and by their keys."""
    found: dict[str, dict[str, Locked]] = {}
    for key, entry in lock.items():
        found.setdefault(key.partition("/")[0], {})[key] = entry
    return found


def write_lock(entries: Iterable[Locked]) -> str:
    """Return the text of the lock: one line a review, by key, so that git merges it line by line."""
    lines = (_write_line(entry) for entry in sorted(entries, key=lambda entry: entry.key))
    return _TOP + "".join(f"{line}\n" for line in lines)


def hash_words(review: Review) -> str:
    """Return the hash of title and words, and of what is said in its film."""
    said = [review.review_body or ""]
    if review.video and review.video.transcript:
        said.append(review.video.transcript)
    return hash_told(comparable(review.name or ""), *(comparable_markdown(each) for each in said))


def _write_line(entry: Locked) -> str:
    if entry.forgotten:
        rating = f" rating={entry.rating}" if entry.rating else ""
        counts = " counts=yes" if entry.counts else ""
        return f"{entry.key} forgotten={entry.forgotten}{rating}{counts}"
    hashes = " ".join(f"{part}={getattr(entry, part)}" for part in PARTS)
    counts = "yes" if entry.counts else "no"
    corrections = ",".join(entry.corrections) or "-"
    return f"{entry.key} {hashes} counts={counts} corrections={corrections} locked={entry.locked}"


def hash_told(*values: str) -> str:
    """Return the hash of what is told, perhaps with a salt first."""
    # No value holds a form feed: `comparable` makes a space of it.
    return hashlib.sha256("\f".join(values).encode("utf-8", "surrogatepass")).hexdigest()[:_DIGITS]


def tell_ratings(review: Review) -> tuple[str, ...]:
    """Return what the hash of its rating is of: those of single aspects are in it."""
    aspects = sorted(
        (comparable(name), Fraction(value)) for name, value in review.review_aspect.items()
    )
    return (*_tell_scale(review), *(f"{name}={value}" for name, value in aspects))


def _tell_scale(review: Review) -> list[str]:
    rating = review.review_rating
    scale = (rating.rating_value, rating.best_rating, rating.worst_rating) if rating else ()
    # A fraction, as 5 and 5.0 are one.
    return [str(Fraction(each)) for each in scale]


def tell_author(review: Review) -> tuple[str, ...]:
    """Return what the hash of its author is of."""
    author = review.author
    told = (author.name, author.job_title, author.works_for, author.address_locality)
    return tuple(comparable(each or "") for each in told)


def tell_dates(review: Review) -> tuple[str, ...]:
    """Return what the hash of its dates is of."""
    days = (review.date_published, review.date_experienced, review.date_received)
    return tuple(day.isoformat() if day else "" for day in days)
