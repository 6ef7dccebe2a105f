"""Links and pictures of the bodies of stories and static pages that lead to nothing within the site.

In: the bodies, the new site with all that is in it, of whomever. Out: a problem for each that is lost.
"""

from __future__ import annotations

import os
from posixpath import normpath
from typing import TYPE_CHECKING, Final, NamedTuple
from urllib.parse import unquote, urljoin, urlsplit

from ambassade.addresses import file_of
from ambassade.markup.body_links import pictures_in
from ambassade.markup.start_tags import list_start_tags
from ambassade.place_in_source import find_in_source
from ambassade.rules.building import body_link

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ambassade.problem import Problem
    from ambassade.public import StaticPage, Story
    from ambassade.publish.new_tree import NewTree
    from ambassade.settings import Settings
    from ambassade.survey.surveyed import Survey

_LEADS: Final = frozenset({"href", "src", "poster"})
# What these name is told with the tag itself.
_NO_LINKS: Final = frozenset({"base", "link"})
# How a link begins that does not count from the page's own address.
_ROOTED: Final = ("/", "http://", "https://")


class _Link(NamedTuple):
    """A link as it is typed, and the path below the site to which it leads."""

    typed: str
    path: str


def find_lost_links(survey: Survey, bodies: Mapping[str, str], tree: NewTree) -> Iterator[Problem]:
    """Yield a problem for each link of a body to what the finished site in `tree` has not.

    A path from the root, or from the site's full address, may be another program's of the same host: it
    is told only where its first folder is one of the site.
    """
    for page in survey.others:
        if page.kind not in {"story", "page"}:
            continue
        record = page.content.story if page.kind == "story" else page.content
        html, base = bodies.get(record.file, ""), survey.site.settings.base
        told = {*pictures_in(html, base)}
        for link in _links_in(html, survey.site.settings, page.address):
            is_ours = not link.typed.startswith(_ROOTED) or os.path.isdir(  # noqa: PTH112 - raises nothing
                f"{tree.folder}/{link.path.partition('/')[0]}"
            )
            if is_ours and link.path not in told and not _is_there(link.path, tree):
                yield _describe(survey, record, page.address, link)


def _links_in(html: str, settings: Settings, address: str) -> Iterator[_Link]:
    """Yield what leads to the site, each once, of the body of the page at `address`."""
    root, whole = f"{settings.base}/", f"{settings.site_url}/"
    tags = (given for tag, given in list_start_tags(html) if tag not in _NO_LINKS)
    found = (value for given in tags for name, value in given.items() if name in _LEADS and value)
    for typed in dict.fromkeys(found):
        try:
            parts = urlsplit(typed)
        except ValueError:
            continue
        is_far = (parts.scheme or parts.netloc) and not typed.startswith(whole)
        # Braces and bars are Pelican's: what it could not resolve is told as such.
        if is_far or not parts.path or unquote(typed)[0] in "{|":
            continue
        path = unquote(urljoin(f"{root}{address}", parts.path))
        if path.startswith(unquote(root)):
            yield _Link(typed, path.removeprefix(unquote(root)))


def _is_there(path: str, tree: NewTree) -> bool:
    """Tell whether a server finds something there: many know `about` as `about.html` or a folder."""
    bare = path.rstrip("/")
    names = {path, file_of(path), f"{bare}/index.html", f"{bare}.html"}
    return any(name in tree.files or tree.stays(name) for name in names)


def _describe(survey: Survey, record: Story | StaticPage, address: str, link: _Link) -> Problem:
    base, root = survey.site.settings.base, survey.folder.root
    if link.typed.startswith(_ROOTED):
        typed = link.typed.removeprefix(base)
        return body_link.RULE.at(find_in_source(root, record.place(), typed), link=typed)
    right = _find_right_form(survey, record, link)
    return body_link.RULE.at(
        find_in_source(root, record.place(), link.typed),
        remedy=body_link.RIGHT if right else body_link.RELATIVE,
        link=link.typed,
        right=right,
        address=f"{base}/{address}",
    )


def _find_right_form(survey: Survey, record: Story | StaticPage, link: _Link) -> str:
    """Return how the file of `content/` that is likely meant is linked to; empty if there is none."""
    content = survey.folder.content
    typed = unquote(urlsplit(link.typed).path)
    beside = os.path.relpath((survey.folder.root / record.file).parent, content)
    for path in (f"{beside}/{typed}", typed, f"images/{typed}", link.path):
        name = normpath(path)
        if not name.startswith("../") and os.path.isfile(content / name):  # noqa: PTH113 - raises nothing
            return f"{{{'filename' if name.endswith('.md') else 'static'}}}/{name}"
    return ""
