"""The report in one line, for the end of a build: from public records, without building a graph."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ambassade.graph.rating import aggregate_rating
from ambassade.page import PageLine
from ambassade.problem import N_
from ambassade.public import Markup

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from ambassade.page import Page

SUMMARY = N_(
    "Search: {starred_items} of {items} item pages and {starred_reviews} of {reviews} review pages "
    "may show stars; `ambassade check --search` says why not."
)


def may_show_stars(page: Page) -> bool:
    """Tell whether the graph of `page` will have ratings: what `graph/assemble` itself goes by."""
    if not page.indexable or page.kind not in {"item", "review"} or _lacks_price(page):
        return False
    if page.kind == "item":
        rated = (one.markup_on_item is Markup.REVIEW for one in page.content.reviews)
        return aggregate_rating(page.content.item) is not None or any(rated)
    own = page.content.translation is None
    return own and page.content.review.markup_on_page is Markup.REVIEW


def _lacks_price(page: Page) -> bool:
    item = page.content.item.item
    return item.type == "SoftwareApplication" and not (item.offers and item.offers.price)


def list_page(page: Page) -> PageLine:
    """Return what a list of all pages says of `page`."""
    paging = getattr(page.content, "paging", None)
    return PageLine(
        kind=page.kind,
        language=page.language,
        address=page.address,
        title=page.title,
        indexable=page.indexable,
        modified=page.modified,
        is_further=paging is not None and paging.number > 1,
        shows_stars=may_show_stars(page),
        place=page.place,
    )


def summarise(counts: Mapping[str, tuple[int, int]], translate: Callable[[str], str]) -> str:
    """Return in one line how many pages may show stars, by what `PageLines` counted."""
    (items, starred_items), (reviews, starred_reviews) = counts["item"], counts["review"]
    return translate(SUMMARY).format(
        items=items, starred_items=starred_items, reviews=reviews, starred_reviews=starred_reviews
    )
