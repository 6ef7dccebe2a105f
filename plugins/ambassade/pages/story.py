"""A case story, with the reviews that are quoted in it. Its body is rendered by Pelican."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ambassade.frozen import Frozen
from ambassade.locale import translations
from ambassade.page import Alternate, Crumb, Page
from ambassade.text import shorten

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ambassade.public import PublicItem, PublicReview, Story
    from ambassade.public_site import PublicSite

LONGEST_DESCRIPTION = 155


class StoryContent(Frozen, frozen=True):
    """One story, its item, and those of its reviews that may be shown today."""

    story: Story
    item: PublicItem | None
    reviews: tuple[PublicReview, ...]


def plan(site: PublicSite) -> Iterator[Page]:
    """Yield the page of every story, in the language it is written in."""
    for story in site.stories:
        quoted = tuple(filter(None, map(site.review, story.reviews)))
        yield _plan_one(site, StoryContent(story, site.item(story.item), quoted))


def _plan_one(site: PublicSite, content: StoryContent) -> Page:
    addresses, story = site.settings.addresses, content.story
    _ = translations(story.language).gettext
    address = addresses.of_story(story.language, story.slug)
    about = _("A case story by {company}.").format(company=site.settings.company.name)
    return Page(
        kind="story",
        language=story.language,
        address=address,
        title=story.title,
        description=shorten(story.summary or about, LONGEST_DESCRIPTION),
        content=content,
        crumbs=(
            Crumb(_("Home"), addresses.home(story.language)),
            Crumb(_("Case stories"), addresses.of_stories(story.language)),
            Crumb(story.title, address, story.title, story.in_language),
        ),
        alternates=tuple(
            Alternate(each.language, addresses.of_story(each.language, each.slug))
            for each in site.stories
            if each.slug == story.slug
        ),
        modified=story.modified or story.date,
        image=story.image or site.settings.company.image,
        place=story.place("title"),
    )
