"""A review that was published and locked, and whose file is gone.

Why: Whoever takes out reviews that were published passes off what is left as all of them
({us-suppression}; {eu-checked}). A review leaves the site by its status; a person's data leaves the
files by `ambassade forget`, which leaves a line without any of it here.

Bad:
    # file: reviews/verbatim.lock
    kettle/2026-05-14-saved-us-a-week words=78483eda5f7df64cce8f9a8a09be35c3 rating=218cf4175d0bc7b0e9eee7c939177e2e author=61e8f89be7fced1008c10add5b9dd901 dates=fd7f4c572ff3e68930fdb50bea5e82e4 corrections=0 locked=2026-05-15

Good:
    # file: reviews/verbatim.lock
    kettle/2026-05-14-saved-us-a-week forgotten=2026-05-30
"""  # noqa: E501 - a line of the lock is as long as it is

from __future__ import annotations

from typing import TYPE_CHECKING

from ambassade.lock import find_gone
from ambassade.problem import N_, Level, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ambassade.catalogue import Catalogue
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
LOCK_AGAIN = N_("If it is to be so, say: ambassade lock.")


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """Look for the file of every locked review."""
    records = catalogue.records
    for key, now in find_gone(records.reviews, records.lock, records.unread).items():
        entry = records.lock[key]
        if now is None:
            yield RULE.at(entry.place, review=key, day=entry.locked)
        else:
            fact, remedy, day = MOVED, LOCK_AGAIN, entry.locked
            yield RULE.at(entry.place, fact=fact, remedy=remedy, review=key, day=day, now=now.key)
