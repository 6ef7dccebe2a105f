"""A review that was not selected, of an item that shows its reviews complete.

Why: What is shown must not pass for all reviews where some are held back ({us-suppression}). The
item's page says how many of how many are shown, and the rating counts; some want every review
published in full ({iso-reviews}).

Bad:
    author: Marie Dupont
    reviewRating: 2
    status: withheld
    withheldFor: not-selected

Good:
    # file: reviews/kettle/item.yaml
    type: Product
    name: Kettle
    collection: selection
    # file: reviews/kettle/2026-05-14-saved-us-a-week.yaml
    author: Marie Dupont
    reviewRating: 2
    status: withheld
    withheldFor: not-selected
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ambassade.problem import N_, Level, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ambassade.catalogue import Catalogue
    from ambassade.problem import Problem

RULE = Rule(
    "R117",
    "not-selected-on-complete",
    Level.WARNING,
    N_("withheldFor is not-selected, but the collection of {item} is complete."),
    N_(
        "Publish the review, or leave it so: the page says how many of how many are shown. Where"
        " reviews are picked by hand, write `collection: selection` in reviews/{item}/item.yaml."
    ),
    under={"iso20488": Level.ERROR},
)
BY_ITEM = True


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """Look at every review that was held back because others were picked."""
    for review in catalogue.records.reviews:
        item = catalogue.items.get(review.item)
        is_held = review.status == "withheld" and review.withheld_for == "not-selected"
        if is_held and item is not None and item.is_complete:
            yield RULE.at(review.place("withheldFor"), item=item.slug)
