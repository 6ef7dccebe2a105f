"""The reviews of one topic, newest first."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ambassade.locale import translations
from ambassade.page import Alternate, Crumb, Page, Paging, paginate

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from ambassade.public import PublicReview, Topic
    from ambassade.public_site import PublicSite


@dataclass(frozen=True, slots=True)
class TopicContent:
    """One page of a topic."""

    topic: Topic
    reviews: tuple[PublicReview, ...]
    paging: Paging


def plan(site: PublicSite) -> Iterator[Page]:
    """Yield the pages of every topic in every language."""
    about: dict[str, list[PublicReview]] = {topic.slug: [] for topic in site.topics}
    for review in site.reviews:
        for slug in {each.slug for each in review.keywords}:
            about[slug].append(review)
    for topic in site.topics:
        for paging, reviews in paginate(about[topic.slug], site.settings.reviews_per_page):
            content = TopicContent(topic, tuple(reviews), paging)
            modified = max((review.last_modified for review in reviews), default=None)
            for language in site.settings.languages:
                yield _plan_one(site, language, content, modified)


def _plan_one(
    site: PublicSite, language: str, content: TopicContent, modified: date | None
) -> Page:
    translate = translations(language)
    _ = translate.gettext
    addresses, number = site.settings.addresses, content.paging.number
    topic = content.topic
    title = _("Reviews about {topic}").format(topic=topic.name)
    description = translate.ngettext(
        "{count} customer review of {company} about {topic}.",
        "{count} customer reviews of {company} about {topic}.",
        content.paging.total,
    )
    return Page(
        kind="topic",
        language=language,
        address=addresses.of_topic(language, topic.slug, number),
        title=title
        if number == 1
        else _("{title}, page {number}").format(title=title, number=number),
        description=description.format(
            count=content.paging.total, company=site.settings.company.name, topic=topic.name
        ),
        content=content,
        crumbs=(
            Crumb(_("Home"), addresses.home(language)),
            Crumb(_("Topics"), addresses.of_topics(language)),
            Crumb(topic.name, addresses.of_topic(language, topic.slug)),
        ),
        alternates=tuple(
            Alternate(each, addresses.of_topic(each, topic.slug, number))
            for each in site.settings.languages
        ),
        modified=modified,
    )
