"""The ledger: what was received, shown and held back, in numbers that anyone may see.

"A public ledger. Received, published, pending, withheld by ground, withdrawn; median time to
publish and to reply." It holds no word, no name and no identifier of a review. What was forgotten
stays received, and is counted as nothing else.
"""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import TYPE_CHECKING

from ambassade.fields.review import STATUSES
from ambassade.public import Ledger

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from ambassade.model import Locked, Review

FORGOTTEN = "forgotten"
_DATE = slice(10)


def find_forgotten(lock: Mapping[str, Locked]) -> dict[str, Locked]:
    """Return the tombstones among these lines of the lock, by the review's key."""
    return {key: entry for key, entry in lock.items() if entry.forgotten}


def make_ledger(reviews: Iterable[Review], forgotten: Mapping[str, Locked] | None = None) -> Ledger:
    """Return the ledger of `reviews`, and of those that were `forgotten`, a file left of them or not."""
    gone = forgotten or {}
    known = [review for review in reviews if review.key not in gone]
    statuses = Counter(review.status for review in known)
    grounds = Counter(review.withheld_for for review in known if review.status == "withheld")
    published = [review for review in known if review.status == "published"]
    return Ledger(
        received=len(known) + len(gone),
        by_status={**{status: statuses[status] for status in STATUSES}, FORGOTTEN: len(gone)},
        by_ground=_sort_grounds(grounds),
        answered=sum(review.reply is not None for review in published),
        waits=_sort_days((review.date_published, review.date_received) for review in published),
        answers=_sort_days(
            (review.reply.date_published, review.date_published)
            for review in published
            if review.reply
        ),
    )


def join_ledgers(ledgers: Sequence[Ledger]) -> Ledger:
    """Return the ledger of all that these ledgers count."""
    grounds: Counter[str | None] = Counter()
    for one in ledgers:
        grounds.update(one.by_ground)
    return Ledger(
        received=sum(one.received for one in ledgers),
        by_status={
            status: sum(one.by_status[status] for one in ledgers)
            for status in (*STATUSES, FORGOTTEN)
        },
        by_ground=_sort_grounds(grounds),
        answered=sum(one.answered for one in ledgers),
        waits=tuple(sorted(days for one in ledgers for days in one.waits)),
        answers=tuple(sorted(days for one in ledgers for days in one.answers)),
    )


def _sort_grounds(grounds: Mapping[str | None, int]) -> dict[str, int]:
    return {ground: grounds[ground] for ground in sorted(filter(None, grounds))}


def _sort_days(ends: Iterable[tuple[date | None, date | None]]) -> tuple[int, ...]:
    """Return how many days lie between each two, a day and an earlier one, where both are known."""
    return tuple(sorted((last - first).days for last, first in ends if last and first))


def make_ledgers_by_year(
    reviews: Iterable[Review], forgotten: Mapping[str, Locked] | None = None
) -> dict[int, Ledger]:
    """Return a ledger for each year in which reviews were received (or published, if not known).

    Of a forgotten one nothing is known but the date in its identifier.
    """
    gone = forgotten or {}
    by_year: dict[int, tuple[list[Review], dict[str, Locked]]] = {}
    for review in reviews:
        if review.key not in gone:
            year = (review.date_received or review.date_published).year
            by_year.setdefault(year, ([], {}))[0].append(review)
    for key, entry in gone.items():
        by_year.setdefault(_year_of(key, entry), ([], {}))[1][key] = entry
    return {year: make_ledger(*by_year[year]) for year in sorted(by_year)}


def _year_of(key: str, entry: Locked) -> int:
    try:
        return date.fromisoformat(key.partition("/")[2][_DATE]).year
    except ValueError:
        return entry.forgotten.year if entry.forgotten else 0
