"""A translation of words that the customer did not write.

Why: It is shown as the customer's words in another language: where there are none, they would be made up
({fr-altered}; {eu-fake}).

Bad:
    author: Marie Dupont
    reviewRating: 5
    translations:
      fr:
        reviewBody: Elle chauffe très vite.

Good:
    author: Marie Dupont
    reviewRating: 5
    reviewBody: It heats up very fast.
    translations:
      fr:
        reviewBody: Elle chauffe très vite.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ambassade.problem import N_, Level, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ambassade.catalogue import Catalogue
    from ambassade.problem import Problem

RULE = Rule(
    "L102",
    "translation-of-nothing",
    Level.ERROR,
    N_("The translation into “{tag}” has a reviewBody, and the review itself has none."),
    N_("Delete the translation, or write the customer's own words in reviewBody."),
)
BY_ITEM = True


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """Look at the words of every translation."""
    for review in catalogue.records.reviews:
        for tag, words in review.translations.items():
            # Words that were typed but cannot be read have been told already.
            if words.review_body and not review.review_body and not review.was_typed("reviewBody"):
                place = review.place(f"translations.{tag}.reviewBody", f"translations.{tag}")
                yield RULE.at(place, tag=tag)
