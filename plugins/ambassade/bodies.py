"""The bodies of stories and static pages, as Pelican rendered them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ambassade.rules.building import body_not_read

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ambassade.problem import Problem
    from ambassade.public import StaticPage, Story
    from ambassade.survey import Survey


def put_under(html: str, base: str) -> str:
    """Return `html` with its root-relative addresses under the path `base` of the site."""
    if not base:
        return html
    outside = re.compile(
        rf"""(?P<before>\s(?:href|src|poster)=["'])/(?!/|{re.escape(base[1:])}/)"""
    )
    return outside.sub(rf"\g<before>{base}/", html)


def find_unread(survey: Survey, bodies: dict[str, str]) -> Iterator[Problem]:
    """Yield a problem for each story and page whose body Pelican did not read."""
    records: list[Story | StaticPage] = [*survey.site.stories, *survey.site.pages]
    for record in records:
        if record.file not in bodies:
            yield body_not_read.RULE.at(record.place())
