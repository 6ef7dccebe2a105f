"""What a review's author allows today: the parts in the scope of a consent that holds.

`eu-consent` (as easy to withdraw as to give) and `eu-limits` (limited in time) in rules/law.toml.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ambassade.calendar_months import add_months

if TYPE_CHECKING:
    from datetime import date

    from ambassade.model import Consent, Review

NOTHING: frozenset[str] = frozenset()
WITHOUT_CONSENT = frozenset({"text"})


def parts_shown(review: Review, today: date, retention_months: int | None) -> frozenset[str]:
    """Return the parts of `review` that the site may show today; without `text` there are none.

    Status, retention and consent together.
    """
    if review.status != "published" or is_past_retention(review, today, retention_months):
        return NOTHING
    return allowed_parts(review, today, retention_months)


def allowed_parts(review: Review, today: date, retention_months: int | None) -> frozenset[str]:
    """Return which of text, name, photo, video and social may be shown today.

    Without a record of consent: the text alone, with first name and initial.
    """
    if review.consent is None:
        return WITHOUT_CONSENT
    if has_lapsed(review.consent, today, retention_months):
        return NOTHING
    return review.consent.scope if "text" in review.consent.scope else NOTHING


def has_lapsed(consent: Consent, today: date, retention_months: int | None) -> bool:
    """Tell whether the consent was withdrawn or has expired by `today`, that day included."""
    if consent.withdrawn is not None and consent.withdrawn <= today:
        return True
    end = expiry(consent, retention_months)
    return end is not None and end <= today


def expiry(consent: Consent, retention_months: int | None) -> date | None:
    """Return the day from which the consent no longer holds; None: never."""
    if consent.expires is not None:
        return consent.expires
    if consent.given is None or retention_months is None:
        return None
    return add_months(consent.given, retention_months)


def ends_before_given(consent: Consent) -> bool:
    """Tell whether its dates cannot be: it ends before the author gave it."""
    ends = [end for end in (consent.expires, consent.withdrawn) if end is not None]
    return consent.given is not None and any(end < consent.given for end in ends)


def leaves_on(review: Review, retention_months: int | None) -> date | None:
    """Return the day from which a published review is no longer on the site; None: it stays."""
    consent = review.consent
    ends = [consent.withdrawn, expiry(consent, retention_months)] if consent else []
    if retention_months is not None:
        ends.append(add_months(review.date_published, retention_months))
    return min((end for end in ends if end is not None), default=None)


def is_past_retention(review: Review, today: date, retention_months: int | None) -> bool:
    """Tell whether the review is older than the site keeps reviews, from its publication on."""
    if retention_months is None:
        return False
    return add_months(review.date_published, retention_months) <= today
