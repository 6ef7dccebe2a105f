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
    from collections.abc import Iterator, Sequence
    from datetime import date

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
# None of these shows what may not be shown: a consent that has ended hides its review, whenever it began.
LENIENT = replace(RULE, level=Level.WARNING)
CORRECT_CORRECTION = N_(
    "Correct one of the two, or delete the correction: it tells of a change after publication."
)
CORRECT_CONSENT = N_("Correct one of the two, or delete {later} if the author agreed anew.")
CORRECT_STORY = N_("Correct one of the two, or delete modified: the story's page tells both.")
_PUBLISHED = "datePublished"


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """Compare each date of a review with the one before it, and those of each story."""
    for review in catalogue.records.reviews:
        yield from _check_order(review)
    for story in catalogue.records.stories:
        if story.modified and story.modified < story.date:
            yield LENIENT.at(
                story.place("modified"),
                remedy=CORRECT_STORY,
                earlier="date",
                earlier_date=story.date,
                later="modified",
                later_date=story.modified,
            )


def _check_order(review: Review) -> Iterator[Problem]:
    reply = review.reply.date_published if review.reply else None
    published = (_PUBLISHED, review.date_published)
    dates = [
        ("dateExperienced", review.date_experienced),
        ("dateReceived", review.date_received),
        published,
        ("reply.datePublished", reply),
    ]
    given = [(key, day) for key, day in dates if day is not None]
    yield from _compare(review, RULE, "", given)
    for correction in review.corrections:
        corrected = ("corrections.date", correction.date)
        yield from _compare(review, LENIENT, CORRECT_CORRECTION, [published, corrected])
    consent = review.consent
    if consent and consent.given:
        ends = {"consent.expires": consent.expires, "consent.withdrawn": consent.withdrawn}
        for end in ((key, day) for key, day in ends.items() if day is not None):
            told = [("consent.given", consent.given), end]
            yield from _compare(review, LENIENT, CORRECT_CONSENT, told)


def _compare(
    review: Review, rule: Rule, remedy: str, dates: Sequence[tuple[str, date]]
) -> Iterator[Problem]:
    """Compare each of `dates` with the one before it."""
    for (earlier, earlier_day), (later, later_day) in pairwise(dates):
        if later_day < earlier_day:
            yield rule.at(
                review.place(later, later.partition(".")[0], earlier),
                fact=_choose_fact(review, earlier, later),
                remedy=remedy,
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
