"""A review that was forgotten, and whose words are back.

Why: Whoever asked to be forgotten must stay so ({eu-erasure}); an old branch that is merged brings
a file back without anybody wanting it.

Bad:
    # file: reviews/kettle/2026-05-14-saved-us-a-week.yaml
    author: Marie Dupont
    reviewBody: It boils water.
    # file: reviews/verbatim.lock
    kettle/2026-05-14-saved-us-a-week forgotten=2026-05-30

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
    "V108",
    "forgotten-review-here",
    Level.ERROR,
    N_("This review was forgotten on {day}, and its words are here again."),
    N_("Say: ambassade forget {review}. A new review by the same person gets a name of its own."),
)
BY_ITEM = True


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """Look for words under the key of every tombstone."""
    for review in catalogue.records.reviews:
        entry = catalogue.records.lock.get(review.key)
        if entry is not None and entry.forgotten and (review.name or review.review_body):
            yield RULE.at(
                review.place("reviewBody", "name"), day=entry.forgotten, review=review.key
            )
