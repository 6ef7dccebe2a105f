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
from ambassade.consent import is_past_retention
from ambassade.problem import N_, Level, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ambassade.catalogue import Catalogue
    from ambassade.problem import Problem

RULE = Rule(
    "C106",
    "past-retention",
    Level.INFORMATION,
    N_("RETENTION_MONTHS is {months}: the review's words, name and page leave the site on {day}."),
    N_("Leave it so."),
)
STILL_COUNTS = N_("Leave it so: the rating still counts.")


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """Look at the age of every published review."""
    months = catalogue.settings.retention_months
    for review in catalogue.records.reviews:
        if months is None or review.status != "published":
            continue
        if is_past_retention(review, catalogue.today, months):
            place = review.place("datePublished")
            day = add_months(review.date_published, months)
            remedy = STILL_COUNTS if counts(review) else ""
            yield RULE.at(place, remedy=remedy, months=months, day=day)
