"""JSON for programs, with schema.org's names: `/api/v1/` site, items, reviews of an item.

Once, not per language. Of a review it holds public records only, as its page does.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec

from ambassade.graph.rating import brought_value
from ambassade.ids import make_ids
from ambassade.json_ld import prune

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ambassade.ids import Ids
    from ambassade.page_lines import PageLines
    from ambassade.public import PublicItem, PublicReview, Rating, Video
    from ambassade.public_site import PublicSite


def make(site: PublicSite, pages: PageLines) -> Iterator[tuple[str, bytes]]:  # noqa: ARG001
    """Yield site.json and items.json."""
    ids = make_ids(site.settings)
    yield "api/v1/site.json", _write(_site(site, ids))
    items = [_item(item, site, ids) for item in site.items]
    yield "api/v1/items.json", _write({}, items=items)


def make_of_item(site: PublicSite, item: PublicItem) -> Iterator[tuple[str, bytes]]:
    """Yield the file of an item, with its reviews."""
    ids = make_ids(site.settings)
    reviews = [_review(review, site, ids) for review in item.reviews]
    yield _path_of(item), _write(_item(item, site, ids), reviews=reviews)


def names_of_item(site: PublicSite, item: PublicItem) -> Iterator[str]:  # noqa: ARG001
    """Yield the path of an item's file."""
    yield _path_of(item)


def _path_of(item: PublicItem) -> str:
    return f"api/v1/items/{item.slug}.json"


def _write(told: dict[str, Any], **lists: Sequence[dict[str, Any]]) -> bytes:
    """Return what is `told` without what is empty, and the lists that programs walk through."""
    whole = {**prune(told), **{name: [*map(prune, listed)] for name, listed in lists.items()}}
    return msgspec.json.format(msgspec.json.encode(whole), indent=1) + b"\n"


def _site(site: PublicSite, ids: Ids) -> dict[str, Any]:
    settings = site.settings
    return {
        "name": settings.site_name,
        "url": ids.url(""),
        "inLanguage": list(settings.languages),
        "publisher": {
            "type": settings.company.type,
            "name": settings.company.name,
            "url": settings.company.url,
        },
        "publishingPrinciples": ids.url(
            settings.addresses.of_review_policy(settings.default_language)
        ),
        "reviewsReceived": site.ledger.received,
        "reviewsShown": len(site.reviews),
        "items": ids.url("api/v1/items.json"),
    }


def _item(item: PublicItem, site: PublicSite, ids: Ids) -> dict[str, Any]:
    language = site.settings.default_language
    address = site.settings.addresses.of_item(language, item.slug)
    return {
        "identifier": item.slug,
        "type": item.item.type,
        "name": item.name(language),
        "description": item.description(language),
        "url": ids.url(address),
        "image": [ids.picture(picture) for picture in item.item.image],
        "collection": item.item.collection,
        "aggregateRating": _aggregate(item),
        "reviewsReceived": item.ledger.received,
        "reviewsShown": len(item.reviews),
        "api": ids.url(_path_of(item)),
    }


def _aggregate(item: PublicItem) -> dict[str, Any] | None:
    summary = item.summary
    if summary is None or summary.average is None:
        return None
    bars = {str(stars): count for stars, count in enumerate(summary.distribution, 1)}
    return {
        "ratingValue": float(summary.average),
        "bestRating": 5,
        "worstRating": 1,
        "ratingCount": summary.rating_count or None,
        "reviewCount": summary.review_count or None,
        "distribution": bars,
    }


def _review(review: PublicReview, site: PublicSite, ids: Ids) -> dict[str, Any]:
    experienced, received = review.date_experienced, review.date_received
    modified = review.date_modified
    return {
        "identifier": review.key,
        "url": ids.review_url(review),
        "author": {
            "name": review.author.name,
            "jobTitle": review.author.job_title,
            "worksFor": review.author.works_for,
            "addressLocality": review.author.address_locality,
            "image": ids.picture(review.author.image) if review.author.image else None,
        },
        "reviewRating": _rating(review.review_rating),
        "countsInAverage": review.counts,
        "name": review.name,
        "reviewBody": review.body.text if review.body else None,
        "inLanguage": review.in_language,
        "dateExperienced": experienced.isoformat() if experienced else None,
        "dateReceived": received.isoformat() if received else None,
        "datePublished": review.date_published.isoformat(),
        "dateModified": modified.isoformat() if modified else None,
        "featured": review.featured,
        "keywords": [topic.name for topic in review.keywords],
        "reviewAspect": {name: _rating(value) for name, value in review.review_aspect},
        "reply": _reply(review, site),
        "provenance": _provenance(review),
        "image": [ids.picture(picture) for picture in review.image],
        "video": _video(review.video, ids),
        "translations": {
            one.in_language: {
                "name": one.name,
                "reviewBody": one.body.text if one.body else None,
                "translator": one.translator,
            }
            for one in review.translations
        },
        "corrections": [
            {"date": one.date.isoformat(), "by": "author", "reason": one.reason}
            for one in review.corrections
        ],
    }


def _rating(given: Rating | None) -> dict[str, Any] | None:
    if given is None:
        return None
    typed = {
        "ratingValue": str(given.rating_value),
        "bestRating": str(given.best_rating),
        "worstRating": str(given.worst_rating),
    }
    brought = {"ratingValue": brought_value(given.on_five), "bestRating": 5, "worstRating": 1}
    return brought if given.is_told_exactly else {**brought, "asTyped": typed}


def _reply(review: PublicReview, site: PublicSite) -> dict[str, Any] | None:
    reply = review.reply
    if reply is None:
        return None
    return {
        "author": reply.author or site.settings.company.name,
        "datePublished": reply.date_published.isoformat() if reply.date_published else None,
        "text": reply.body.text,
    }


def _provenance(review: PublicReview) -> dict[str, Any]:
    labels = review.labels
    return {
        "source": labels.source,
        "publisher": labels.publisher,
        "url": labels.publisher_url,
        "verification": labels.verification,
        "incentive": labels.incentive,
        "incentiveCondition": labels.incentive_condition,
        "relationship": labels.relationship,
    }


def _video(video: Video | None, ids: Ids) -> dict[str, Any] | None:
    if video is None:
        return None
    still = video.thumbnail_url
    return {
        "name": video.name,
        "contentUrl": video.content_url,
        "embedUrl": video.embed_url,
        "thumbnailUrl": still if still is None or isinstance(still, str) else ids.picture(still),
        "duration": video.duration,
        "uploadDate": video.upload_date.isoformat() if video.upload_date else None,
        "transcript": video.transcript,
    }
