"""The ledger: what was received, shown and held back, in numbers that anyone may see.

"A public ledger. Received, published, pending, withheld by ground, withdrawn; median time to
publish and to reply." It holds no word, no name and no identifier of a review.
"""

from __future__ import annotations

from collections import Counter
from statistics import median
from typing import TYPE_CHECKING

from ambassade.public import Ledger

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ambassade.model import Review

STATUSES = ("published", "pending", "withheld", "withdrawn")


def make_ledger(reviews: Iterable[Review]) -> Ledger:
    """Return the ledger of `reviews`."""
    known = list(reviews)
    statuses = Counter(review.status for review in known)
    grounds = Counter(review.withheld_for for review in known if review.status == "withheld")
    published = [review for review in known if review.status == "published"]
    return Ledger(
        received=len(known),
        by_status={status: statuses[status] for status in STATUSES},
        by_ground={ground: grounds[ground] for ground in sorted(filter(None, grounds))},
        answered=sum(review.reply is not None for review in published),
        days_to_publish=_median(
            (review.date_published - review.date_received).days
            for review in published
            if review.date_received
        ),
        days_to_reply=_median(
            (review.reply.date_published - review.date_published).days
            for review in published
            if review.reply and review.reply.date_published
        ),
    )


def make_ledgers_by_year(reviews: Iterable[Review]) -> dict[int, Ledger]:
    """Return a ledger for each year in which reviews were received (or published, if not known)."""
    by_year: dict[int, list[Review]] = {}
    for review in reviews:
        year = (review.date_received or review.date_published).year
        by_year.setdefault(year, []).append(review)
    return {year: make_ledger(by_year[year]) for year in sorted(by_year)}


def _median(days: Iterable[int]) -> float | None:
    known = sorted(days)
    return float(median(known)) if known else None
