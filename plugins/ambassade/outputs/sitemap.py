"""sitemap.xml (sitemaps.org 0.9): every page that may be indexed; an index where there are many.

Google Search Central: at most 50,000 addresses and 50 MB a file; `lastmod` only where it is true
(the content's date), `priority` and `changefreq` are ignored.
"""

from __future__ import annotations

from operator import itemgetter
from typing import TYPE_CHECKING

from ambassade.ids import make_ids
from ambassade.xml_text import document, element

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

    from ambassade.page_lines import PageLines
    from ambassade.public_site import PublicSite

MOST_ADDRESSES = 50_000
MOST_BYTES = 45_000_000
_NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"


def make(site: PublicSite, pages: PageLines) -> Iterator[tuple[str, bytes]]:
    """Yield sitemap.xml, and the parts it lists when the pages are too many for one file."""
    url = make_ids(site.settings).url
    listed = sorted(pages.list_indexable(), key=itemgetter(0))
    parts = list(split([url(address) for address, _ in listed], MOST_ADDRESSES, MOST_BYTES))
    days = [modified for _, modified in listed]
    if len(parts) == 1:
        yield "sitemap.xml", _write("urlset", _write_entries("url", parts[0], days))
        return
    newest, start = [], 0
    for number, part in enumerate(parts, 1):
        of_part = days[start : start + len(part)]
        yield f"sitemap-{number}.xml", _write("urlset", _write_entries("url", part, of_part))
        newest.append(max(filter(None, of_part), default=None))
        start += len(part)
    names = [url(f"sitemap-{number}.xml") for number in range(1, len(parts) + 1)]
    yield "sitemap.xml", _write("sitemapindex", _write_entries("sitemap", names, newest))


def split(urls: Sequence[str], most: int, most_bytes: int) -> Iterator[list[str]]:
    """Yield the addresses in parts of at most `most` and about `most_bytes`; one part at least."""
    part: list[str] = []
    size = 0
    for url in urls:
        weight = 80 + (len(url) if url.isascii() else len(url.encode()))
        if part and (len(part) == most or size + weight > most_bytes):
            yield part
            part, size = [], 0
        part.append(url)
        size += weight
    yield part


def _write_entries(tag: str, urls: Sequence[str], days: Sequence[date | None]) -> Iterator[str]:
    told = {day: element("lastmod", day.isoformat()) if day else "" for day in {*days}}
    for url, day in zip(urls, days, strict=True):
        yield f"<{tag}>{element('loc', url)}{told[day]}</{tag}>"


def _write(tag: str, entries: Iterable[str]) -> bytes:
    return document(f'<{tag} xmlns="{_NAMESPACE}">{"".join(entries)}</{tag}>')
