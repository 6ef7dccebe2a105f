"""A file that could not be read as it was at a revision, so that nothing was compared.

Why: A file that was faulty then was not published by `ambassade build`; what it said cannot be held
against what it says.

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

from typing import TYPE_CHECKING

from ambassade.problem import N_, Level, Place, Rule

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


def check(since: Since) -> Iterator[Problem]:
    """Tell what was skipped."""
    for file in since.skipped:
        yield RULE.at(Place(file), revision=since.revision)
