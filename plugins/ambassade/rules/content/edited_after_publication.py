"""A review that was changed after its publication.

Why: Some want a review that its author would change withdrawn and written anew, not edited
({iso-reviews}).

Bad:
    author: Marie Dupont
    reviewBody: It boils water.
    corrections:
      - date: 2026-05-20
        by: author
        reason: A word was missing.

Good:
    author: Marie Dupont
    reviewBody: It boils water.
    status: withdrawn
    withdrawn:
      date: 2026-05-20
      by: author
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ambassade.problem import N_, Level, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ambassade.catalogue import Catalogue
    from ambassade.problem import Problem

RULE = Rule(
    "R125",
    "edited-after-publication",
    Level.OFF,
    N_("The review was changed after its publication."),
    N_("Have the author withdraw it and write another, if you keep that norm to the letter."),
    under={"iso20488": Level.WARNING},
)
BY_ITEM = True


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """Look at every published review that has corrections."""
    for review in catalogue.records.reviews:
        if review.corrections and review.status == "published":
            yield RULE.at(review.place("corrections"))
