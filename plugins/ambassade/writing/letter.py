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

from ambassade.catalogue import counts, has_average
from ambassade.consent import parts_shown
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
WIDTH = 78
_BEFORE = re.compile(" (?=[:;?!»])")
_AFTER = re.compile("(?<=«) ")


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter. `missing` names what stands in brackets; `unrecorded`: it says more than the file."""

    text: str
    missing: tuple[str, ...] = ()
    unrecorded: bool = False


def letter_language(review: Review, settings: Settings) -> str:
    """Return the letter's language: the review's where there are letters in it, else the site's."""
    tags = map(primary, (review.in_language, settings.default_language))
    return next((tag for tag in tags if tag in LANGUAGES), "en")


def write_letter(kind: str, review: Review, around: Around, language: str) -> Letter:
    """Return the letter of that kind. Raises WrongUsage where it would not be true."""
    _refuse_untrue(kind, review)
    values = {
        **_tell_company(around.settings, language),
        **_tell_review(review, around, language),
        **_tell_rating(kind, review, around, language),
        **_tell_withdrawal(review, around.today, language),
    }
    needed = {"address": "COMPANY.address", "email": "COMPANY.email", "author": "author"}
    if kind == "refuse":
        needed["ground"] = "withheldFor"
    text = fill(f"{language}/letters/{kind}.txt.jinja", **values)
    return Letter(
        text="\n".join(map(_wrap, text.strip().split("\n"))),
        missing=tuple(name for key, name in needed.items() if not values[key]),
        unrecorded=kind == "withdraw" and not values["since"] and review.status != "withdrawn",
    )


def _refuse_untrue(kind: str, review: Review) -> None:
    if kind == "refuse" and review.status != "withheld":
        message = N_("{id} is not withheld, its status is {status}: there is no refusal to tell.")
        raise WrongUsage(message, id=review.key, status=review.status)
    if kind == "consent" and review.status in {"withheld", "withdrawn"}:
        message = N_(
            "The status of {id} is {status}: it is not to be published, so ask for nothing."
        )
        raise WrongUsage(message, id=review.key, status=review.status)


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
    received, expires = review.date_received, review.consent and review.consent.expires
    initial = "" if anonymous or not author else first_name_and_initial(author)
    parts = parts_shown(review, around.today, around.settings.retention_months)
    return {
        "today": long_date(around.today, language),
        "author": author,
        "item": _one_line(name),
        "title": _one_line(review.name or ""),
        "identifier": review.key,
        "received": long_date(received, language) if received else "",
        "dated": long_date(review.date_published, language),
        "ground": review.withheld_for,
        "expires": long_date(expires, language) if expires and expires > around.today else "",
        "shown_now": "text" in parts,
        "shown_name": initial,
        "name_now": author if review.author.display == "full" and "name" in parts else initial,
        "was_published": review.status in {"published", "withdrawn"},
    }


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
        "since_later": day is not None and day > today,
    }


def _one_line(text: str) -> str:
    """Return a text on one line; what French parts by a space stays together."""
    joined = _BEFORE.sub("\N{NO-BREAK SPACE}", " ".join(text.split()))
    return inert(_AFTER.sub("\N{NO-BREAK SPACE}", joined), longest=200).replace(
        "\\xa0", "\N{NO-BREAK SPACE}"
    )


def _wrap(line: str) -> str:
    """Return a line cut at its spaces, the rest of a list's entry below its beginning."""
    if len(line) <= WIDTH or line.startswith("-- "):
        return line
    indent = "  " if line.startswith("- ") else ""
    return textwrap.fill(
        line, WIDTH, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False
    )
