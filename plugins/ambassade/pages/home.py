"""Home: who the company is and where, featured words, what can be read about."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ambassade.locale import translations
from ambassade.page import Alternate, Page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ambassade.public import PublicItem, PublicReview, Story
    from ambassade.public_site import PublicSite

QUOTED = 6
LISTED = 12


@dataclass(frozen=True, slots=True)
class HomeContent:
    """What the home page shows. `quotes`: featured reviews, then the newest. `items`: not all of many."""

    quotes: tuple[PublicReview, ...]
    items: tuple[PublicItem, ...]
    stories: tuple[Story, ...]


def plan(site: PublicSite) -> Iterator[Page]:
    """Yield the home page in every language."""
    settings = site.settings
    with_words = [review for review in site.reviews if review.body]
    quotes = sorted(with_words, key=lambda review: not review.featured)[:QUOTED]
    for language in settings.languages:
        _ = translations(language).gettext
        title = settings.headline.get(language) or _("What our customers say")
        tagline = settings.tagline.get(language) or settings.company.description.get(language)
        yield Page(
            kind="home",
            language=language,
            address=settings.addresses.home(language),
            title=title,
            description=tagline
            or _("Reviews and case stories by customers of {company}.").format(
                company=settings.company.name
            ),
            content=HomeContent(tuple(quotes), _choose(site.items), site.stories_in(language)),
            alternates=tuple(
                Alternate(each, settings.addresses.home(each)) for each in settings.languages
            ),
            modified=max((review.last_modified for review in site.reviews), default=None),
            image=settings.company.image,
            feed=settings.addresses.of_feed(language),
        )


def _choose(items: tuple[PublicItem, ...]) -> tuple[PublicItem, ...]:
    """Return all of a few items; of many, those that most reviews are about."""
    if len(items) <= LISTED:
        return items
    return tuple(sorted(items, key=lambda item: -len(item.reviews))[:LISTED])
