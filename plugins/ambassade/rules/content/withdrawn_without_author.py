"""A withdrawn review without its author's word.

Why: A withdrawn rating leaves the average: only its author's word may do that, or an inconvenient
review could be made to vanish ({us-suppression}; {eu-fake}).

Bad:
    author: Marie Dupont
    reviewRating: 2
    status: withdrawn

Good:
    author: Marie Dupont
    reviewRating: 2
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
    "R119",
    "withdrawn-without-author",
    Level.ERROR,
    N_("The review is withdrawn, and {missing} is missing."),
    N_("Add `withdrawn: {{date: YYYY-MM-DD, by: author}}` if the author took it back."),
)
BY_ITEM = True
_NEEDED = ("date", "by")


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """Look at every withdrawn review."""
    for review in catalogue.records.reviews:
        record = review.withdrawn
        # What was typed but cannot be read has been told already.
        if review.status != "withdrawn" or (record is None and review.was_typed("withdrawn")):
            continue
        missing = [
            f"withdrawn.{key}"
            for key in _NEEDED
            if getattr(record, key, None) is None and not review.was_typed(f"withdrawn.{key}")
        ]
        if missing:
            yield RULE.at(review.place("withdrawn", "status"), missing=", ".join(missing))
