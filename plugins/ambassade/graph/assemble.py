"""One `@graph` a page: which pieces each kind of page is made of.

What is rated is nested (item → aggregateRating, review); everything else is linked by bare `@id`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ambassade.graph.article import article
from ambassade.graph.breadcrumb_list import breadcrumb_list
from ambassade.graph.item import item
from ambassade.graph.kept_nodes import KeptNodes
from ambassade.graph.offer import offer
from ambassade.graph.organization import organization, organization_reference
from ambassade.graph.quotation import quotation, translated_quotation
from ambassade.graph.rating import aggregate_rating
from ambassade.graph.video_object import story_video
from ambassade.graph.web_page import web_page
from ambassade.graph.web_site import web_site
from ambassade.ids import make_ids
from ambassade.json_ld import prune
from ambassade.public import Markup

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from ambassade.ids import Ids
    from ambassade.json_ld import Node
    from ambassade.page import Page
    from ambassade.public import PublicItem, PublicReview
    from ambassade.public_site import PublicSite


def build_graph(page: Page, site: PublicSite, kept: KeptNodes | None = None) -> Node | None:
    """Return the structured data of `page`; None for a draft, and for a mere way to another page.

    `kept`: nodes that were made for other pages of this site.
    """
    if page.kind == "redirect" or (page.kind == "review" and page.content.review.draft):
        return None
    ids = make_ids(site.settings)
    pieces = _PIECES.get(page.kind, _plain)(page, site, ids, kept or KeptNodes(site.settings))
    nodes = [prune(node) for node in [*pieces, breadcrumb_list(page, ids)] if node]
    return {"@context": "https://schema.org", "@graph": nodes}


def _plain(page: Page, _site: PublicSite, ids: Ids, _kept: KeptNodes) -> Sequence[Node | None]:
    return [web_page(page, ids)]


def _list(page: Page, _site: PublicSite, ids: Ids, _kept: KeptNodes) -> Sequence[Node | None]:
    return [web_page(page, ids, "CollectionPage")]


def _home(page: Page, site: PublicSite, ids: Ids, _kept: KeptNodes) -> Sequence[Node | None]:
    return [
        web_page(page, ids, main_entity=ids.organization),
        web_site(site.settings, ids),
        organization(site.settings, ids),
    ]


def _item(page: Page, _site: PublicSite, ids: Ids, kept: KeptNodes) -> Sequence[Node | None]:
    shown: Sequence[PublicReview] = page.content.reviews
    given: PublicItem = page.content.item
    rated = [one for one in shown if one.markup_on_item is Markup.REVIEW]
    node = _item_node(given, page.language, ids, kept, rated, aggregate_rating(given))
    item_id = node["@id"] if node else None
    quoted = [one for one in shown if one.markup_on_item is Markup.QUOTATION]
    whole = web_page(page, ids, "AboutPage" if given.about_company else "WebPage", item_id)
    whole["hasPart"] = [{"@id": ids.quotation(one)} for one in quoted]
    return [whole, node, *(quotation(one, ids, item_id) for one in quoted)]


def _item_node(
    given: PublicItem,
    language: str,
    ids: Ids,
    kept: KeptNodes,
    rated: Sequence[PublicReview],
    average: Node | None = None,
    *,
    with_video: bool = False,
) -> Node | None:
    page_url = ids.url(ids.addresses.of_item(language, given.slug))
    nodes = [
        kept.of_review(one, one.review_rating, with_video=with_video)
        for one in rated
        if one.review_rating
    ]
    terms = offer(given.item, page_url)
    return item(given, language, ids, offer=terms, aggregate_rating=average, reviews=nodes)


def _review(page: Page, _site: PublicSite, ids: Ids, kept: KeptNodes) -> Sequence[Node | None]:
    one, translation = page.content.review, page.content.translation
    if translation is not None:
        words = translated_quotation(page, one, translation, ids) if translation.body else None
        return [web_page(page, ids, main_entity=words["@id"] if words else None), words]
    whole = web_page(page, ids, main_entity=ids.of_words(one))
    if one.markup_on_page is Markup.REVIEW:
        given = page.content.item
        node = _item_node(given, page.language, ids, kept, [one], with_video=True)
        return [whole, node]
    return [whole, quotation(one, ids) if one.markup_on_page is Markup.QUOTATION else None]


def _story(page: Page, site: PublicSite, ids: Ids, _kept: KeptNodes) -> Sequence[Node | None]:
    content = page.content
    about = content.item and is_described(content.item)
    node = article(
        page,
        content.story,
        ids,
        publisher=organization_reference(site.settings, ids),
        rights=site.settings.picture_rights,
        about=ids.item(content.item.slug, page.language) if about else None,
        quoted=content.reviews,
        video=story_video(content.story, ids),
    )
    return [web_page(page, ids, main_entity=ids.article(page)), node]


def is_described(given: PublicItem) -> bool:
    """Tell whether the item's page has a node for it, so that others may name its id."""
    if given.item.type != "Product" or given.item.offers or aggregate_rating(given):
        return True
    return any(one.markup_on_item is Markup.REVIEW for one in given.reviews)


_PIECES: dict[str, Callable[[Page, Any, Ids, KeptNodes], Sequence[Node | None]]] = {
    "home": _home,
    "wall": _list,
    "item": _item,
    "review": _review,
    "topics": _list,
    "topic": _list,
    "stories": _list,
    "story": _story,
}
