"""A pending review that waits longer than the policy promises.

Why: Within how long reviews are published is told, and what is told must be done ({fr-beside}).

Bad:
    # file: pelicanconf.py
    SITEURL = "https://example.com"
    SITENAME = "Kettles"
    COMPANY = {"name": "Kettle Works"}
    REVIEW_POLICY = {"publicationDays": 14}
    # file: reviews/kettle/2026-05-14-saved-us-a-week.yaml
    author: Marie Dupont
    reviewBody: It boils water.
    status: pending

Good:
    # file: pelicanconf.py
    SITEURL = "https://example.com"
    SITENAME = "Kettles"
    COMPANY = {"name": "Kettle Works"}
    REVIEW_POLICY = {"publicationDays": 14}
    # file: reviews/kettle/2026-05-18-saved-us-a-week.yaml
    author: Marie Dupont
    reviewBody: It boils water.
    status: pending
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ambassade.problem import N_, Level, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ambassade.catalogue import Catalogue
    from ambassade.problem import Problem

# It comes with time: under no profile may it stop a site overnight.
RULE = Rule(
    "R118",
    "pending-too-long",
    Level.WARNING,
    N_("The review has been pending for {days} days; REVIEW_POLICY.publicationDays is {promised}."),
    N_("Publish it, or withhold it with its ground."),
)
BY_ITEM = True


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """Look at how long every pending review has waited, where a delay is promised."""
    promised = catalogue.settings.review_policy.publication_days
    if promised is None:
        return
    for review in catalogue.records.reviews:
        if review.status != "pending" or catalogue.is_forgotten(review):
            continue
        days = (catalogue.today - (review.date_received or review.date_published)).days
        if days > promised:
            yield RULE.at(review.place("status"), days=days, promised=promised)
