"""Opening hours that machines cannot read.

Why: Structured data tells the hours in days of two English letters and times of 24 hours; the page tells
them in its own language. Others are shown as they were typed, and left out of the structured data.

Bad:
    # file: reviews/shop/item.yaml
    type: LocalBusiness
    name: The shop
    collection: complete
    openingHours: mardi-vendredi 9h-18h

Good:
    # file: reviews/shop/item.yaml
    type: LocalBusiness
    name: The shop
    collection: complete
    openingHours: [Tu-Fr 09:00-12:00, Tu-Fr 14:00-18:00, Sa 09:00-17:00]
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ambassade.opening_hours import is_readable
from ambassade.problem import N_, Level, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ambassade.catalogue import Catalogue
    from ambassade.problem import Place, Problem

RULE = Rule(
    "E111",
    "opening-hours-unreadable",
    Level.OFF,
    N_(
        "The opening hours {hours} are in no form that machines read, so search engines do not get them."
    ),
    N_(
        "Write them as Tu-Fr 09:00-18:00, one for each span: Mo Tu We Th Fr Sa Su, and times such as 09:00."
    ),
    under={"google": Level.WARNING},
)


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """Look at the hours of the company, and of items that are places."""
    settings = catalogue.settings
    yield from _tell(settings.company.opening_hours, settings.place("COMPANY.openingHours"))
    for item in catalogue.records.items:
        hours = item.properties.get("opening_hours")
        if isinstance(hours, tuple):
            yield from _tell(hours, item.place("openingHours"))


def _tell(hours: tuple[object, ...], place: Place) -> Iterator[Problem]:
    for one in hours:
        if not is_readable(str(one)):
            yield RULE.at(place, hours=one)
