"""Dates that stand in an order in which they cannot have happened.

Why: A customer first uses a product, then writes; the review arrives, is published, is answered.
The dates of experience and publication are told beside it because consumer law asks for them
({fr-fair}).

Bad:
    author: Marie Dupont
    reviewBody: It boils water.
    dateExperienced: 2026-05-12
    dateReceived: 2026-05-10

Good:
    author: Marie Dupont
    reviewBody: It boils water.
    dateExperienced: 2026-05-10
    dateReceived: 2026-05-12
"""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from ambassade.problem import N_, Level, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ambassade.catalogue import Catalogue
    from ambassade.model import Review
    from ambassade.problem import Problem

RULE = Rule(
    "D102",
    "date-order",
    Level.ERROR,
    N_("{later} is {later_date}, before {earlier}, {earlier_date}."),
    N_("Correct one of the two: a review is experienced, received, published, replied to."),
)
BY_ITEM = True
OF_FILE = N_("The file's date is {later_date}, before {earlier}, {earlier_date}.")
BEFORE_FILE = N_("{later} is {later_date}, before the file's date, {earlier_date}.")
OF_STORY = replace(RULE, level=Level.WARNING)
CORRECT_STORY = N_("Correct one of the two, or delete modified: the story's page tells both.")
_PUBLISHED = "datePublished"


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """Compare each date of a review with the one before it, and those of each story."""
    for review in catalogue.records.reviews:
        yield from _check_order(review)
    for story in catalogue.records.stories:
        if story.modified and story.modified < story.date:
            yield OF_STORY.at(
                story.place("modified"),
                remedy=CORRECT_STORY,
                earlier="date",
                earlier_date=story.date,
                later="modified",
                later_date=story.modified,
            )


def _check_order(review: Review) -> Iterator[Problem]:
    reply = review.reply.date_published if review.reply else None
    dates = [
        ("dateExperienced", review.date_experienced),
        ("dateReceived", review.date_received),
        (_PUBLISHED, review.date_published),
        ("reply.datePublished", reply),
    ]
    given = [(key, day) for key, day in dates if day is not None]
    for (earlier, earlier_day), (later, later_day) in pairwise(given):
        if later_day < earlier_day:
            yield RULE.at(
                review.place(later, earlier),
                fact=_choose_fact(review, earlier, later),
                earlier=earlier,
                earlier_date=earlier_day,
                later=later,
                later_date=later_day,
            )


def _choose_fact(review: Review, earlier: str, later: str) -> str:
    if review.was_typed(_PUBLISHED):
        return ""
    if later == _PUBLISHED:
        return OF_FILE
    return BEFORE_FILE if earlier == _PUBLISHED else ""
