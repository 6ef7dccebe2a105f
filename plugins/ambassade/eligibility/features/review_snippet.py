"""Review snippet: stars. Google Search Central, Review snippet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ambassade.eligibility.nodes import find_nodes, has_price, is_rated
from ambassade.eligibility.verdict import Feature
from ambassade.item_types import item_types
from ambassade.problem import N_

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ambassade.eligibility.verdict import Verdict
    from ambassade.json_ld import Node
    from ambassade.page import Page
    from ambassade.public import PublicItem, PublicReview
    from ambassade.public_site import PublicSite

FEATURE = Feature("review-snippet", N_("stars (review snippet)"))
LIST = N_(
    "Ratings belong on the page of the one item they are about, never on a list or the home page."
)
STORY = N_("A story carries no rating; the reviews that it quotes have pages of their own.")
COMPANY = N_("A company that controls the reviews of itself gets no stars for them.")
COMPANY_CHANGE = N_("Leave it so: stars are for what the company sells.")
TYPE = N_("There are no stars for a {type}.")
TYPE_CHANGE = N_("If it has a price, it may honestly be a Product.")
SELECTION = N_("The reviews are a selection, of which no average may be told.")
SELECTION_CHANGE = N_("Put every genuine review on record, then write collection: complete.")
NO_RATING_YET = N_("There is no rating that counts.")
NO_RATING_YET_CHANGE = N_("Ask customers for one.")
TRANSLATION = N_("They show translations: a review is marked up once, in its own language.")
INSIDER = N_("The author is an insider, which is said beside the review.")
ANONYMOUS = N_("The author is anonymous, and a review needs a name.")
ANONYMOUS_CHANGE = N_("Only the author may change that.")
NO_RATING = N_("The customer gave no rating.")
ELSEWHERE = N_("The review was collected elsewhere, by {publisher}: it is quoted.")
NO_PRICE = N_("The program has no price.")
NO_PRICE_CHANGE = N_("Add offers: with a price, 0 if it is free.")
_UNRATED = {"home": LIST, "wall": LIST, "topic": LIST, "story": STORY}


def look(page: Page, nodes: Sequence[Node], site: PublicSite) -> Verdict | None:  # noqa: ARG001 - the features' signature
    """Say whether a node on the page, of a type with stars, has ratings."""
    if page.kind in _UNRATED:
        return FEATURE.not_so(_UNRATED[page.kind])
    if page.kind not in {"item", "review"}:
        return None
    with_stars = [name for name, kind in item_types().items() if kind.shows_stars]
    rated = [node for node in find_nodes(nodes, with_stars) if node.get("name") and is_rated(node)]
    if any(node["@type"] == "SoftwareApplication" and not has_price(node) for node in rated):
        return FEATURE.not_so(NO_PRICE, NO_PRICE_CHANGE)
    if rated:
        return FEATURE.may()
    return _explain_type(page.content.item) or (
        _explain_item(page.content.item) if page.kind == "item" else _explain_review(page)
    )


def _explain_type(item: PublicItem) -> Verdict | None:
    if item.about_company:
        return FEATURE.not_so(COMPANY, COMPANY_CHANGE)
    if not item.shows_stars:
        return FEATURE.not_so(TYPE, TYPE_CHANGE, type=item.item.type)
    return None


def _explain_item(item: PublicItem) -> Verdict:
    if not item.item.is_complete:
        return FEATURE.not_so(SELECTION, SELECTION_CHANGE)
    return FEATURE.not_so(NO_RATING_YET, NO_RATING_YET_CHANGE)


def _explain_review(page: Page) -> Verdict:
    review: PublicReview = page.content.review
    if page.content.translation:
        return FEATURE.not_so(TRANSLATION)
    if review.labels.relationship:
        return FEATURE.not_so(INSIDER)
    if review.author.name is None:
        return FEATURE.not_so(ANONYMOUS, ANONYMOUS_CHANGE)
    if review.labels.publisher:
        return FEATURE.not_so(ELSEWHERE, publisher=review.labels.publisher)
    return FEATURE.not_so(NO_RATING)
