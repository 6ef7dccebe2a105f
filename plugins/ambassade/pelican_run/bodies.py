"""What is wrong with the bodies of stories and static pages: not read, lost links, what cannot be shown."""

from __future__ import annotations

import os
import re
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from ambassade.markup.blocked_by_policy import find_blocked
from ambassade.markup.body_links import pictures_in, unresolved_in, without_page_in
from ambassade.markup.page_wide import find_ids_of_frame, find_lost_anchors, find_page_wide
from ambassade.markup.rating_markup import find_rating_markup
from ambassade.markup.start_tags import list_start_tags
from ambassade.media import PictureFolder
from ambassade.paths.folder_tree import list_tree
from ambassade.place_in_source import find_in_source, find_tag_in_source
from ambassade.problem import Place, Problem
from ambassade.rules.building import body_blocked, body_link, body_not_read, rating_markup
from ambassade.security_policy import content_policy
from ambassade.text import slugify
from ambassade.theme import theme_folders

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ambassade.public import StaticPage, Story
    from ambassade.survey.surveyed import Survey


def find_unread(survey: Survey, read: Mapping[str, Mapping[str, object]]) -> Iterator[Problem]:
    """Yield a problem for each story and page that Pelican did not read, or that is another thing for it.

    `read`: what Pelican knows of those that it read, whether by their headers or by its settings.
    """
    records: list[Story | StaticPage] = [*survey.site.stories, *survey.site.pages]
    for record in records:
        known = read.get(record.file)
        if known is None:
            yield body_not_read.RULE.at(record.place())
            continue
        ours = {"status": "published" if getattr(record, "listed", True) else "hidden"}
        if "lang" not in record.places:
            ours["lang"] = record.in_language
        for key, said in ours.items():
            value = str(known.get(key) or said)
            if value.lower() != said.lower():
                fact, remedy = body_not_read.SET, body_not_read.SAY[key]
                yield body_not_read.RULE.at(
                    record.place(), fact=fact, remedy=remedy, key=key, value=value
                )


def find_broken_links(survey: Survey, bodies: Mapping[str, str]) -> Iterator[Problem]:
    """Yield a problem for each link of a body to a file that is not there, or is no sound picture."""
    records: list[Story | StaticPage] = [*survey.site.stories, *survey.site.pages]
    base, images = survey.site.settings.base, PictureFolder(survey.folder.content)
    root = survey.folder.root
    for record in records:
        html = bodies.get(record.file, "")
        for picture in dict.fromkeys(pictures_in(html, base)):
            found = images.find(picture, record.place())
            if not os.path.isfile(survey.folder.content / picture):  # noqa: PTH113 - raises nothing
                found = body_link.RULE.at(record.place(), link=picture)
            if isinstance(found, Problem):
                ways = f"/{picture}", f"{{static}}/{picture}"
                yield replace(found, place=find_in_source(root, record.place(), *ways))
        for link in dict.fromkeys(unresolved_in(html)):
            yield body_link.RULE.at(find_in_source(root, record.place(), link), link=link)
        for link in dict.fromkeys(without_page_in(html, base)):
            beside = re.sub("}.*/", "}", link)
            place = find_in_source(root, record.place(), link, beside)
            yield body_link.RULE.at(place, remedy=body_link.NO_PAGE, link=link)
        for link in find_lost_anchors(list_start_tags(html)):
            place, name = find_in_source(root, record.place(), link), slugify(link) or "here"
            yield body_link.RULE.at(place, remedy=body_link.NAME_IT, link=link, id=name)


def find_blocked_parts(survey: Survey, bodies: Mapping[str, str]) -> Iterator[Problem]:
    """Yield a problem for each part that the site's policy forbids, or that acts on the whole page."""
    records: list[Story | StaticPage] = [*survey.site.stories, *survey.site.pages]
    policy, site_url = content_policy(survey.site), survey.site.settings.site_url
    for record in records:
        tags, place = list_start_tags(bodies.get(record.file, "")), record.place()
        find = partial(find_tag_in_source, survey.folder.root, place)
        for what in find_blocked(tags, policy, site_url):
            yield body_blocked.RULE.at(find(what), what=what)
        for what in find_page_wide(tags):
            fact, remedy = body_blocked.PAGE_WIDE, body_blocked.TAKE_OUT
            yield body_blocked.RULE.at(find(what), fact=fact, remedy=remedy, what=what)
        for what, name in find_ids_of_frame(tags):
            ways = (f'id="{name}"', f"id='{name}'", f"id={name}", f"#{name}}}", f"#{name} ")
            at, fact = find_in_source(survey.folder.root, place, *ways), body_blocked.ID_OF_FRAME
            yield body_blocked.RULE.at(at, fact=fact, remedy=body_blocked.OTHER_ID, what=what)


def find_foreign_ratings(survey: Survey, bodies: Mapping[str, str]) -> Iterator[Problem]:
    """Yield a problem for each body, and each template of the site's own, that marks up ratings.

    Templates are read, not the pages that are made of them: so it has a line, and costs nothing.
    """
    records: list[Story | StaticPage] = [*survey.site.stories, *survey.site.pages]
    for record in records:
        marked = next(find_rating_markup(bodies.get(record.file, "")), None)
        if marked:
            yield rating_markup.RULE.at(record.place(), name=marked.name)
    root = survey.folder.root
    *own, _brought = theme_folders(root)
    templates = (path for folder in own for path in list_tree(folder) if path.suffix == ".html")
    for template in filter(Path.is_file, templates):
        name = template.relative_to(root).as_posix()
        for marked in find_rating_markup(template.read_text("utf-8", "replace")):
            yield rating_markup.RULE.at(Place(name, marked.line), name=marked.name)
