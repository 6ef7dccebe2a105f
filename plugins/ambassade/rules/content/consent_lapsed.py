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
from ambassade.consent import ends_before_given, has_lapsed, is_past_retention, leaves_on
from ambassade.problem import N_, Level, Rule
from ambassade.rules.leaving import name_what_leaves

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from ambassade.catalogue import Catalogue
    from ambassade.model import Consent, Review
    from ambassade.problem import Problem

RULE = Rule(
    "C102",
    "consent-lapsed",
    Level.INFORMATION,
    N_("The consent ended on {day}: that day the review's {what} left the site."),
    N_("Ask the author for a new consent (ambassade letter consent {review}), or leave it so."),
)
BY_ITEM = True
WITHDRAWN = N_("The consent was withdrawn on {day}: that day the review's {what} left the site.")
LEAVE_IT = N_("Leave it so.")
STILL_COUNTS = N_(
    "Ask the author for a new consent (ambassade letter consent {review}), or leave it so: the "
    "rating still counts."
)
LEAVE_IT_COUNTS = N_("Leave it so: the rating still counts.")


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """Look at the consent of every published review that was not forgotten.

    Of a review that had left before, by the site's retention, C106 tells; of a consent that ends
    before it was given, D102.
    """
    months = catalogue.settings.retention_months
    for review in catalogue.records.reviews:
        consent = review.consent
        if review.status != "published" or consent is None or catalogue.is_forgotten(review):
            continue
        if ends_before_given(consent):
            continue
        day = leaves_on(review, months)
        if (
            day
            and has_lapsed(consent, catalogue.today, months)
            and has_lapsed(consent, day, months)
        ):
            # No consent keeps what is too old; and whoever took it back is not asked again.
            is_over = consent.withdrawn or is_past_retention(review, catalogue.today, months)
            yield _tell(review, consent, day, may_return=not is_over)


def _tell(review: Review, consent: Consent, day: date, *, may_return: bool) -> Problem:
    place, fact = review.place("consent.expires", "consent.given"), ""
    if consent.withdrawn == day:
        place, fact = review.place("consent.withdrawn"), WITHDRAWN
    if may_return:
        remedy = STILL_COUNTS if counts(review) else ""
    else:
        remedy = LEAVE_IT_COUNTS if counts(review) else LEAVE_IT
    what = name_what_leaves(review)
    return RULE.at(place, fact=fact, remedy=remedy, day=day, what=what, review=review.key)
