"""A picture or film that may not be shown.

Why: A person's face and voice need a consent of their own, apart from that for the words
({eu-consent}).

Bad:
    author: Marie Dupont
    reviewBody: It boils water.
    image: images/kettle.png
    consent:
      given: 2026-05-10
      scope: text

Good:
    author: Marie Dupont
    reviewBody: It boils water.
    image: images/kettle.png
    consent:
      given: 2026-05-10
      scope: [text, photo]
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
    "C105",
    "picture-not-in-scope",
    Level.INFORMATION,
    N_("{key} is not shown: the consent's scope has no {part}."),
    N_("Add {part} to consent.scope if the author agreed to it, or delete {key}."),
)
BY_ITEM = True
NO_CONSENT = N_("{key} is not shown: there is no record of consent.")
RECORD = N_("Add consent with {part} in its scope if the author agreed to it, or delete {key}.")


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """Look at the portrait, the pictures and the film of every review that is shown."""
    months = catalogue.settings.retention_months
    for review in catalogue.records.reviews:
        parts = parts_shown(review, catalogue.today, months)
        if not parts:
            continue
        shown = {
            "author.image": (review.author.image, "photo"),
            "image": (review.image, "photo"),
            "video": (review.video, "video"),
        }
        fact, remedy = ("", "") if review.was_typed("consent") else (NO_CONSENT, RECORD)
        for key, (value, part) in shown.items():
            if value and part not in parts:
                yield RULE.at(review.place(key), fact=fact, remedy=remedy, key=key, part=part)
