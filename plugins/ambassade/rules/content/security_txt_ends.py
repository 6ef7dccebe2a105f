"""A security.txt that has expired, or will within a month.

Why: After its last day whoever found a weakness does not trust it any more, and tells nobody, or
everybody (RFC 9116, 2.5.5). No build moves that day on: somebody must look whether it is still true.

Bad:
    # file: pelicanconf.py
    SITEURL = "https://kettles.example"
    SITENAME = "Kettles"
    COMPANY = {"name": "Kettle Works"}
    SECURITY_TXT = {"contact": "mailto:security@kettles.example", "expires": "2026-06-20"}

Good:
    # file: pelicanconf.py
    SITEURL = "https://kettles.example"
    SITENAME = "Kettles"
    COMPANY = {"name": "Kettle Works"}
    SECURITY_TXT = {"contact": "mailto:security@kettles.example", "expires": "2027-05-01"}
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from ambassade.problem import N_, Level, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ambassade.catalogue import Catalogue
    from ambassade.problem import Problem

RULE = Rule(
    "S108",
    "security-txt-ends",
    Level.WARNING,
    N_("The security.txt ends on {day}."),
    N_("Look whether its contact is still right, then write a day in SECURITY_TXT.expires."),
)
PAST = N_(
    "The security.txt has ended on {day}: whoever finds a weakness does not trust it any more."
)
SOON = timedelta(days=30)


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """Look at the last day of the security.txt, if there is one."""
    settings, today = catalogue.settings, catalogue.today
    given = settings.security_txt
    if given is None or given.expires - today > SOON:
        return
    place = settings.place("SECURITY_TXT.expires")
    yield RULE.at(place, fact=PAST if given.expires < today else "", day=given.expires)
