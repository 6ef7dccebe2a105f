"""sitemap.xml (sitemaps.org 0.9): every page that may be indexed; an index where there are many.

Google Search Central: at most 50,000 addresses and 50 MB a file; `lastmod` only where it is true
(the content's date), `priority` and `changefreq` are ignored.
"""

from __future__ import annotations

from datetime import date
from html import escape
from itertools import starmap
from operator import attrgetter
from typing import TYPE_CHECKING

from ambassade.ids import make_ids

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from ambassade.page import PageLine
    from ambassade.public_site import PublicSite

MOST_ADDRESSES = 50_000
MOST_BYTES = 45_000_000
# An address, and when what is there last changed.
Entry = tuple[str, date | None]
_NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"


def make(site: PublicSite, pages: Sequence[PageLine]) -> Iterator[tuple[str, bytes]]:
    """Yield sitemap.xml, and the parts it lists when the pages are too many for one file."""
    url = make_ids(site.settings).url
    listed = sorted((page for page in pages if page.indexable), key=attrgetter("address"))
    entries = [(url(page.address), page.modified) for page in listed]
    parts = list(split(entries, MOST_ADDRESSES, MOST_BYTES))
    if len(parts) == 1:
        yield "sitemap.xml", _write("urlset", starmap(_write_url, parts[0]))
        return
    listing = []
    for number, part in enumerate(parts, 1):
        name = f"sitemap-{number}.xml"
        yield name, _write("urlset", starmap(_write_url, part))
        newest = max((modified for _, modified in part if modified), default=None)
        listing.append(_write_entry("sitemap", url(name), newest))
    yield "sitemap.xml", _write("sitemapindex", listing)


def split(entries: Sequence[Entry], most: int, most_bytes: int) -> Iterator[list[Entry]]:
    """Yield the entries in parts of at most `most` and about `most_bytes`; one at least."""
    part: list[Entry] = []
    size = 0
    for entry in entries:
        weight = 80 + len(entry[0].encode())
        if part and (len(part) == most or size + weight > most_bytes):
            yield part
            part, size = [], 0
        part.append(entry)
        size += weight
    yield part


def _write_url(address: str, modified: date | None) -> str:
    return _write_entry("url", address, modified)


def _write_entry(tag: str, address: str, modified: date | None) -> str:
    told = f"<lastmod>{modified.isoformat()}</lastmod>" if modified else ""
    return f"<{tag}><loc>{escape(address, quote=False)}</loc>{told}</{tag}>"


def _write(tag: str, entries: Iterable[str]) -> bytes:
    # An ElementTree of so many elements takes three times as long.
    told = f'<{tag} xmlns="{_NAMESPACE}">{"".join(entries)}</{tag}>'
    return f"<?xml version='1.0' encoding='utf-8'?>\n{told}\n".encode()
