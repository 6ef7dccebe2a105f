"""Pages that say next to nothing: an item, its reviews' own pages, a topic.

Why: Search engines want pages that say something of use ({google-helpful}). No rule sets a number:
counted are fewer than 50 words on an item's page or a topic's, fewer than 5 in a review.

Bad:
    # file: reviews/kettle/2026-05-14-warm.yaml
    author: Marie Dupont
    reviewBody: It boils water.

Good:
    # file: reviews/kettle/item.yaml
    type: Product
    name: Kettle
    collection: complete
    description: A kettle of enamelled steel that boils two litres of water on any stove.
    # file: reviews/kettle/2026-05-14-warm.yaml
    author: Marie Dupont
    reviewBody: It boils water for all of us in the morning.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ambassade.problem import N_, Level, Place, Rule
from ambassade.text import SPACELESS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from ambassade.page import Page
    from ambassade.problem import Problem
    from ambassade.public import PublicItem, PublicReview
    from ambassade.public_site import PublicSite

FEWEST_ON_A_PAGE = 50
FEWEST_IN_A_REVIEW = 5
RULE = Rule(
    "E109",
    "thin-page",
    Level.OFF,
    N_("The item has no description, and its reviews have fewer than {fewest} words in all."),
    N_("Say in a sentence or two what it is."),
    under={"google": Level.WARNING},
)
BY_ITEM = True
REVIEWS = N_("Pages of reviews with fewer than {fewest} words: {count} of {total}.")
REVIEWS_REMEDY = N_(
    "Leave the customers' words as they are; ask them to say why, if you like. On the item's page "
    "these reviews stand among others."
)
TOPIC = N_("The topic “{topic}” has this review alone, of fewer than {fewest} words.")
TOPIC_REMEDY = N_("Take the keyword away, or use one that other reviews have too.")
# What languages without spaces write counts by the letter.
_WORD = re.compile(rf"[{SPACELESS}]|[^\W{SPACELESS}]+")
_LONGEST_WORD = 30


def check(site: PublicSite, pages: Sequence[Page]) -> Iterator[Problem]:
    """Look at each item with all its reviews, and at each topic that has a single review."""
    language = site.settings.default_language
    for page in pages:
        if page.language != language:
            continue
        if page.kind == "item" and page.content.paging.number == 1:
            yield from _check_item(page.content.item)
        elif page.kind == "topic" and page.content.paging.total == 1:
            yield from _check_topic(page.content.topic.name, page.content.reviews[0])


def _check_item(item: PublicItem) -> Iterator[Problem]:
    has_description = item.item.description or any(
        named.description for named in item.item.translations.values()
    )
    texts = (review.body.text for review in item.reviews if review.body)
    if not has_description and _has_fewer(texts, FEWEST_ON_A_PAGE):
        yield RULE.at(item.item.place(), fewest=FEWEST_ON_A_PAGE)
        return
    short = sum(_says_little(review, FEWEST_IN_A_REVIEW) for review in item.reviews)
    if short:
        told = {"count": short, "total": len(item.reviews), "fewest": FEWEST_IN_A_REVIEW}
        yield RULE.at(item.item.place(), fact=REVIEWS, remedy=REVIEWS_REMEDY, **told)


def _check_topic(topic: str, review: PublicReview) -> Iterator[Problem]:
    if _says_little(review, FEWEST_ON_A_PAGE):
        place = Place(f"reviews/{review.key}.yaml")
        told = {"topic": topic, "fewest": FEWEST_ON_A_PAGE}
        yield RULE.at(place, fact=TOPIC, remedy=TOPIC_REMEDY, **told)


def _says_little(review: PublicReview, fewest: int) -> bool:
    return _has_fewer((review.body.text,) if review.body else (), fewest)


def _has_fewer(texts: Iterable[str], fewest: int) -> bool:
    """Tell whether `texts` have fewer words than that together; stop reading at enough."""
    words = 0
    for text in texts:
        if len(text) > fewest * _LONGEST_WORD:
            return False
        words += len(_WORD.findall(text))
        if words >= fewest:
            return False
    return True
