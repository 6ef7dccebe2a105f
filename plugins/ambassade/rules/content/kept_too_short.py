"""Reviews that leave the site before a year is over.

Why: Some want a review kept for at least a year ({iso-reviews}).

Bad:
    # file: pelicanconf.py
    SITEURL = "https://example.com"
    SITENAME = "Kettles"
    COMPANY = {"name": "Kettle Works"}
    RETENTION_MONTHS = 6

Good:
    # file: pelicanconf.py
    SITEURL = "https://example.com"
    SITENAME = "Kettles"
    COMPANY = {"name": "Kettle Works"}
    RETENTION_MONTHS = 12
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ambassade.problem import N_, Level, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ambassade.catalogue import Catalogue
    from ambassade.problem import Problem

RULE = Rule(
    "R126",
    "kept-too-short",
    Level.OFF,
    N_("RETENTION_MONTHS is {months}: reviews leave the site before a year is over."),
    N_("Write 12 or more."),
    under={"iso20488": Level.ERROR},
)
_YEAR = 12


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """Look at how long the site keeps reviews."""
    settings = catalogue.settings
    months = settings.retention_months
    if months is not None and months < _YEAR:
        yield RULE.at(settings.place("RETENTION_MONTHS"), months=months)
