"""Ratings of the company itself: kept, and never marked up.

Why: A page that rates a company which itself controls the reviews gets no stars, however they are
embedded ({google-review}). A rating given to a Service or to the company is information: it is kept
and never marked up.

Bad:
    # file: reviews/kettle/item.yaml
    type: Organization
    name: Kettle Works
    collection: complete
    # file: reviews/kettle/2026-05-14-friendly.yaml
    author: Marie Dupont
    reviewRating: 5
    reviewBody: They are friendly.

Good:
    # file: reviews/kettle/item.yaml
    type: Organization
    name: Kettle Works
    collection: complete
    # file: reviews/kettle/2026-05-14-friendly.yaml
    author: Marie Dupont
    reviewBody: They are friendly.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ambassade.catalogue import counts, type_of
from ambassade.problem import N_, Level, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ambassade.catalogue import Catalogue
    from ambassade.problem import Problem

RULE = Rule(
    "E102",
    "self-serving-rating",
    Level.OFF,
    N_("Ratings of the company itself ({count}) are kept and never marked up."),
    N_("Leave it so; to have stars, ask for reviews of what the company sells."),
    under={"google": Level.INFORMATION},
)
BY_ITEM = True


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """Look at the ratings of every item that is the company itself."""
    for item in catalogue.records.items:
        kind = type_of(item)
        if kind is not None and kind.about_company:
            rated = sum(counts(review) for review in catalogue.reviews_of(item.slug))
            if rated:
                yield RULE.at(item.place("type"), count=rated)
