"""sitemap.xml (sitemaps.org 0.9): every page that may be indexed; an index where there are many.

Google Search Central: at most 50,000 addresses and 50 MB a file; `lastmod` only where it is true
(the content's date), `priority` and `changefreq` are ignored.
"""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from ambassade.ids import make_ids

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

    from ambassade.ids import Ids
    from ambassade.page import PageLine
    from ambassade.public_site import PublicSite

MOST_ADDRESSES = 50_000
MOST_BYTES = 45_000_000
_NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"


def make(site: PublicSite, pages: Sequence[PageLine]) -> Iterator[tuple[str, bytes]]:
    """Yield sitemap.xml, and the parts it lists when the pages are too many for one file."""
    ids = make_ids(site.settings)
    listed = sorted((page for page in pages if page.indexable), key=lambda page: page.address)
    parts = list(split(listed, MOST_ADDRESSES, MOST_BYTES, ids))
    if len(parts) == 1:
        yield "sitemap.xml", _write_urls(parts[0], ids)
        return
    entries = []
    for number, part in enumerate(parts, 1):
        name = f"sitemap-{number}.xml"
        yield name, _write_urls(part, ids)
        newest = max((page.modified for page in part if page.modified), default=None)
        entries.append(_write_entry("sitemap", ids.url(name), newest))
    yield "sitemap.xml", _write("sitemapindex", entries)


def split(
    pages: Sequence[PageLine], most: int, most_bytes: int, ids: Ids
) -> Iterator[list[PageLine]]:
    """Yield the pages in parts of at most `most` addresses and about `most_bytes`; one at least."""
    part: list[PageLine] = []
    size = 0
    for page in pages:
        weight = 80 + len(ids.url(page.address).encode())
        if part and (len(part) == most or size + weight > most_bytes):
            yield part
            part, size = [], 0
        part.append(page)
        size += weight
    yield part


def _write_urls(pages: Sequence[PageLine], ids: Ids) -> bytes:
    entries = (_write_entry("url", ids.url(page.address), page.modified) for page in pages)
    return _write("urlset", entries)


def _write_entry(tag: str, address: str, modified: date | None) -> str:
    told = f"<lastmod>{modified.isoformat()}</lastmod>" if modified else ""
    return f"<{tag}><loc>{escape(address, quote=False)}</loc>{told}</{tag}>"


def _write(tag: str, entries: Iterable[str]) -> bytes:
    # An ElementTree of so many elements takes three times as long.
    told = f'<{tag} xmlns="{_NAMESPACE}">{"".join(entries)}</{tag}>'
    return f"<?xml version='1.0' encoding='utf-8'?>\n{told}\n".encode()
