"""sitemap.xml (sitemaps.org 0.9): every page that may be indexed; an index where there are many.

Google Search Central: at most 50,000 addresses and 50 MB a file; `lastmod` only where it is true
(the content's date), `priority` and `changefreq` are ignored.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, SubElement, tostring

from ambassade.ids import make_ids

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
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
    index = Element("sitemapindex", xmlns=_NAMESPACE)
    for number, part in enumerate(parts, 1):
        name = f"sitemap-{number}.xml"
        yield name, _write_urls(part, ids)
        entry = SubElement(index, "sitemap")
        SubElement(entry, "loc").text = ids.url(name)
        _add_date(entry, max((page.modified for page in part if page.modified), default=None))
    yield "sitemap.xml", _write(index)


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
    root = Element("urlset", xmlns=_NAMESPACE)
    for page in pages:
        entry = SubElement(root, "url")
        SubElement(entry, "loc").text = ids.url(page.address)
        _add_date(entry, page.modified)
    return _write(root)


def _add_date(entry: Element, modified: date | None) -> None:
    if modified:
        SubElement(entry, "lastmod").text = modified.isoformat()


def _write(root: Element) -> bytes:
    return bytes(tostring(root, encoding="utf-8", xml_declaration=True)) + b"\n"
