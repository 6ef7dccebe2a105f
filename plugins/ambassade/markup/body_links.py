"""What the bodies that Pelican rendered say in tags: addresses under the site's path, pictures, columns."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import unquote

if TYPE_CHECKING:
    from collections.abc import Iterator

_TAG = re.compile(r"<[a-zA-Z][^>]*>")
_ALIGNED = re.compile(r'(?P<cell><t[dh]) style="text-align: (?P<side>left|center|right);"')
_UNRESOLVED = re.compile(r"""\s(?:src|href|poster)=["'](\{[a-z]+\}[^"']*)["']""")
_LOCAL_PICTURE = re.compile(r"""\s(?:src|href|poster)=["'](/[^"'?#]*)""")
_CHOICE = re.compile(r"""\ssrcset=["'][^"']*""")
_CHOSEN = re.compile(r"""(?<=[\s,"'])/[^\s,?#]*""")


def put_under(html: str, base: str) -> str:
    """Return `html` with the root-relative addresses of its tags under the path `base`."""
    if not base:
        return html
    own = re.escape(base[1:])
    outside = re.compile(rf"""(?P<before>\s(?:href|src|poster)=["'])/(?!/|{own}(?:[/?#"']))""")
    chosen = re.compile(rf"""(?<=[\s,"'])/(?!/|{own}(?:[/?#"',\s]|$))""")

    def put(tag: re.Match[str]) -> str:
        there = outside.sub(rf"\g<before>{base}/", tag.group())
        return _CHOICE.sub(lambda choice: chosen.sub(f"{base}/", choice.group()), there)

    end = _end_of_tags(html)
    return _TAG.sub(put, html[:end]) + html[end:]


def align_by_class(html: str) -> str:
    """Return `html` with the columns of Markdown's tables aligned by class: no page has a style attribute."""
    return _ALIGNED.sub(r'\g<cell> class="align-\g<side>"', html)


def unresolved_in(html: str) -> Iterator[str]:
    """Yield the links that Pelican could not resolve: they still have its braces."""
    for tag in _TAG.finditer(html, 0, _end_of_tags(html)):
        yield from _UNRESOLVED.findall(unquote(tag.group()))


def without_page_in(html: str, base: str) -> Iterator[str]:
    """Yield the links to what has no page on the site: drafts, tags, categories, authors."""
    led = re.compile(rf"""\shref=["']{re.escape(base)}/(\{{[a-z]+\}}[^"']*)["']""")
    for tag in _TAG.finditer(html, 0, _end_of_tags(html)):
        yield from led.findall(unquote(tag.group()))


def pictures_in(html: str, base: str) -> Iterator[str]:
    """Yield the paths, below the site's, of the pictures of `content/images/` that `html` names."""
    root = f"{unquote(base)}/"
    for tag in _TAG.finditer(html, 0, _end_of_tags(html)):
        for found in _list_local(tag.group()):
            path = unquote(found).removeprefix(root).removeprefix("/")
            if path.startswith("images/") and ".." not in path:
                yield path


def _list_local(tag: str) -> Iterator[str]:
    """Yield the paths from the root that a tag names; first those that count for its size."""
    yield from _LOCAL_PICTURE.findall(tag)
    for choice in _CHOICE.findall(tag):
        yield from _CHOSEN.findall(choice)


def _end_of_tags(html: str) -> int:
    """Return where the last tag ends: beyond it thousands of `<a` would each be looked through to the end."""
    return html.rfind(">") + 1
