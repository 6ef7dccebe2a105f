"""What the world may see of a whole site: of each item and its reviews, and of all of them together.

What may be seen of a review, `disclose.py` decides.
"""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING

from msgspec.structs import replace

from ambassade.catalogue import Catalogue, has_average, summarise, type_of
from ambassade.disclose import disclose
from ambassade.language import match_language
from ambassade.ledger import find_forgotten, join_ledgers, make_ledger, make_ledgers_by_year
from ambassade.lock import group_by_item
from ambassade.public import Item, Named, PublicItem
from ambassade.public_site import PublicSite, collect_topics, group_by_topic

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ambassade.model import Locked, Records
    from ambassade.settings import Settings


def disclose_site(catalogue: Catalogue, *, drafts: bool = False) -> PublicSite:
    """Return what may be seen of everything on record.

    With `drafts`, for the company's own eyes, pending reviews are among them, each a `draft`.
    """
    records = catalogue.records
    lock = group_by_item(records.lock)
    items = [
        _disclose_item(item, catalogue, find_forgotten(lock.get(item.slug, {})), drafts=drafts)
        for item in records.items
    ]
    return join_items(items, records, catalogue.settings, drafts=drafts)


def join_items(
    items: Sequence[PublicItem], rest: Records, settings: Settings, *, drafts: bool = False
) -> PublicSite:
    """Return the site of items that were disclosed one by one; stories and static pages are in `rest`."""
    # Those of each item are the newest first already, and by their keys on a day: so they stay.
    by_key = sorted(items, key=lambda item: f"{item.slug}/")
    reviews = [review for item in by_key for review in item.reviews]
    reviews.sort(key=attrgetter("date_published"), reverse=True)
    by_topic = group_by_topic(reviews)
    return PublicSite(
        settings=settings,
        items=tuple(items),
        by_slug={item.slug: item for item in items},
        reviews=tuple(reviews),
        topics=collect_topics(by_topic),
        by_topic=by_topic,
        stories=tuple(sorted(rest.stories, key=lambda one: (-one.date.toordinal(), one.slug))),
        pages=tuple(sorted(rest.pages, key=lambda page: (page.slug, page.language))),
        ledger=join_ledgers([item.ledger for item in items]),
        drafts=drafts,
    )


def _disclose_item(
    item: Item, catalogue: Catalogue, forgotten: Mapping[str, Locked], *, drafts: bool
) -> PublicItem:
    kind = type_of(item)
    records = catalogue.reviews_of(item.slug)
    disclosed = (disclose(review, item, catalogue, drafts=drafts) for review in records)
    shown = tuple(review for review in disclosed if review is not None)
    identifiers = {review.identifier for review in shown}
    return PublicItem(
        item=replace(item, translations=_in_site_languages(item, catalogue.settings)),
        reviews=shown,
        summary=summarise(records, identifiers) if has_average(item) else None,
        ledger=make_ledger(records, forgotten),
        by_year=make_ledgers_by_year(records, forgotten),
        shows_stars=bool(kind and kind.shows_stars),
        about_company=bool(kind and kind.about_company),
    )


def _in_site_languages(item: Item, settings: Settings) -> dict[str, Named]:
    """Return an item's names by the languages of the site: `fr-CA` serves `fr`, but `fr` first."""
    named = {
        match_language(tag, settings.languages) or tag: item.translations[tag]
        for tag in item.translations
    }
    return {**named, **item.translations}
