"""A published review whose author's consent no longer holds.

Why: Withdrawing consent is as easy as giving it, and what is kept of a person is limited in time
({eu-consent}; {eu-limits}). The words leave the site; the rating was genuine and still counts.

Bad:
    author: Marie Dupont
    reviewBody: It boils water.
    consent:
      given: 2026-05-10
      scope: text
      withdrawn: 2026-05-20

Good:
    author: Marie Dupont
    reviewBody: It boils water.
    consent:
      given: 2026-05-10
      scope: text
      expires: 2026-06-02
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ambassade.catalogue import counts
from ambassade.consent import expiry, has_lapsed
from ambassade.problem import N_, Level, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ambassade.catalogue import Catalogue
    from ambassade.model import Consent, Review
    from ambassade.problem import Problem

RULE = Rule(
    "C102",
    "consent-lapsed",
    Level.INFORMATION,
    N_("The consent ended on {day}: the review's words, name and page leave the site."),
    N_("Ask the author for a new consent, or leave it so."),
)
WITHDRAWN = N_(
    "The consent was withdrawn on {day}: the review's words, name and page leave the site."
)
STILL_COUNTS = N_("Ask the author for a new consent, or leave it so: the rating still counts.")


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """Look at the consent of every published review."""
    months = catalogue.settings.retention_months
    for review in catalogue.records.reviews:
        consent = review.consent
        if review.status != "published" or consent is None:
            continue
        if has_lapsed(consent, catalogue.today, months):
            yield _tell(review, consent, months)


def _tell(review: Review, consent: Consent, months: int | None) -> Problem:
    remedy = STILL_COUNTS if counts(review) else ""
    withdrawn, end = consent.withdrawn, expiry(consent, months)
    if withdrawn is not None and (end is None or withdrawn <= end):
        place = review.place("consent.withdrawn")
        return RULE.at(place, fact=WITHDRAWN, remedy=remedy, day=withdrawn)
    place = review.place("consent.expires", "consent.given")
    return RULE.at(place, remedy=remedy, day=end)
