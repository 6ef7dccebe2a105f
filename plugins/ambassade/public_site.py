"""All that may be published of a site on one day: what pages, graphs and feeds are made of."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import takewhile
from operator import attrgetter
from typing import TYPE_CHECKING

from msgspec import structs

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from ambassade.public import Ledger, PublicItem, PublicReview, StaticPage, Story, Topic
    from ambassade.settings import Settings


@dataclass(frozen=True, slots=True, eq=False)
class PublicSite:
    """All that may be published today. `reviews`, those of each item and topic: newest first.

    `has_fonts`: whether the site's theme brings a type face. With `drafts` it is for the company's own
    eyes.
    """

    settings: Settings
    items: tuple[PublicItem, ...]
    by_slug: Mapping[str, PublicItem]
    reviews: tuple[PublicReview, ...]
    topics: tuple[Topic, ...]
    by_topic: Mapping[str, tuple[PublicReview, ...]]
    stories: tuple[Story, ...]
    pages: tuple[StaticPage, ...]
    ledger: Ledger
    has_fonts: bool = False
    drafts: bool = False

    def address_of(self, review: PublicReview, language: str) -> str:
        """Return where a page in `language` sends whoever wants to read `review`."""
        here = language if language in self.languages_of(review) else review.page_language
        return self.settings.addresses.of_review(here, review.item, review.identifier)

    def languages_of(self, review: PublicReview) -> tuple[str, ...]:
        """Return the languages in which the review has a page: its own, then its translations'."""
        translated = (one.language for one in review.translations)
        others = [each for each in translated if each in self.settings.languages]
        return tuple(dict.fromkeys([review.page_language, *others]))

    def stories_in(self, language: str) -> tuple[Story, ...]:
        """Return every story once, newest first: in `language`, else in the site's, else as it is."""
        preferred = (language, self.settings.default_language)
        by_slug: dict[str, Story] = {}
        for story in self.stories:
            known = by_slug.get(story.slug)
            if known is None or _rank(story, preferred) < _rank(known, preferred):
                by_slug[story.slug] = story
        return tuple(by_slug.values())

    def item(self, slug: str | None) -> PublicItem | None:
        """Return the item of that folder."""
        return self.by_slug.get(slug or "")

    def review(self, key: str) -> PublicReview | None:
        """Return the review with this key."""
        item = self.item(key.partition("/")[0])
        return next((one for one in item.reviews if one.key == key), None) if item else None

    def without_drafts(self) -> PublicSite:
        """Return the site as machines may read it: they would not see that a draft is marked."""
        if not self.drafts:
            return self
        reviews = _published(self.reviews)
        by_topic = group_by_topic(reviews)
        items = tuple(map(without_drafts, self.items))
        by_slug = {item.slug: item for item in items}
        return replace(
            self,
            items=items,
            by_slug=by_slug,
            reviews=reviews,
            topics=collect_topics(by_topic),
            by_topic=by_topic,
        )


@lru_cache(maxsize=2)
def list_with_media(site: PublicSite) -> tuple[PublicReview, ...]:
    """Return the reviews with pictures or a film: several ask for those few."""
    return tuple(filter(attrgetter("has_media"), site.reviews))


def without_drafts(item: PublicItem) -> PublicItem:
    """Return an item as machines may read it."""
    return structs.replace(item, reviews=_published(item.reviews))


def _published(reviews: Iterable[PublicReview]) -> tuple[PublicReview, ...]:
    return tuple(review for review in reviews if not review.draft)


def _rank(story: Story, preferred: tuple[str, ...]) -> int:
    return preferred.index(story.language) if story.language in preferred else len(preferred)


def group_by_topic(reviews: Iterable[PublicReview]) -> dict[str, tuple[PublicReview, ...]]:
    """Return the reviews by the slugs of their topics, in their order."""
    found: dict[str, list[PublicReview]] = {}
    for review in reviews:
        for topic in review.keywords:
            found.setdefault(topic.slug, []).append(review)
    return {slug: tuple(about) for slug, about in found.items()}


def collect_topics(by_topic: Mapping[str, Sequence[PublicReview]]) -> tuple[Topic, ...]:
    """Return the topics, keywords of one slug being one topic; it is read as it was first written.

    The reviews of each are the newest first, and by their keys on a day.
    """
    return tuple(_first_written(slug, by_topic[slug]) for slug in sorted(by_topic))


def _first_written(slug: str, about: Sequence[PublicReview]) -> Topic:
    day = about[-1].date_published
    *_, first = takewhile(lambda one: one.date_published == day, reversed(about))
    return next(topic for topic in first.keywords if topic.slug == slug)
