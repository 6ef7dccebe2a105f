"""The reviews of one topic, newest first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ambassade.frozen import Frozen
from ambassade.locale import translations
from ambassade.page import Crumb, Page, Paging, continue_list, paginate
from ambassade.public import last_modified_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ambassade.public import PublicReview, Topic
    from ambassade.public_site import PublicSite


class TopicContent(Frozen, frozen=True):
    """One page of a topic."""

    topic: Topic
    reviews: tuple[PublicReview, ...]
    paging: Paging


def plan(site: PublicSite) -> Iterator[Page]:
    """Yield the pages of every topic in every language."""
    for topic in site.topics:
        about = site.by_topic[topic.slug]
        first = [_plan_first(site, each, topic, len(about)) for each in site.settings.languages]
        for paging, reviews in paginate(about, site.settings.reviews_per_page):
            content = TopicContent(topic, tuple(reviews), paging)
            modified = last_modified_of(reviews)
            yield from continue_list(first, paging.number, content, modified)


def _plan_first(site: PublicSite, language: str, topic: Topic, count: int) -> Page:
    """Return the first page without its reviews: what all of a topic's pages have in common."""
    translate = translations(language)
    _ = translate.gettext
    addresses = site.settings.addresses
    address = addresses.of_topic(language, topic.slug)
    description = translate.ngettext(
        "{count} customer review of {company} about {topic}.",
        "{count} customer reviews of {company} about {topic}.",
        count,
    )
    return Page(
        kind="topic",
        language=language,
        address=address,
        title=_("Reviews about {topic}").format(topic=topic.name),
        description=description.format(
            count=count, company=site.settings.company.name, topic=topic.name
        ),
        content=None,
        crumbs=(
            Crumb(_("Home"), addresses.home(language)),
            Crumb(_("Topics"), addresses.of_topics(language)),
            Crumb(topic.name, address),
        ),
    )
