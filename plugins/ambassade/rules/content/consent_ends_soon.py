"""A review that is shown, and whose author's consent ends within a month.

Why: A consent is limited in time, and what it allowed leaves the site on its last day
({eu-consent}; {eu-limits}). Who asks in time need not take anything down.

Bad:
    author: Marie Dupont
    reviewBody: It boils water.
    consent:
      given: 2025-06-20
      scope: text
      expires: 2026-06-20

Good:
    author: Marie Dupont
    reviewBody: It boils water.
    consent:
      given: 2025-06-20
      scope: text
      expires: 2026-07-20
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from ambassade.consent import expiry, leaves_on, parts_shown
from ambassade.problem import N_, Level, Rule
from ambassade.rules.leaving import name_what_leaves

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ambassade.catalogue import Catalogue
    from ambassade.problem import Problem

RULE = Rule(
    "C107",
    "consent-ends-soon",
    Level.WARNING,
    N_("The consent ends on {day}: that day the review's {what} leave the site."),
    N_("Ask the author for a new consent in time: ambassade letter consent {review}."),
)
BY_ITEM = True
SOON = timedelta(days=30)


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """Look at the consent of every review that is shown today.

    Nothing is said where the review leaves before for another reason: no consent would keep it.
    """
    today, months = catalogue.today, catalogue.settings.retention_months
    for review in catalogue.records.reviews:
        if review.consent is None or not parts_shown(review, today, months):
            continue
        day = expiry(review.consent, months)
        if day is not None and day - today <= SOON and leaves_on(review, months) == day:
            place = review.place("consent.expires", "consent.given")
            yield RULE.at(place, day=day, what=name_what_leaves(review), review=review.key)
