"""A review that is no longer what it was when it was locked, without a correction that says so.

Why: A review that was altered is no longer its author's ({fr-altered}; {eu-fake}). The author may
correct it, and its page tells the correction; nobody else may.

Bad:
    # file: reviews/kettle/2026-05-14-saved-us-a-week.yaml
    author: Marie Dupont
    reviewRating: 5
    reviewBody: It boils water very well.
    # file: reviews/verbatim.lock
    kettle/2026-05-14-saved-us-a-week words=d5abab9dd8af88008feddd50caa6c085 rating=b9838b4a178c5b996d36402aff3b6d78 author=df607458eedd524811347b0951bf23f9 dates=ec9a2ff0e010d0244293d5111eac562a counts=yes corrections=- locked=2026-05-15

Good:
    # file: reviews/kettle/2026-05-14-saved-us-a-week.yaml
    author: Marie Dupont
    reviewRating: 5
    reviewBody: It boils water very well.
    corrections:
      - date: 2026-05-20
        by: author
        reason: After a week, the author wanted to add two words.
        was: d5abab9dd8af88008feddd50caa6c085
    # file: reviews/verbatim.lock
    kettle/2026-05-14-saved-us-a-week words=d5abab9dd8af88008feddd50caa6c085 rating=b9838b4a178c5b996d36402aff3b6d78 author=df607458eedd524811347b0951bf23f9 dates=ec9a2ff0e010d0244293d5111eac562a counts=yes corrections=- locked=2026-05-15
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
        "Put back what stood there, or add "
        '`corrections: [{{date: YYYY-MM-DD, by: author, reason: "…"}}]` '
        "where the author asked for the change."
    ),
)
BY_ITEM = True
FORGOTTEN = N_("The rating changed after the review was forgotten on {day}; it was to stay.")
RATING_BACK = N_("Put back the rating that stood there: nobody is left who could correct it.")
BEFORE = N_("{part} changed after the review was locked on {day}; its correction is dated earlier.")
DATE_IT = N_("Put back what stood there, or date the correction on the day of the change.")
WRONG_WAS = N_("`was` of the correction is not the hash of the words that were locked.")
TAKE_HASH = N_("Write was: {words}, as `words` of this review in the lock, or leave it out.")
FEWER = N_(
    "Of the corrections that were recorded when the review was locked, some are gone or changed."
)
PUT_BACK = N_("Put them back as they were: a correction stays for all to see.")
TOO_OLD = N_("A correction is dated before {day}, when the review was locked without it.")
DATE_ANEW = N_("Date it on the day on which it was written here, or take it out.")


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
    if difference.breach is Breach.FORGOTTEN:
        return RULE.at(place, fact=FORGOTTEN, remedy=RATING_BACK, day=entry.forgotten)
    if difference.breach is Breach.WRONG_WAS:
        return RULE.at(place, fact=WRONG_WAS, remedy=TAKE_HASH, words=entry.words)
    if difference.breach is Breach.TOO_OLD:
        return RULE.at(place, fact=TOO_OLD, remedy=DATE_ANEW, day=entry.locked)
    part = NAMES[difference.part]
    if difference.breach is Breach.BEFORE:
        place = review.place("corrections")
        return RULE.at(place, fact=BEFORE, remedy=DATE_IT, part=part, day=entry.locked)
    return RULE.at(place, part=part, day=entry.locked)
