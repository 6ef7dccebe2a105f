"""A review that is no longer what it was when it was locked, without a correction that says so.

Why: A review that was altered is no longer its author's ({fr-altered}; {eu-fake}). The author may
correct it, and its page tells the correction; nobody else may.

Bad:
    # file: reviews/kettle/2026-05-14-saved-us-a-week.yaml
    author: Marie Dupont
    reviewRating: 5
    reviewBody: It boils water very well.
    # file: reviews/verbatim.lock
    kettle/2026-05-14-saved-us-a-week words=78483eda5f7df64cce8f9a8a09be35c3 rating=218cf4175d0bc7b0e9eee7c939177e2e author=61e8f89be7fced1008c10add5b9dd901 dates=fd7f4c572ff3e68930fdb50bea5e82e4 corrections=0 locked=2026-05-15

Good:
    # file: reviews/kettle/2026-05-14-saved-us-a-week.yaml
    author: Marie Dupont
    reviewRating: 5
    reviewBody: It boils water very well.
    corrections:
      - date: 2026-05-20
        by: author
        reason: After a week, the author wanted to add two words.
        was: 78483eda5f7df64cce8f9a8a09be35c3
    # file: reviews/verbatim.lock
    kettle/2026-05-14-saved-us-a-week words=78483eda5f7df64cce8f9a8a09be35c3 rating=218cf4175d0bc7b0e9eee7c939177e2e author=61e8f89be7fced1008c10add5b9dd901 dates=fd7f4c572ff3e68930fdb50bea5e82e4 corrections=0 locked=2026-05-15
"""  # noqa: E501 - a line of the lock is as long as it is

from __future__ import annotations

from typing import TYPE_CHECKING

from ambassade.lock import Breach, find_differences
from ambassade.problem import N_, Level, Rule
from ambassade.rules.review_parts import KEYS, NAMES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ambassade.catalogue import Catalogue
    from ambassade.lock import Difference
    from ambassade.model import Locked, Review
    from ambassade.problem import Problem

RULE = Rule(
    "V102",
    "changed-after-lock",
    Level.ERROR,
    N_("{part} changed after the review was locked on {day}, and no correction says so."),
    N_(
        "Put back what stood there. If the author asked for the change, add to `corrections`: "
        "date, by: author, reason."
    ),
)
BEFORE = N_("{part} changed after the review was locked on {day}; its correction is dated earlier.")
DATE_IT = N_("Put back what stood there, or date the correction on the day of the change.")
WRONG_WAS = N_("`was` of the correction is not the hash of the words that were locked.")
TAKE_HASH = N_("Write was: {words}, as `words` of this review in the lock, or leave it out.")
FEWER = N_("Of the corrections that were recorded when the review was locked, some are gone.")
PUT_BACK = N_("Put them back: a correction stays for all to see.")


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """Compare every locked review with its lock."""
    records = catalogue.records
    for review in records.reviews:
        entry = records.lock.get(review.key)
        if entry is None or review.key in records.unread:
            continue
        for difference in find_differences(review, entry):
            yield _tell(review, entry, difference)


def _tell(review: Review, entry: Locked, difference: Difference) -> Problem:
    place = review.place(*KEYS[difference.part])
    if difference.breach is Breach.FEWER:
        return RULE.at(place, fact=FEWER, remedy=PUT_BACK)
    if difference.breach is Breach.WRONG_WAS:
        return RULE.at(place, fact=WRONG_WAS, remedy=TAKE_HASH, words=entry.words)
    part = NAMES[difference.part]
    if difference.breach is Breach.BEFORE:
        place = review.place("corrections")
        return RULE.at(place, fact=BEFORE, remedy=DATE_IT, part=part, day=entry.locked)
    return RULE.at(place, part=part, day=entry.locked)
