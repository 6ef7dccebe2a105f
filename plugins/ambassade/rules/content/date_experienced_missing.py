"""A published review that does not say when the customer had the experience.

Why: The date of the experience is told beside the review ({fr-beside}).

Bad:
    author: Marie Dupont
    reviewBody: It boils water.

Good:
    author: Marie Dupont
    reviewBody: It boils water.
    dateExperienced: 2026-05-10
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ambassade.problem import N_, Level, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ambassade.catalogue import Catalogue
    from ambassade.problem import Problem

RULE = Rule(
    "D103",
    "date-experienced-missing",
    Level.OFF,
    N_("dateExperienced is missing."),
    N_("Add dateExperienced: when the customer used the product or service."),
    under={"fr": Level.ERROR},
)
BY_ITEM = True


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """Look at the date of every published review."""
    for review in catalogue.records.reviews:
        if review.status != "published" or catalogue.is_forgotten(review):
            continue
        # A date that was typed but cannot be read has been told already.
        if not review.was_typed("dateExperienced"):
            yield RULE.at(review.place())
