"""A published review without a record of its author's consent.

Why: Whoever publishes a person's words and name must be able to prove that the person agreed
({eu-consent}).

Bad:
    author: Marie Dupont
    reviewBody: It boils water.

Good:
    author: Marie Dupont
    reviewBody: It boils water.
    consent:
      given: 2026-05-10
      scope: [text, name]
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ambassade.consent import has_lapsed
from ambassade.problem import N_, Level, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ambassade.catalogue import Catalogue
    from ambassade.problem import Problem

RULE = Rule(
    "C101",
    "consent-missing",
    Level.WARNING,
    N_("The review is published without a record of consent."),
    N_(
        "Once you have it, add `consent: {{given: YYYY-MM-DD, scope: [text, name]}}` (photo, "
        "video and social may be in the scope too)."
    ),
)
BY_ITEM = True


UNDATED = N_("The consent does not say when the author agreed.")
DATE_IT = N_("Add `given: YYYY-MM-DD` to it, the day the author agreed.")


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """Look at every published review; of one that left with its consent no date is asked."""
    months = catalogue.settings.retention_months
    for review in catalogue.records.reviews:
        consent = review.consent
        if review.status != "published":
            continue
        if not review.was_typed("consent"):
            yield RULE.at(review.place())
        elif consent and not (
            review.was_typed("consent.given") or has_lapsed(consent, catalogue.today, months)
        ):
            yield RULE.at(review.place("consent"), fact=UNDATED, remedy=DATE_IT)
