"""What an editor is told of pictures whose pixels turned out to be damaged, when their copies were made."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ambassade.markup.body_links import pictures_in
from ambassade.place_in_source import find_in_source
from ambassade.problem import Place
from ambassade.publish.shown_pictures import find_shown
from ambassade.rules.reading import picture_missing

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ambassade.problem import Problem
    from ambassade.publish.pictures import DamagedPictures
    from ambassade.survey.surveyed import Survey


def describe_damaged(
    fault: DamagedPictures, survey: Survey, bodies: Mapping[str, str]
) -> Iterator[Problem]:
    """Yield a problem for each file that shows one of the damaged pictures."""
    site = survey.site
    shown = {(picture.path, file) for picture, _, file in find_shown(site)}
    for file, html in bodies.items():
        shown |= {(path, file) for path in pictures_in(html, site.settings.base)}
    for path, file in sorted(shown):
        if path in fault.paths:
            bare = path.removeprefix("images/")
            ways = (bare, *(f"{way}{path}" for way in ("", "/", "content/", "{static}/")))
            place = find_in_source(survey.folder.root, Place(file), *ways)
            fact, remedy = picture_missing.UNREADABLE, picture_missing.FORMATS
            yield picture_missing.RULE.at(place, fact=fact, remedy=remedy, value=path)
