"""Telephone numbers inside a text, as people of some regions write them.

Prices, dates and the numbers of orders have as many digits: in doubt it is no telephone number.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from babel.core import get_global

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from phonenumbers import PhoneNumberMatch

_APART = r"[ ().\-/‐‑–]{0,3}"
_MAYBE = re.compile(rf"(?:\d{_APART}){{7}}\d")
_DATE = re.compile(r"\b\d{1,2}([ ./-])\d{1,2}\1(?:19|20)\d\d\b|\b(?:19|20)\d\d-\d\d-\d\d\b")
_ORDER = re.compile(
    r"(?:order|invoice|serial|tracking|parcel|ticket|ref\w*|commande|facture|colis|suivi|s[ée]rie"
    r"|bestell\w*|rechnung\w*|sendung\w*|serien\w*|pedido|factura|fatura|ordine|fattura|factuur"
    r"|isbn|issn|ean|gtin|sku|iban|siren|siret|vat|tva)"
    r"\W*(?:n[°or]\W*|number|num\w*|nummer|code|is|was|est|ist)?\W*$",
    re.IGNORECASE,
)
_UNIT = re.compile(r"\s?(?:[€$£¥%]|(?:EUR|USD|GBP|CHF|CAD|km|kg|g|mm|cm|ml|kWh|Wh)\b)")
_LONGEST_CUE = 30
_MOST_TRIES = 500  # of what has digits enough and is no number: a table, never a letter of praise
_MORE_REGIONS = {
    "de": ("DE", "AT", "CH"),
    "en": ("US", "GB"),
    "es": ("ES", "MX"),
    "fr": ("FR", "BE", "CH"),
    "nl": ("NL", "BE"),
    "pt": ("PT", "BR"),
}

Number = tuple[int | None, int | None]


def regions_of(language: str, country: str | None) -> tuple[str, ...]:
    """Return the regions whose numbers one expects in a text in `language` (`fr-CA`), in a `country`."""
    subtag, *rest = language.split("-")
    named = [part.upper() for part in (*rest, country or "") if re.fullmatch("[A-Za-z]{2}", part)]
    likely = get_global("likely_subtags").get(subtag.lower(), "").rpartition("_")[2]
    usual = _MORE_REGIONS.get(subtag.lower(), (likely,) if likely else ())
    return tuple(dict.fromkeys([*named, *usual]))


def may_hold_number(text: str) -> bool:
    """Tell, fast, whether a text has enough digits near each other for a telephone number."""
    plain = unicodedata.normalize("NFKC", text)
    # Without its dates it holds no more digits: most texts need not be searched for those.
    return _MAYBE.search(plain) is not None and _MAYBE.search(_flatten(plain)) is not None


def read_numbers(texts: Collection[str], regions: Collection[str]) -> frozenset[Number]:
    """Return the numbers that `texts` are, each as it would be dialled in one of the regions."""
    from phonenumbers import NumberParseException, parse  # noqa: PLC0415 - as below

    found: set[Number] = set()
    for text in texts:
        for region in regions:
            try:
                number = parse(text, region)
            except NumberParseException:
                continue
            found.add((number.country_code, number.national_number))
    return frozenset(found)


def holds_number(text: str, regions: Collection[str], own: Collection[str] = ()) -> bool:
    """Tell whether a telephone number stands in `text`, other than those written in `own`."""
    plain = _flatten(text)
    fine = read_numbers(own, regions)
    return any(
        (match.number.country_code, match.number.national_number) not in fine
        and _is_dialled(match, plain)
        for match in _find(plain, regions)
    )


def _flatten(text: str) -> str:
    """Return a text with its signs in their usual form, and without dates."""
    return _DATE.sub(" · ", unicodedata.normalize("NFKC", text))


def _find(text: str, regions: Collection[str]) -> Iterator[PhoneNumberMatch]:
    # Its tables are large: only a text with many digits waits for them.
    from phonenumbers import Leniency, PhoneNumberMatcher  # noqa: PLC0415

    for region in regions:
        yield from PhoneNumberMatcher(text, region, leniency=Leniency.VALID, max_tries=_MOST_TRIES)


def _is_dialled(match: PhoneNumberMatch, text: str) -> bool:
    """Tell whether what could be a number is one, and not an order's number or a price."""
    written = match.raw_string
    if written.startswith(("+", "00", "(+")):
        return True
    before = text[max(0, match.start - _LONGEST_CUE) : match.start]
    if _ORDER.search(before) or _UNIT.match(text, match.end):
        return False
    # Ten digits at one go may be anything; those who write a number so begin with its 0.
    return not written.isdecimal() or written.startswith("0")
