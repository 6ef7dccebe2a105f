"""A review that was published and locked, and whose file is gone.

Why: Whoever takes out reviews that were published passes off what is left as all of them
({us-suppression}; {eu-checked}). A review leaves the site by its status; a person's data leaves the
files by `ambassade forget`, which leaves a line without any of it here.

Bad:
    # file: reviews/verbatim.lock
    kettle/2026-05-14-saved-us-a-week words=d5abab9dd8af88008feddd50caa6c085 rating=b9838b4a178c5b996d36402aff3b6d78 author=df607458eedd524811347b0951bf23f9 dates=ec9a2ff0e010d0244293d5111eac562a counts=yes corrections=- locked=2026-05-15

Good:
    # file: reviews/verbatim.lock
    kettle/2026-05-14-saved-us-a-week forgotten=2026-05-30
"""  # noqa: E501 - a line of the lock is as long as it is

from __future__ import annotations

from typing import TYPE_CHECKING

from ambassade.gone_reviews import find_gone
from ambassade.problem import N_, Level, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ambassade.catalogue import Catalogue
    from ambassade.model import Locked, Review
    from ambassade.problem import Problem

RULE = Rule(
    "V103",
    "locked-review-gone",
    Level.ERROR,
    N_("The review {review} was locked on {day}, and its file is gone."),
    N_(
        "Bring the file back, with another `status` if it is not to be shown; "
        "where its author is to be forgotten, say: ambassade forget {review}."
    ),
)
MOVED = N_("The review {review} was locked on {day}; now it is {now}, word for word.")
MOVED_STUB = N_("The review {review} was forgotten on {day}; now its rating is in {now}.")
LOCK_AGAIN = N_("If it is to be so, say: ambassade lock.")
STUB = N_(
    "The review {review} was forgotten on {day}; its rating was to stay, and its file is gone."
)
PUT_BACK = N_("Put the file back.")


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """Look for the file of every locked review."""
    records = catalogue.records
    for key, now in find_gone(records.reviews, records.lock, records.unread).items():
        yield _tell(records.lock[key], now)


def is_moved(problem: Problem) -> bool:
    """Tell whether the review is there under another name, so that `lock` may follow it."""
    return problem.fact in {MOVED, MOVED_STUB}


def _tell(entry: Locked, now: Review | None) -> Problem:
    day = entry.forgotten or entry.locked
    if now is not None:
        fact, remedy = MOVED_STUB if entry.forgotten else MOVED, LOCK_AGAIN
        return RULE.at(
            entry.place, fact=fact, remedy=remedy, review=entry.key, day=day, now=now.key
        )
    if entry.forgotten:
        return RULE.at(entry.place, fact=STUB, remedy=PUT_BACK, review=entry.key, day=day)
    return RULE.at(entry.place, review=entry.key, day=day)
