"""What could not be read as it was at a revision, so that nothing was compared.

Why: A file that was faulty then was not published by `ambassade build`; what it said cannot be held
against what it says. Where there was no file at all, the revision may be the wrong one.

Bad:
    # file: before/reviews/kettle/2026-05-14-saved-us-a-week.yaml
    author: Marie Dupont
    reviewRating: five
    # file: reviews/kettle/2026-05-14-saved-us-a-week.yaml
    author: Marie Dupont
    reviewRating: 5

Good:
    # file: before/reviews/kettle/2026-05-14-saved-us-a-week.yaml
    author: Marie Dupont
    reviewRating: 5
    # file: reviews/kettle/2026-05-14-saved-us-a-week.yaml
    author: Marie Dupont
    reviewRating: 5.0
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ambassade.problem import N_, NOWHERE, Level, Place, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ambassade.problem import Problem
    from ambassade.since import Since

RULE = Rule(
    "V107",
    "former-not-read",
    Level.INFORMATION,
    N_("This file could not be read as it was at {revision}, and was not compared."),
    N_("Choose a revision in which it is sound, if you want to compare it."),
)
NOTHING = N_("At {revision} there is no file under reviews/: nothing was compared.")
CHOOSE = N_("Choose a revision that has them, if there is one.")


def check(since: Since) -> Iterator[Problem]:
    """Tell what was skipped, and whether there was nothing at all."""
    if since.is_blind:
        told = RULE.at(NOWHERE, fact=NOTHING, remedy=CHOOSE, revision=since.revision)
        yield replace(told, level=Level.WARNING)
    for file in since.skipped:
        yield RULE.at(Place(file), revision=since.revision)
