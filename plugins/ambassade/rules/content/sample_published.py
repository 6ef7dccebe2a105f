"""A sample of `ambassade init` that is still there: item, review or story.

Why: Nobody wrote the sample review: published, it is a fake one ({eu-fake}; {fr-altered};
{us-fake}; {uk-reviews}). The ledger would count it too.

Bad:
    # file: reviews/kettle/2025-03-03-a-sample-to-delete.yaml
    author: Ada Example
    reviewBody: This is not a review.

Good:
    # file: reviews/kettle/2025-03-03-boils-well.yaml
    author: Marie Dupont
    reviewBody: It boils water.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ambassade.problem import N_, Level, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ambassade.catalogue import Catalogue
    from ambassade.problem import Problem

# As in scaffold/*/sample; whoever makes the item their own gives it a name of their own.
ITEM, ITEM_NAMES = "our-product", ("Our product (sample)", "Notre produit (exemple)")
REVIEW = "2025-03-03-a-sample-to-delete"
STORY = "sample-story"
_LAWS = ("fr", "eu", "us", "uk")
RULE = Rule(
    "S107",
    "sample-published",
    Level.OFF,
    N_("This is the sample review of `ambassade init`: nobody wrote it."),
    N_("Delete the file."),
    under={**dict.fromkeys(_LAWS, Level.ERROR), "google": Level.WARNING},
)
BY_ITEM = True
SAMPLE_ITEM = N_("This is the sample item of `ambassade init`.")
MAKE_IT_YOURS = N_("Delete its folder, or give it a name of your own.")
SAMPLE_STORY = N_("This is the sample story of `ambassade init`: nobody lived it.")


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """Look for the samples by their identifiers."""
    records = catalogue.records
    for item in records.items:
        if item.slug == ITEM and item.name in ITEM_NAMES:
            yield RULE.at(item.place(), fact=SAMPLE_ITEM, remedy=MAKE_IT_YOURS)
    for review in records.reviews:
        if review.identifier == REVIEW:
            yield RULE.at(review.place())
    for story in records.stories:
        if story.slug == STORY:
            yield RULE.at(story.place(), fact=SAMPLE_STORY)
