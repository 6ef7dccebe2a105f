"""The list of topics."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ambassade.frozen import Frozen
from ambassade.locale import translations
from ambassade.page import Alternate, Crumb, Page

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ambassade.public import Topic
    from ambassade.public_site import PublicSite


class TopicsContent(Frozen, frozen=True):
    """All topics, and how many reviews each has, by slug."""

    topics: tuple[Topic, ...]
    counts: Mapping[str, int]


def plan(site: PublicSite) -> Iterator[Page]:
    """Yield the list in every language."""
    used = {topic.slug: len(site.by_topic[topic.slug]) for topic in site.topics}
    addresses = site.settings.addresses
    for language in site.settings.languages:
        _ = translations(language).gettext
        yield Page(
            kind="topics",
            language=language,
            address=addresses.of_topics(language),
            title=_("Topics of our customers’ reviews"),
            description=_("What customers of {company} write about.").format(
                company=site.settings.company.name
            ),
            content=TopicsContent(site.topics, used),
            crumbs=(
                Crumb(_("Home"), addresses.home(language)),
                Crumb(_("Topics"), addresses.of_topics(language)),
            ),
            alternates=tuple(
                Alternate(each, addresses.of_topics(each)) for each in site.settings.languages
            ),
            indexable=False,
        )
