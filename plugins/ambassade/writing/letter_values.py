"""What letters tell, by the names that their templates (scaffold/*/letters/) use.

In: a review on record and its site. Out: texts and truths; an empty text where nothing is on record.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ambassade.calendar_months import add_months
from ambassade.catalogue import counts, has_average
from ambassade.consent import expiry, parts_shown
from ambassade.locale import long_date
from ambassade.problem import inert
from ambassade.shown_name import first_name_and_initial

if TYPE_CHECKING:
    from datetime import date

    from ambassade.model import Review
    from ambassade.settings import Settings
    from ambassade.writing.around import Around

# On the other grounds there is nothing more precise to say.
_PRECISE = frozenset({"abusive", "personal-data", "off-topic", "fake", "illegal"})


def letter_values(kind: str, review: Review, around: Around, language: str) -> dict[str, object]:
    """Return what the letter of that kind and language tells of the review, by name."""
    dated = _date_language(around.settings, language)
    return {
        **_tell_company(around.settings, language),
        **_tell_review(review, around, language),
        **_tell_dates(review, around, dated),
        **_tell_parts(review, around, dated),
        **_tell_rating(kind, review, around, language),
        **_tell_withdrawal(review, around.today, dated),
    }


def _date_language(settings: Settings, language: str) -> str:
    """Return the tag by which days are written: in English the month is first in the US only."""
    address = settings.company.address
    country = address.address_country if address else None
    in_us = country == "US" if country else settings.default_language.lower() == "en-us"
    return "en-GB" if language == "en" and not in_us else language


def _tell_company(settings: Settings, language: str) -> dict[str, object]:
    company, policy = settings.company, settings.review_policy
    address = company.address
    lines = (
        [
            address.street_address,
            " ".join(filter(None, (address.postal_code, address.address_locality))),
            address.address_region,
        ]
        if address
        else []
    )
    page = settings.addresses.of_review_policy(settings.page_language(language))
    return {
        "company": company.legal_name or company.name,
        "site": settings.site_url,
        "address": "\n".join(filter(None, lines)),
        "email": company.email,
        "policy": f"{settings.site_url}/{page}",
        "report": policy.report_url,
        "months": settings.retention_months,
    }


def _tell_review(review: Review, around: Around, language: str) -> dict[str, object]:
    item = next((each for each in around.records.items if each.slug == review.item), None)
    named = item.translations.get(language) if item else None
    name = (named and named.name) or (item.name if item else review.item)
    anonymous = review.author.display == "anonymous"
    author = _one_line(review.author.name)
    initial = "" if anonymous or not author else first_name_and_initial(author)
    parts = parts_shown(review, around.today, around.settings.retention_months)
    return {
        "author": author,
        "item": _one_line(name),
        "title": _one_line(review.name or ""),
        "identifier": review.key,
        "publisher": _one_line(review.provenance.publisher or ""),
        "ground": review.withheld_for,
        "precise": review.withheld_for in _PRECISE,
        "shown_now": "text" in parts,
        "shown_name": initial,
        "name_now": author if review.author.display == "full" and "name" in parts else initial,
        "was_published": review.status in {"published", "withdrawn"},
    }


def _tell_dates(review: Review, around: Around, language: str) -> dict[str, object]:
    received = review.date_received
    return {
        "today": long_date(around.today, language),
        "received": long_date(received, language) if received else "",
        "dated": long_date(review.date_published, language),
    }


def _tell_parts(review: Review, around: Around, language: str) -> dict[str, object]:
    """Return what there is to agree to, and the end of the consent that there is."""
    consent = review.consent
    held = consent if consent and not consent.withdrawn else None
    end = expiry(held, around.settings.retention_months) if held else None
    given = held.given if held else None
    longest = _find_longest(review, around)
    return {
        "photographs": bool(review.image or review.author.image),
        "portrait": bool(review.author.image),
        "film": review.video is not None,
        "agreed": long_date(given, language) if given else "",
        "renewed": long_date(end, language) if end else "",
        "renewed_later": end is not None and end > around.today,
        "longest": long_date(longest, language) if longest else "",
    }


def _find_longest(review: Review, around: Around) -> date | None:
    """Return the day on which a published review leaves by its age; None where its consent may end before."""
    months = around.settings.retention_months
    if months is None or review.status != "published":
        return None
    end = add_months(review.date_published, months)
    return end if end < add_months(around.today, months) else None


def _tell_rating(kind: str, review: Review, around: Around, language: str) -> dict[str, object]:
    rating = review.review_rating
    if rating is None:
        return {"rating": "", "counted": "no"}
    value, best = (format(each, "f") for each in (rating.rating_value, rating.best_rating))
    told = f"{value.replace('.', ',')} sur {best}" if language == "fr" else f"{value} out of {best}"
    return {"rating": told, "counted": _how_counted(kind, review, around)}


def _how_counted(kind: str, review: Review, around: Around) -> str:
    item = next((each for each in around.records.items if each.slug == review.item), None)
    if review.provenance.publisher:
        return "elsewhere"
    if review.provenance.relationship != "customer":
        return "insider"
    if item is None or not has_average(item):
        return "no-average"
    if kind == "consent" and review.status == "pending":
        return "later"
    return "yes" if counts(review) else "no"


def _tell_withdrawal(review: Review, today: date, language: str) -> dict[str, object]:
    days = (
        review.withdrawn.date if review.withdrawn else None,
        review.consent.withdrawn if review.consent else None,
    )
    day = next(filter(None, days), None)
    return {
        "since": long_date(day, language) if day else "",
        "taken_back": review.status == "withdrawn",
        "since_later": day is not None and day > today,
        "unrecorded": day is None and review.status != "withdrawn",
    }


def _one_line(text: str) -> str:
    """Return a text on one line, its no-break spaces as they were typed."""
    return inert(re.sub(r"[^\S\N{NO-BREAK SPACE}\u202f]+", " ", text).strip(), longest=200)
