"""A review that is no longer what it was at a revision, or whose line of the lock is not.

Why: Whoever alters a review can alter its lock too. The history of git, kept elsewhere, still knows
both ({fr-altered}; {eu-fake}): `check --since` compares with it.

Bad:
    # file: before/reviews/kettle/2026-05-14-saved-us-a-week.yaml
    author: Marie Dupont
    reviewBody: It boils water.
    # file: reviews/kettle/2026-05-14-saved-us-a-week.yaml
    author: Marie Dupont
    reviewBody: It boils water very well.

Good:
    # file: before/reviews/kettle/2026-05-14-saved-us-a-week.yaml
    author: Marie Dupont
    reviewBody: It boils water.
    # file: reviews/kettle/2026-05-14-saved-us-a-week.yaml
    author: Marie Dupont
    reviewBody: It boils water very well.
    corrections:
      - date: 2026-05-20
        by: author
        reason: After a week, the author wanted to add two words.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ambassade.lock import PARTS, Breach, find_differences
from ambassade.problem import N_, Level, Rule
from ambassade.rules.review_parts import KEYS, NAMES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ambassade.lock import Difference
    from ambassade.model import Locked, Review
    from ambassade.problem import Problem
    from ambassade.since import Since

RULE = Rule(
    "V105",
    "changed-since",
    Level.ERROR,
    N_("{part} changed since {revision}, and no correction says so."),
    N_(
        "Put back what git has, or add "
        '`corrections: [{{date: YYYY-MM-DD, by: author, reason: "…"}}]` '
        "where the author asked for the change."
    ),
    fixed=True,
)
WRONG_WAS = N_("`was` of the correction is not the hash of the words as they were at {revision}.")
TAKE_HASH = N_("Write was: {words}, or leave it out.")
FEWER = N_("Of the corrections that were recorded at {revision}, some are gone or changed.")
PUT_BACK = N_("Put them back as they were: a correction stays for all to see.")
TOO_OLD = N_("A correction is dated before {day}, when the review was locked without it.")
DATE_ANEW = N_("Date it on the day on which it was written here, or take it out.")
LINE = N_("The lock of {review} is another than at {revision}, and no correction says why.")
PUT_LINE_BACK = N_("Put the line back as git has it. Only `ambassade lock` writes it.")


def check(since: Since) -> Iterator[Problem]:
    """Compare every review that was published, and every line of the lock."""
    told = set()
    for key, entry in since.entries().items():
        review = since.present.get(key)
        if review is None:
            continue
        for difference in find_differences(review, entry):
            told.add(key)
            yield _tell(review, entry, difference, since.revision)
    for _key, was, stub in since.stubs():
        if stub is not None and stub.review_rating != was.review_rating:
            yield _tell_part(stub, "rating", since.revision)
    for key, before in since.former_lock.items():
        now = since.lock.get(key)
        if now is not None and key not in told and not _stands(before, now):
            fact, remedy, revision = LINE, PUT_LINE_BACK, since.revision
            yield RULE.at(now.place, fact=fact, remedy=remedy, review=key, revision=revision)


def _tell(review: Review, entry: Locked, difference: Difference, revision: str) -> Problem:
    if difference.breach is Breach.FEWER:
        place = review.place("corrections")
        return RULE.at(place, fact=FEWER, remedy=PUT_BACK, revision=revision)
    if difference.breach is Breach.WRONG_WAS:
        place, fact, words = review.place("corrections"), WRONG_WAS, entry.words
        return RULE.at(place, fact=fact, remedy=TAKE_HASH, revision=revision, words=words)
    if difference.breach is Breach.TOO_OLD:
        place, day = review.place("corrections"), entry.locked
        return RULE.at(place, fact=TOO_OLD, remedy=DATE_ANEW, day=day)
    return _tell_part(review, difference.part, revision)


def _tell_part(review: Review, name: str, revision: str) -> Problem:
    return RULE.at(review.place(*KEYS[name]), part=NAMES[name], revision=revision)


def _stands(before: Locked, now: Locked) -> bool:
    """Tell whether a line may have become the other: by a correction, or by being forgotten."""
    if before.forgotten:
        return now.forgotten is not None and before.rating in {"", now.rating}
    if now.forgotten:
        return True
    if before.counts and not now.counts:
        return False
    if set(now.corrections) > set(before.corrections):
        return True
    is_same = all(getattr(now, part) == getattr(before, part) for part in PARTS)
    return is_same and now.corrections == before.corrections
