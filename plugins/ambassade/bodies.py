"""Whether Pelican read the body of every story and static page, and where their links lead."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ambassade.body_links import pictures_in, unresolved_in
from ambassade.rules.building import body_link, body_not_read

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ambassade.problem import Problem
    from ambassade.public import StaticPage, Story
    from ambassade.survey import Survey


def find_unread(survey: Survey, read: set[str]) -> Iterator[Problem]:
    """Yield a problem for each story and page that Pelican did not read."""
    records: list[Story | StaticPage] = [*survey.site.stories, *survey.site.pages]
    for record in records:
        if record.file not in read:
            yield body_not_read.RULE.at(record.place())


def find_broken_links(survey: Survey, bodies: Mapping[str, str]) -> Iterator[Problem]:
    """Yield a problem for each link of a body to a file that is not there."""
    records: list[Story | StaticPage] = [*survey.site.stories, *survey.site.pages]
    base = survey.site.settings.base
    for record in records:
        html = bodies.get(record.file, "")
        lost = [
            picture
            for picture in pictures_in(html, base)
            if not (survey.folder.content / picture).is_file()
        ]
        for link in dict.fromkeys([*unresolved_in(html), *lost]):
            yield body_link.RULE.at(record.place(), link=link)
