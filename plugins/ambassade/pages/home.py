"""Home: who the company is and where, featured words, what can be read about."""

from __future__ import annotations

from itertools import chain, islice
from typing import TYPE_CHECKING, NamedTuple

from ambassade.frozen import Frozen
from ambassade.language import primary
from ambassade.locale import translations
from ambassade.page import Alternate, Page
from ambassade.public import last_modified_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from ambassade.public import Picture, PublicItem, PublicReview, Story
    from ambassade.public_site import PublicSite

QUOTED = 9
LISTED = 12


class Client(NamedTuple):
    """One of whom a story is told: the story's address, and a logo to show in the name's place."""

    name: str
    address: str | None
    logo: Picture | None


class HomeContent(Frozen, frozen=True):
    """What the home page shows. `items`: not all of many.

    `featured` is set large; `quotes`: the other featured reviews, then the newest.
    """

    featured: PublicReview | None
    quotes: tuple[PublicReview, ...]
    shown: int
    items: tuple[PublicItem, ...]
    stories: tuple[Story, ...]
    clients: tuple[Client, ...]


class _Chosen(NamedTuple):
    """What the home page of any language is made of: reviews with words, and how many are shown."""

    featured: Sequence[PublicReview]
    newest: Sequence[PublicReview]
    shown: int


def plan(site: PublicSite) -> Iterator[Page]:
    """Yield the home page in every language."""
    settings = site.settings
    newest = last_modified_of(site.reviews)
    chosen = _Chosen(
        featured=[review for review in site.reviews if review.has_body and review.featured],
        newest=[
            *islice((one for one in site.reviews if one.has_body and not one.featured), QUOTED)
        ],
        shown=len(site.without_drafts().reviews),
    )
    for language in settings.languages:
        _ = translations(language).gettext
        title = settings.headline.get(language) or _("What our customers say")
        tagline = settings.tagline.get(language) or settings.company.description.get(language)
        content = _collect(site, language, chosen)
        told = (story.modified or story.date for story in content.stories)
        yield Page(
            kind="home",
            language=language,
            address=settings.addresses.home(language),
            title=title,
            description=tagline
            or _("Reviews and case stories by customers of {company}.").format(
                company=settings.company.name
            ),
            content=content,
            alternates=tuple(
                Alternate(each, settings.addresses.home(each)) for each in settings.languages
            ),
            modified=max(filter(None, (newest, *told)), default=None),
            image=settings.company.image,
            feed=settings.addresses.of_feed(language),
        )


def _collect(site: PublicSite, language: str, chosen: _Chosen) -> HomeContent:
    featured = _choose_featured(chosen.featured, language)
    further = (review for review in chosen.featured if review is not featured)
    quotes = tuple(islice(chain(further, chosen.newest), QUOTED))
    stories = site.stories_in(language)
    return HomeContent(
        featured=featured,
        quotes=quotes,
        shown=chosen.shown,
        items=_choose(site.items),
        stories=stories,
        clients=_find_clients(site, stories),
    )


def _choose_featured(featured: Iterable[PublicReview], language: str) -> PublicReview | None:
    """Return the newest featured review that this page's readers can read, else the newest one.

    Where the company features none there is none: what is set large is its choice, not ours.
    """
    return min(
        featured, key=lambda review: primary(review.in_language) != primary(language), default=None
    )


def _find_clients(site: PublicSite, stories: Iterable[Story]) -> tuple[Client, ...]:
    """Return the clients that stories are told of, once each, with the newest story's address."""
    base, addresses = site.settings.base, site.settings.addresses
    logos = site.settings.client_logos
    found: dict[str, Client] = {}
    for story in stories:
        if story.client:
            address = addresses.of_story(story.language, story.slug)
            logo = logos.get(story.client)
            found.setdefault(story.client, Client(story.client, f"{base}/{address}", logo))
    return tuple(found.values())


def _choose(items: tuple[PublicItem, ...]) -> tuple[PublicItem, ...]:
    """Return all of a few items; of many, those that most reviews are about."""
    if len(items) <= LISTED:
        return items
    return tuple(sorted(items, key=lambda item: -len(item.reviews))[:LISTED])
