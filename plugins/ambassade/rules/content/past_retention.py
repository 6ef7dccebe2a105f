"""A published review that is older than the site keeps reviews.

Why: How long reviews are kept is told on the policy page, and what is told must be done ({fr-fair};
{eu-limits}).

Bad:
    # file: pelicanconf.py
    SITEURL = "https://example.com"
    SITENAME = "Kettles"
    COMPANY = {"name": "Kettle Works"}
    RETENTION_MONTHS = 12
    # file: reviews/kettle/2025-05-14-saved-us-a-week.yaml
    author: Marie Dupont
    reviewBody: It boils water.

Good:
    # file: pelicanconf.py
    SITEURL = "https://example.com"
    SITENAME = "Kettles"
    COMPANY = {"name": "Kettle Works"}
    RETENTION_MONTHS = 36
    # file: reviews/kettle/2025-05-14-saved-us-a-week.yaml
    author: Marie Dupont
    reviewBody: It boils water.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ambassade.calendar_months import add_months
from ambassade.catalogue import counts
from ambassade.consent import has_lapsed, is_past_retention
from ambassade.problem import N_, Level, Rule
from ambassade.rules.leaving import name_what_leaves

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ambassade.catalogue import Catalogue
    from ambassade.problem import Problem

RULE = Rule(
    "C106",
    "past-retention",
    Level.INFORMATION,
    N_("RETENTION_MONTHS is {months}: the review's {what} left the site on {day}."),
    N_("Leave it so."),
)
BY_ITEM = True
STILL_COUNTS = N_("Leave it so: the rating still counts.")


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """Look at the age of every published review that was not forgotten.

    Of a review that had left before, as its consent ended, C102 tells.
    """
    months = catalogue.settings.retention_months
    for review in catalogue.records.reviews:
        if months is None or review.status != "published" or catalogue.is_forgotten(review):
            continue
        day = add_months(review.date_published, months)
        ended_before = review.consent is not None and has_lapsed(review.consent, day, months)
        if is_past_retention(review, catalogue.today, months) and not ended_before:
            place, what = review.place("datePublished"), name_what_leaves(review)
            remedy = STILL_COUNTS if counts(review) else ""
            yield RULE.at(place, remedy=remedy, months=months, day=day, what=what)
