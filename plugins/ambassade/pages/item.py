"""An item's page: what it is, its rating summary and distribution, its reviews, newest first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ambassade.facets import Facet, facets_of
from ambassade.frozen import Frozen
from ambassade.locale import translations
from ambassade.page import Alternate, Crumb, Page, Paging, number_title, paginate
from ambassade.problem import Place
from ambassade.public import last_modified_of
from ambassade.public_site import collect_topics, group_by_topic
from ambassade.text import shorten

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ambassade.public import PublicItem, PublicReview, Topic
    from ambassade.public_site import PublicSite

BY_ITEM = True
LONGEST_DESCRIPTION = 155


class ItemContent(Frozen, frozen=True):
    """One page of an item. The summary of `item` counts all its ratings on every page.

    `topics`: those of all its reviews, by slug, each in every way that it is written. `has_film`: whether
    one of all its reviews has one.
    """

    item: PublicItem
    reviews: tuple[PublicReview, ...]
    paging: Paging
    facets: tuple[Facet, ...]
    topics: tuple[tuple[Topic, ...], ...]
    has_film: bool


def plan(site: PublicSite) -> Iterator[Page]:
    """Yield the pages of every item in every language."""
    for item in site.items:
        facets, topics = facets_of(item.reviews), _spellings(item.reviews)
        has_film = any(review.video for review in item.reviews)
        for paging, reviews in paginate(item.reviews, site.settings.reviews_per_page):
            content = ItemContent(item, tuple(reviews), paging, facets, topics, has_film)
            for language in site.settings.languages:
                yield _plan_one(site, language, content)


def _plan_one(site: PublicSite, language: str, content: ItemContent) -> Page:
    _ = translations(language).gettext
    addresses, item, number = site.settings.addresses, content.item, content.paging.number
    name = item.name(language)
    title = _("{name}: customer reviews").format(name=name)
    description = item.description(language) or _("What customers say of {name}.").format(name=name)
    return Page(
        kind="item",
        language=language,
        address=addresses.of_item(language, item.slug, number),
        title=number_title(title, number, language),
        description=shorten(description, LONGEST_DESCRIPTION),
        content=content,
        crumbs=(
            Crumb(_("Home"), addresses.home(language)),
            Crumb(_("Reviews"), addresses.of_wall(language)),
            Crumb(name, addresses.of_item(language, item.slug)),
        ),
        alternates=tuple(
            Alternate(each, addresses.of_item(each, item.slug, number))
            for each in site.settings.languages
        ),
        modified=last_modified_of(content.reviews),
        image=next(iter(item.item.image), site.settings.company.image),
        feed=addresses.of_item_feed(language, item.slug),
        place=Place(item.item.file),
    )


def _spellings(reviews: tuple[PublicReview, ...]) -> tuple[tuple[Topic, ...], ...]:
    found = {topic.slug: {topic.name: topic} for topic in collect_topics(group_by_topic(reviews))}
    for review in reviews:
        for topic in review.keywords:
            found[topic.slug].setdefault(topic.name, topic)
    return tuple(tuple(names.values()) for names in found.values())
