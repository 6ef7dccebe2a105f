"""A number that cannot be.

Why: Averages are exact; a guess at `4,5` would make them wrong.

Bad:
    author: Marie Dupont
    reviewRating: 4,5

Good:
    author: Marie Dupont
    reviewRating: 4.5
"""

from __future__ import annotations

import re

from ambassade.problem import N_, Level, Place, Problem, Rule
from ambassade.rules.reading import typographic_quotes

_OUT_OF = re.compile(r"(?P<given>\d{1,3}([.,]\d)?) ?(/|sur|out of|of) ?(?P<best>\d{1,3})", re.ASCII)
RULE = Rule(
    "F104",
    "number",
    Level.ERROR,
    N_("{key} is “{value}”, which is not a number."),
    N_("Write digits, with a point before decimals."),
)


IN_FULL = N_("Write {better}.")
COMMA = N_("Write {better}, with a decimal point.")
BELOW = N_("{key} is {value}, less than {minimum}.")
AT_LEAST = N_("Write {minimum} or more.")


def about(place: Place, key: str, value: str) -> Problem:
    """Return the problem of `value`, with the number it was probably meant to be."""
    parted = _OUT_OF.fullmatch(value) if key == "reviewRating" else None
    if parted:
        given, best = parted["given"].replace(",", "."), parted["best"]
        better = given if best == "5" else f"{{ratingValue: {given}, bestRating: {best}}}"
        return RULE.at(place, remedy=IN_FULL, key=key, value=value, better=better)
    plain = typographic_quotes.strip_marks(value)
    better = plain.replace(",", ".")
    if better != value and better.replace(".", "", 1).isdecimal():
        remedy = COMMA if plain == value else typographic_quotes.WITHOUT
        return RULE.at(place, remedy=remedy, key=key, value=value, better=better)
    return RULE.at(place, key=key, value=value)


def below(place: Place, key: str, value: str, minimum: int) -> Problem:
    """Return the problem of a number less than `minimum`."""
    return RULE.at(place, fact=BELOW, remedy=AT_LEAST, key=key, value=value, minimum=minimum)
