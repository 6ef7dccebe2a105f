"""A line of the verbatim lock whose day has not come yet.

Why: A correction counts when it is not dated before the lock. A day that `ambassade lock` cannot have
written was typed by somebody.

Bad:
    # file: reviews/verbatim.lock
    kettle/2026-05-14-saved-us-a-week forgotten=2027-05-30

Good:
    # file: reviews/verbatim.lock
    kettle/2026-05-14-saved-us-a-week forgotten=2026-05-30
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ambassade.problem import N_, Level, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ambassade.catalogue import Catalogue
    from ambassade.problem import Problem

RULE = Rule(
    "V112",
    "lock-in-future",
    Level.WARNING,
    N_("This line of the lock is dated {day}, which has not come yet."),
    N_(
        "Put back what git has of it. Only `ambassade lock` and `ambassade forget` write this file."
    ),
)


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """Look at the day of every line."""
    for entry in catalogue.records.lock.values():
        day = entry.forgotten or entry.locked
        if day is not None and day > catalogue.today:
            yield RULE.at(entry.place, day=day)
