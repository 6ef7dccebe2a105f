"""A consent that holds, but not for the words.

Why: Consent is given for each purpose apart ({eu-consent}): without the text in its scope there are
no words to publish, and no page to publish them on.

Bad:
    author: Marie Dupont
    reviewBody: It boils water.
    consent:
      given: 2026-05-10
      scope: photo

Good:
    author: Marie Dupont
    reviewBody: It boils water.
    consent:
      given: 2026-05-10
      scope: [text, photo]
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ambassade.consent import has_lapsed
from ambassade.problem import N_, Level, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ambassade.catalogue import Catalogue
    from ambassade.problem import Problem

RULE = Rule(
    "C104",
    "text-not-in-scope",
    Level.INFORMATION,
    N_("The consent's scope has no text: the review's words, name and page are not shown."),
    N_("Add text to consent.scope if the author agreed to it, or leave it so."),
)
BY_ITEM = True


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """Look at every consent that holds for a published review."""
    months = catalogue.settings.retention_months
    for review in catalogue.records.reviews:
        consent = review.consent
        if review.status != "published" or consent is None or "text" in consent.scope:
            continue
        # What was typed but cannot be read has been told already.
        if review.key in catalogue.records.unread and review.was_typed("consent.scope"):
            continue
        if not has_lapsed(consent, catalogue.today, months):
            yield RULE.at(review.place("consent.scope", "consent"))
