"""A name that should be shown in full, but may not be.

Why: Consent is given for each purpose apart: to show somebody's words is not to show the full name
({eu-consent}).

Bad:
    author:
      name: Marie Dupont
      display: full
    reviewBody: It boils water.
    consent:
      given: 2026-05-10
      scope: text

Good:
    author:
      name: Marie Dupont
      display: full
    reviewBody: It boils water.
    consent:
      given: 2026-05-10
      scope: [text, name]
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ambassade.consent import parts_shown
from ambassade.problem import N_, Level, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ambassade.catalogue import Catalogue
    from ambassade.problem import Problem

RULE = Rule(
    "C103",
    "name-not-in-scope",
    Level.INFORMATION,
    N_("`display` is full, but the consent's scope has no name: first name and initial are shown."),
    N_("Add name to consent.scope if the author agreed to it, or delete `display`."),
)
BY_ITEM = True
NO_CONSENT = N_(
    "`display` is full, but there is no record of consent: first name and initial are shown."
)
RECORD = N_("Add consent with name in its scope if the author agreed to it, or delete `display`.")


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """Look at every review that is shown and whose author should be named in full."""
    months = catalogue.settings.retention_months
    for review in catalogue.records.reviews:
        parts = parts_shown(review, catalogue.today, months)
        if review.author.display != "full" or not parts or "name" in parts:
            continue
        place = review.place("author.display")
        if not review.was_typed("consent"):
            yield RULE.at(place, fact=NO_CONSENT, remedy=RECORD)
        else:
            yield RULE.at(place)
