"""The list of case stories: in the page's language where there is a translation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ambassade.frozen import Frozen
from ambassade.locale import translations
from ambassade.page import Alternate, Crumb, Page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ambassade.public import Story
    from ambassade.public_site import PublicSite


class StoriesContent(Frozen, frozen=True):
    """The stories, newest first."""

    stories: tuple[Story, ...]


def plan(site: PublicSite) -> Iterator[Page]:
    """Yield the list in every language."""
    addresses, company = site.settings.addresses, site.settings.company.name
    for language in site.settings.languages:
        _ = translations(language).gettext
        stories = site.stories_in(language)
        yield Page(
            kind="stories",
            language=language,
            address=addresses.of_stories(language),
            title=_("Case stories"),
            description=_("How customers work with {company}, told at length.").format(
                company=company
            ),
            content=StoriesContent(stories),
            crumbs=(
                Crumb(_("Home"), addresses.home(language)),
                Crumb(_("Case stories"), addresses.of_stories(language)),
            ),
            alternates=tuple(
                Alternate(each, addresses.of_stories(each)) for each in site.settings.languages
            ),
            modified=max((story.modified or story.date for story in stories), default=None),
            image=site.settings.company.image,
            indexable=bool(stories),
        )
