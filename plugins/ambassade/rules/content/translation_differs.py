"""A translation without the words that the review has, or with a title that it has not.

Why: A page in that language is made of it. Who comes to read it finds the words in the other language
only, which is of no use to them ({google-helpful}); and a title that the customer did not write is not
the customer's ({fr-altered}): it is not shown.

Bad:
    author: Marie Dupont
    reviewBody: It heats up very fast.
    translations:
      fr:
        translator: Jean Martin

Good:
    author: Marie Dupont
    reviewBody: It heats up very fast.
    translations:
      fr:
        translator: Jean Martin
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
    "L103",
    "translation-differs",
    Level.WARNING,
    N_("The translation into “{tag}” has no reviewBody, which the review has."),
    N_("Write reviewBody in that language, or delete the translation."),
)
BY_ITEM = True
TITLE = N_(
    "The translation into “{tag}” has a name, and the review itself has none: it is not shown."
)
DELETE = N_("Delete it, or write the title that the customer wrote as name of the review.")


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """Look at every translation."""
    for review in catalogue.records.reviews:
        for tag, words in review.translations.items():
            translated = f"translations.{tag}"
            # What was typed but cannot be read has been told already.
            was_typed = review.was_typed(f"{translated}.reviewBody")
            if review.review_body and not (words.review_body or was_typed):
                yield RULE.at(review.place(translated), tag=tag)
            if words.name and not review.name and not review.was_typed("name"):
                place = review.place(f"{translated}.name", translated)
                yield RULE.at(place, fact=TITLE, remedy=DELETE, tag=tag)
