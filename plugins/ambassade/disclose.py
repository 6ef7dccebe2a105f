"""What the world may see of a review today: the one place that decides it.

Everything above works on the public records made here and never sees a private one.
"""

from __future__ import annotations

from decimal import Decimal
from operator import attrgetter
from typing import TYPE_CHECKING

from msgspec.structs import replace

from ambassade.catalogue import Catalogue, counts, has_average, summarise, type_of
from ambassade.consent import parts_shown
from ambassade.language import match_language, primary
from ambassade.ledger import find_forgotten, join_ledgers, make_ledger, make_ledgers_by_year
from ambassade.lock import group_by_item
from ambassade.public import (
    Excerpt,
    Item,
    Labels,
    Markup,
    Named,
    PublicAuthor,
    PublicCorrection,
    PublicItem,
    PublicReply,
    PublicReview,
    PublicTranslation,
    Rating,
    Topic,
)
from ambassade.public_site import PublicSite, collect_topics, group_by_topic
from ambassade.shown_name import first_name_and_initial
from ambassade.small_markdown import plain_text, render_markdown
from ambassade.text import comparable, find_words, slugify

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ambassade.model import Locked, Records, Review
    from ambassade.public import RichText
    from ambassade.settings import Settings

_FIVE = (Decimal(5), Decimal(1))


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


def disclose(
    review: Review, item: Item, catalogue: Catalogue, *, drafts: bool = False
) -> PublicReview | None:
    """Return what may be seen of `review` today; None: nothing, and it has no page.

    With `drafts`, a pending one is shown as it would be if it were published, and never counts.
    """
    settings = catalogue.settings
    draft = drafts and review.status == "pending"
    as_if = replace(review, status="published") if draft else review
    parts = parts_shown(as_if, catalogue.today, settings.retention_months)
    if "text" not in parts:
        return None
    author = _disclose_author(review, parts)
    public = PublicReview(
        item=review.item,
        identifier=review.identifier,
        author=author,
        in_language=review.in_language,
        page_language=settings.page_language(review.in_language),
        date_published=review.date_published,
        date_experienced=review.date_experienced,
        date_received=review.date_received,
        date_modified=review.date_modified,
        review_rating=review.review_rating,
        name=review.name,
        body=_render(review.review_body),
        excerpt=_disclose_excerpt(review),
        keywords=_disclose_topics(review),
        review_aspect=_disclose_aspects(review),
        reply=_disclose_reply(review),
        labels=_disclose_labels(review),
        image=review.image if "photo" in parts else (),
        video=review.video if "video" in parts else None,
        translations=_disclose_translations(review, settings),
        corrections=tuple(PublicCorrection(one.date, one.reason) for one in review.corrections),
        featured=review.featured,
        counts=counts(review) and has_average(item),
        draft=draft,
    )
    on_item, on_page = _decide_markup(public, item)
    return replace(public, markup_on_item=on_item, markup_on_page=on_page)


def _disclose_author(review: Review, parts: frozenset[str]) -> PublicAuthor:
    author = review.author
    if author.display == "anonymous":
        return PublicAuthor(None)
    in_full = author.display == "full" and "name" in parts
    return PublicAuthor(
        name=author.name if in_full else first_name_and_initial(author.name),
        job_title=author.job_title,
        works_for=author.works_for,
        address_locality=author.address_locality,
        url=author.url if in_full else None,
        image=author.image if "photo" in parts else None,
    )


def _disclose_excerpt(review: Review) -> Excerpt | None:
    if not review.excerpt or not review.review_body:
        return None
    body = comparable(plain_text(review.review_body))
    for words in (comparable(review.excerpt), comparable(plain_text(review.excerpt))):
        start = find_words(words, body) if words else -1
        if start >= 0:
            return Excerpt(words, start > 0, start + len(words) < len(body))
    return None


def _disclose_topics(review: Review) -> tuple[Topic, ...]:
    """Return the review's topics, keywords of one slug being one."""
    by_slug: dict[str, Topic] = {}
    for word in review.keywords:
        by_slug.setdefault(slugify(word), Topic(word, slugify(word)))
    return tuple(by_slug.values())


def _disclose_aspects(review: Review) -> tuple[tuple[str, Rating], ...]:
    scale = review.review_rating
    aspects = review.review_aspect.items()
    if scale is None:
        return tuple((name, Rating(value, *_FIVE)) for name, value in aspects)
    best, worst = scale.best_rating, scale.worst_rating
    return tuple((name, Rating(value, best, worst)) for name, value in aspects)


def _disclose_reply(review: Review) -> PublicReply | None:
    reply = review.reply
    if reply is None:
        return None
    return PublicReply(render_markdown(reply.text), reply.date_published, reply.author)


def _disclose_labels(review: Review) -> Labels:
    origin = review.provenance
    return Labels(
        publisher=origin.publisher,
        publisher_url=origin.url if origin.publisher else None,
        source=origin.source,
        verification=origin.verification if review.is_verified else None,
        incentive=origin.incentive if origin.incentive != "none" else None,
        incentive_condition=origin.incentive_condition
        if origin.incentive_condition != "none"
        else None,
        relationship=origin.relationship if origin.relationship != "customer" else None,
    )


def _disclose_translations(review: Review, settings: Settings) -> tuple[PublicTranslation, ...]:
    """Return those in which there is something of the review's own."""
    found = (
        PublicTranslation(
            language=match_language(tag, settings.languages) or tag,
            in_language=tag,
            name=words.name if review.name else None,
            body=_render(words.review_body) if review.review_body else None,
            translator=words.translator,
        )
        for tag, words in sorted(review.translations.items())
        if primary(tag) != primary(review.in_language)
    )
    return tuple(one for one in found if one.name or one.body)


def _render(words: str | None) -> RichText | None:
    return render_markdown(words) if words else None


def _decide_markup(review: PublicReview, item: Item) -> tuple[Markup, Markup]:
    """Return what structured data says of it on its item's page and on its own."""
    kind = type_of(item)
    if review.draft or review.labels.relationship or review.author.name is None:
        return Markup.NONE, Markup.NONE
    quotation = Markup.QUOTATION if review.body else Markup.NONE
    may_rate = kind is not None and kind.shows_stars
    if review.review_rating is None or review.labels.publisher or not may_rate:
        return quotation, quotation
    if not item.is_complete:
        return quotation, Markup.REVIEW
    return Markup.REVIEW, Markup.REVIEW
