"""Letters to the author of a review: why it is refused, for which consent we ask, that it is gone.

In: a review on record and its site. Out: the letter as text, and which settings it lacks. It holds
the author's full name: it is for the author alone. `fr-fair` (refused authors are told why),
`eu-consent` and `eu-erasure` in rules/law.toml ask for them.
"""

from __future__ import annotations

import re
import textwrap
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ambassade.calendar_months import add_months
from ambassade.catalogue import counts, has_average
from ambassade.consent import expiry, is_past_retention, parts_shown
from ambassade.language import primary
from ambassade.locale import long_date
from ambassade.problem import N_, inert
from ambassade.scaffold import fill
from ambassade.shown_name import first_name_and_initial
from ambassade.stop import WrongUsage

if TYPE_CHECKING:
    from datetime import date

    from ambassade.model import Review
    from ambassade.settings import Settings
    from ambassade.writing.around import Around

KINDS = ("refuse", "consent", "withdraw")
LANGUAGES = ("en", "fr")
PARTS = ("text", "name", "photo", "video", "social")
WIDTH = 78
_SUBJECT = ("Subject: ", "Objet\N{NO-BREAK SPACE}: ")
# Where a line is never cut: before a number's unit, and where French parts a mark by a space.
_WHOLE = re.compile(r"(?<=\d) (?=\S)|(?<=\S) (?=\d)| (?=[:;?!»])|(?<=«) ")
_HELD = "\ue000"
# On the other grounds there is nothing more precise to say.
_PRECISE = frozenset({"abusive", "personal-data", "off-topic", "fake", "illegal"})


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter with brackets to complete.

    `missing` names the settings that would have told what stands in some of them, `unknown` the
    review's keys; `unrecorded`: a withdrawal that the file does not say.
    """

    text: str
    missing: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    unrecorded: bool = False


def letter_language(review: Review, settings: Settings) -> str:
    """Return the letter's language: the review's where there are letters in it, else the site's."""
    tags = map(primary, (review.in_language, settings.default_language))
    return next((tag for tag in tags if tag in LANGUAGES), "en")


def write_letter(kind: str, review: Review, around: Around, language: str) -> Letter:
    """Return the letter of that kind. Raises WrongUsage where it would not be true."""
    _refuse_untrue(kind, review, around)
    dated = _date_language(around.settings, language)
    values = {
        **_tell_company(around.settings, language),
        **_tell_review(review, around, language),
        **_tell_dates(review, around, dated),
        **_tell_parts(review, around, dated),
        **_tell_rating(kind, review, around, language),
        **_tell_withdrawal(review, around.today, dated),
    }
    settings = {"address": "COMPANY.address", "email": "COMPANY.email"}
    keys = {"author": "author", **({"ground": "withheldFor"} if kind == "refuse" else {})}
    text = fill(f"{language}/letters/{kind}.txt.jinja", **values)
    return Letter(
        text="\n".join(_wrap(inert(line, len(line))) for line in text.strip().split("\n")),
        missing=tuple(name for key, name in settings.items() if not values[key]),
        unknown=tuple(name for key, name in keys.items() if not values[key]),
        unrecorded=kind == "withdraw" and bool(values["unrecorded"]),
    )


def _date_language(settings: Settings, language: str) -> str:
    """Return the tag by which days are written: in English the month is first in the US only."""
    address = settings.company.address
    country = address.address_country if address else None
    in_us = country == "US" if country else settings.default_language.lower() == "en-us"
    return "en-GB" if language == "en" and not in_us else language


def _refuse_untrue(kind: str, review: Review, around: Around) -> None:
    if kind == "refuse" and review.status != "withheld":
        message = N_("{id} is not withheld, its status is {status}: there is no refusal to tell.")
        raise WrongUsage(message, id=review.key, status=review.status)
    if kind == "consent" and review.status in {"withheld", "withdrawn"}:
        message = N_(
            "The status of {id} is {status}: it is not to be published, so ask for nothing."
        )
        raise WrongUsage(message, id=review.key, status=review.status)
    months, is_shown = around.settings.retention_months, review.status == "published"
    if kind == "consent" and is_shown and is_past_retention(review, around.today, months):
        message = N_(
            "{id} is older than the {months} months of RETENTION_MONTHS: no consent brings it back, "
            "so ask for nothing."
        )
        raise WrongUsage(message, id=review.key, months=str(months))


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


def write_withdrawn_consent(review: Review, day: date) -> str:
    """Return the line of YAML by which the consent that is on record ends on `day`."""
    consent = review.consent
    known: dict[str, object] = {}
    if consent:
        scope = [part for part in PARTS if part in consent.scope]
        known = {
            "given": consent.given,
            "scope": f"[{', '.join(scope)}]" if scope else "",
            "expires": consent.expires,
        }
    known["withdrawn"] = day
    told = ", ".join(f"{key}: {value}" for key, value in known.items() if value)
    return f"consent: {{{told}}}"


def _one_line(text: str) -> str:
    """Return a text on one line, its no-break spaces as they were typed."""
    return inert(re.sub(r"[^\S\N{NO-BREAK SPACE}\u202f]+", " ", text).strip(), longest=200)


def _wrap(line: str) -> str:
    """Return a line cut at its spaces, the rest of a list's entry below its beginning."""
    if len(line) <= WIDTH or line.startswith(("-- ", *_SUBJECT)):
        return line
    indent = "  " if line.startswith("- ") else ""
    filled = textwrap.fill(
        _WHOLE.sub(_HELD, line),
        WIDTH,
        subsequent_indent=indent,
        break_long_words=False,
        break_on_hyphens=False,
    )
    return filled.replace(_HELD, " ")
