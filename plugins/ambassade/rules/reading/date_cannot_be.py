"""A date that cannot be.

Why: A review's dates must be told ({fr-beside}), so they must be real ones.

Bad:
    author: Marie Dupont
    reviewBody: It boils water.
    dateExperienced: 2026-02-30

Good:
    author: Marie Dupont
    reviewBody: It boils water.
    dateExperienced: 2026-02-28
"""

from __future__ import annotations

import re

from ambassade.problem import N_, Level, Place, Problem, Rule
from ambassade.rules.reading import typographic_quotes

RULE = Rule(
    "F105",
    "date",
    Level.ERROR,
    N_("{key} is “{value}”, which is not a date of the calendar."),
    N_("Write it as YYYY-MM-DD."),
)

NO_DAY = N_("{key} is “{value}”, which does not say the day.")
ASK_FOR_IT = N_("Ask for the day and write it as YYYY-MM-DD; make none up.")
_MONTH = re.compile(r"\d{4}([-/.]\d{1,2})?|\d{1,2}[-/.]\d{4}|[^\W\d]{3,}\.? \d{4}")


def about(place: Place, key: str, value: str) -> Problem:
    """Return the problem of `value`; with the date, if one stands between quotation marks."""
    better = typographic_quotes.strip_marks(value)
    if better != value and better.replace("-", "").isdecimal():
        remedy = typographic_quotes.WITHOUT
        return RULE.at(place, remedy=remedy, key=key, value=value, better=better)
    if _MONTH.fullmatch(value):
        return RULE.at(place, fact=NO_DAY, remedy=ASK_FOR_IT, key=key, value=value)
    return RULE.at(place, key=key, value=value)
