"""A translation into the language that the review is written in.

Why: The customer's own words stand in place of no translation, and a second version of them in the
same language would be an altered review ({fr-altered}).

Bad:
    author: Marie Dupont
    inLanguage: fr
    reviewBody: Elle chauffe vite.
    translations:
      fr:
        reviewBody: Elle chauffe très vite.

Good:
    author: Marie Dupont
    inLanguage: fr
    reviewBody: Elle chauffe vite.
    translations:
      en:
        reviewBody: It heats up fast.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ambassade.language import primary
from ambassade.problem import N_, Level, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ambassade.catalogue import Catalogue
    from ambassade.problem import Problem

RULE = Rule(
    "L101",
    "translation-of-itself",
    Level.WARNING,
    N_("The review is in {language}, and so is its translation {tag}."),
    N_("Correct inLanguage or the translation's language, or delete the translation."),
)
BY_ITEM = True


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """Look at the language of every translation."""
    for review in catalogue.records.reviews:
        for tag in review.translations:
            if primary(tag) == primary(review.in_language):
                place = review.place(f"translations.{tag}")
                yield RULE.at(place, language=review.in_language, tag=tag)
