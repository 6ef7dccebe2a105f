"""A date that has not come yet.

Why: The dates of a review are told beside it, because consumer law asks for them ({fr-fair}); a
date in the future cannot be true. Only a consent may end later.

Bad:
    author: Marie Dupont
    reviewBody: It boils water.
    datePublished: 2027-05-14

Good:
    author: Marie Dupont
    reviewBody: It boils water.
    datePublished: 2026-05-14
    consent:
      given: 2026-05-10
      scope: text
      expires: 2029-05-10
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ambassade.problem import N_, Level, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from ambassade.catalogue import Catalogue
    from ambassade.model import Review
    from ambassade.problem import Problem

RULE = Rule(
    "D101",
    "date-in-future",
    Level.ERROR,
    N_("{key} is {value}, after today, {today}."),
    N_("Write a date up to today."),
)
BY_ITEM = True
OF_FILE = N_("The file's date is {value}, after today, {today}.")
RENAME = N_("Rename the file to a date up to today, or add datePublished.")
OF_STORY = replace(RULE, level=Level.WARNING)


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """Look at every date of every review and story."""
    today = catalogue.today
    for review in catalogue.records.reviews:
        for key, value in _dates_of(review):
            if value is None or value <= today:
                continue
            if review.was_typed(key) or key != "datePublished":
                place = review.place(key, key.partition(".")[0])
                yield RULE.at(place, key=key, value=value, today=today)
            else:
                told = {"value": value, "today": today}
                yield RULE.at(review.place(), fact=OF_FILE, remedy=RENAME, **told)
    for story in catalogue.records.stories:
        for key, value in (("date", story.date), ("modified", story.modified)):
            if value is not None and value > today:
                yield OF_STORY.at(story.place(key), key=key, value=value, today=today)


def _dates_of(review: Review) -> Iterator[tuple[str, date | None]]:
    yield "dateExperienced", review.date_experienced
    yield "dateReceived", review.date_received
    yield "datePublished", review.date_published
    yield "dateModified", review.date_modified
    if review.withdrawn:
        yield "withdrawn.date", review.withdrawn.date
    if review.reply:
        yield "reply.datePublished", review.reply.date_published
    if review.consent:
        yield "consent.given", review.consent.given
        yield "consent.withdrawn", review.consent.withdrawn
    if review.video:
        yield "video.uploadDate", review.video.upload_date
    for correction in review.corrections:
        yield "corrections.date", correction.date
