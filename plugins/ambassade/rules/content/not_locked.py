"""Published reviews that the verbatim lock does not hold yet.

Why: A review that was altered is no longer its author's ({fr-altered}; {eu-fake}; {us-fake};
{uk-reviews}). What is locked cannot be altered unseen. Without a profile, `ambassade build` tells
the number on one line and goes on.

Bad:
    author: Marie Dupont
    reviewRating: 5
    reviewBody: It boils water.

Good:
    # file: reviews/kettle/2026-05-14-saved-us-a-week.yaml
    author: Marie Dupont
    reviewRating: 5
    reviewBody: It boils water.
    # file: reviews/verbatim.lock
    kettle/2026-05-14-saved-us-a-week words=d5abab9dd8af88008feddd50caa6c085 rating=b9838b4a178c5b996d36402aff3b6d78 author=df607458eedd524811347b0951bf23f9 dates=ec9a2ff0e010d0244293d5111eac562a counts=yes corrections=- locked=2026-05-15
"""  # noqa: E501 - a line of the lock is as long as it is

from __future__ import annotations

from typing import TYPE_CHECKING

from ambassade.lock import list_unlocked
from ambassade.problem import N_, NOWHERE, Level, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ambassade.catalogue import Catalogue
    from ambassade.problem import Problem

RULE = Rule(
    "V104",
    "not-locked",
    Level.OFF,
    N_("Reviews or corrections that are not locked yet: {count}."),
    N_("Say: ambassade lock."),
    under={"fr": Level.ERROR, "eu": Level.ERROR, "us": Level.ERROR, "uk": Level.ERROR},
)


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """Count them."""
    count = len(catalogue.find_once(list_unlocked))
    if count:
        yield RULE.at(NOWHERE, count=count)
