"""sitemap.xml (sitemaps.org 0.9): every page that may be indexed; an index where there are many.

Google Search Central: at most 50,000 addresses and 50 MB a file; `lastmod` only where it is true
(the content's date), `priority` and `changefreq` are ignored.
"""

from __future__ import annotations

from functools import cache
from itertools import chain, count, takewhile
from operator import itemgetter
from typing import TYPE_CHECKING

from ambassade.ids import make_ids
from ambassade.kept.kept_file import digest
from ambassade.markup.xml_text import document, element

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from datetime import date

    from ambassade.page_lines import PageLines
    from ambassade.public_site import PublicSite

    # An address below the site's, and when its page last changed.
    Entry = tuple[str, date | None]

MOST_ADDRESSES = 50_000
MOST_BYTES = 45_000_000
_NAME = "sitemap.xml"
# So many bytes stand around an address.
_AROUND = 80
_NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"


def key_of(site: PublicSite, pages: PageLines) -> bytes:
    """Return a hash of all that is told here."""
    return digest(make_ids(site.settings).url("").encode(), *pages.tell_indexable())


def names_in(site: PublicSite, pages: PageLines, was_there: Callable[[str], bool]) -> Iterator[str]:
    """Yield the names of sitemap.xml and of its parts among the files that there were."""
    yield _NAME
    number, size = pages.weigh_indexable()
    before = len(make_ids(site.settings).url("").encode())
    # Of one file there are no parts, whatever lies there.
    if number > MOST_ADDRESSES or size + number * (_AROUND + before) > MOST_BYTES:
        yield from takewhile(was_there, map(_name_part, count(1)))


def make(site: PublicSite, pages: PageLines) -> Iterator[tuple[str, bytes]]:
    """Yield sitemap.xml, and the parts it lists when the pages are too many for one file."""
    url = make_ids(site.settings).url
    listed = sorted(pages.list_indexable(), key=itemgetter(0))
    parts = list(split(listed, len(url("").encode()), MOST_ADDRESSES, MOST_BYTES))
    if len(parts) == 1:
        yield _NAME, _write("urlset", _write_entries("url", listed, url))
        return
    newest: list[Entry] = []
    for number, part in enumerate(parts, 1):
        name = _name_part(number)
        yield name, _write("urlset", _write_entries("url", part, url))
        newest.append((name, max(filter(None, (day for _, day in part)), default=None)))
    yield _NAME, _write("sitemapindex", _write_entries("sitemap", newest, url))


def _name_part(number: int) -> str:
    return f"sitemap-{number}.xml"


def split(
    entries: Sequence[Entry], before: int, most: int, most_bytes: int
) -> Iterator[Sequence[Entry]]:
    """Yield the entries in parts of at most `most` and about `most_bytes`; one part at least.

    `before`: how many bytes stand before each address.
    """
    first = size = 0
    for number, (address, _) in enumerate(entries):
        weight = _AROUND + before + (len(address) if address.isascii() else len(address.encode()))
        if number > first and (number - first == most or size + weight > most_bytes):
            yield entries[first:number]
            first, size = number, 0
        size += weight
    yield entries[first:]


def _write_entries(tag: str, entries: Iterable[Entry], url: Callable[[str], str]) -> Iterator[str]:
    @cache
    def tell(day: date | None) -> str:
        return element("lastmod", day.isoformat()) if day else ""

    for address, day in entries:
        yield f"<{tag}>{element('loc', url(address))}{tell(day)}</{tag}>"


def _write(tag: str, entries: Iterable[str]) -> bytes:
    return document(chain([f'<{tag} xmlns="{_NAMESPACE}">'], entries, [f"</{tag}>"]))
