"""What the world may see of a review today: the one place that decides it.

Whatever shows something to the world works on the public records made here and never sees a
private one.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from msgspec.structs import replace

from ambassade.catalogue import Catalogue, counts, has_average, type_of
from ambassade.consent import parts_shown
from ambassade.language import match_language, primary
from ambassade.markup.small_markdown import plain_text, render_markdown
from ambassade.public import (
    Excerpt,
    Item,
    Labels,
    Markup,
    PublicAuthor,
    PublicCorrection,
    PublicReply,
    PublicReview,
    PublicTranslation,
    Rating,
    Topic,
)
from ambassade.shown_name import first_name_and_initial
from ambassade.text import comparable, find_words, slugify
from ambassade.words.language_of_text import choose_language

if TYPE_CHECKING:
    from ambassade.model import Review
    from ambassade.public import RichText
    from ambassade.settings import Settings

_FIVE = (Decimal(5), Decimal(1))


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
        reply=_disclose_reply(review, settings),
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


def _disclose_reply(review: Review, settings: Settings) -> PublicReply | None:
    reply = review.reply
    if reply is None:
        return None
    # One answers in kind, or else in a language of the site: which one, nobody writes down.
    tag = choose_language(reply.text, review.in_language, settings.languages)
    return PublicReply(render_markdown(reply.text), reply.date_published, reply.author, tag)


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
