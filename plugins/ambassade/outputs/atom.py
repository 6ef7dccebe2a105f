"""Atom feeds (RFC 4287): of the site and of each item, in every language."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, SubElement, tostring

from ambassade.ids import make_ids
from ambassade.locale import translations

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from ambassade.ids import Ids
    from ambassade.page import PageLine
    from ambassade.public import PublicItem, PublicReview
    from ambassade.public_site import PublicSite

_NAMESPACE = "http://www.w3.org/2005/Atom"
_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def make(site: PublicSite, pages: Sequence[PageLine]) -> Iterator[tuple[str, bytes]]:  # noqa: ARG001
    """Yield the site's feeds."""
    addresses, company = site.settings.addresses, site.settings.company.name
    for language in site.settings.languages:
        _ = translations(language).gettext
        title = _("Customer reviews of {company}").format(company=company)
        feed = addresses.of_feed(language)
        yield feed, _write_feed(site, language, feed, addresses.of_wall(language), title)


def make_of_item(site: PublicSite, item: PublicItem) -> Iterator[tuple[str, bytes]]:
    """Yield the feeds of an item."""
    for language, feed in zip(site.settings.languages, names_of_item(site, item), strict=True):
        _ = translations(language).gettext
        title = _("{name}: customer reviews").format(name=item.name(language))
        page = site.settings.addresses.of_item(language, item.slug)
        yield feed, _write_feed(site, language, feed, page, title, item.reviews)


def names_of_item(site: PublicSite, item: PublicItem) -> Iterator[str]:
    """Yield the paths of an item's feeds, in the order of the site's languages."""
    for language in site.settings.languages:
        yield site.settings.addresses.of_item_feed(language, item.slug)


def _write_feed(
    site: PublicSite,
    language: str,
    address: str,
    page: str,
    title: str,
    reviews: Sequence[PublicReview] | None = None,
) -> bytes:
    ids = make_ids(site.settings)
    entries = (site.reviews if reviews is None else reviews)[: site.settings.feed_length]
    root = Element("feed", {"xmlns": _NAMESPACE, _XML_LANG: language})
    SubElement(root, "id").text = ids.url(address)
    SubElement(root, "title").text = title
    SubElement(root, "updated").text = _moment(
        max((review.last_modified for review in entries), default=None)
    )
    SubElement(root, "link", rel="self", type="application/atom+xml", href=ids.url(address))
    SubElement(root, "link", rel="alternate", type="text/html", href=ids.url(page))
    author = SubElement(root, "author")
    SubElement(author, "name").text = site.settings.company.name
    for review in entries:
        root.append(_entry(review, site, ids, language))
    return bytes(tostring(root, encoding="utf-8", xml_declaration=True)) + b"\n"


def _entry(review: PublicReview, site: PublicSite, ids: Ids, language: str) -> Element:
    _ = translations(language).gettext
    about = site.item(review.item)
    item_name = about.name(language) if about else review.item
    author = review.author.name or _("Anonymous customer")
    entry = Element("entry", {_XML_LANG: review.in_language})
    SubElement(entry, "id").text = ids.review_url(review)
    SubElement(entry, "title").text = review.name or _("{author} on {name}").format(
        author=author, name=item_name
    )
    SubElement(entry, "updated").text = _moment(review.last_modified)
    SubElement(entry, "published").text = _moment(review.date_published)
    address = ids.url(site.address_of(review, language))
    SubElement(entry, "link", rel="alternate", type="text/html", href=address)
    SubElement(SubElement(entry, "author"), "name").text = author
    SubElement(entry, "category", term=review.item, label=item_name)
    for topic in review.keywords:
        SubElement(entry, "category", term=topic.slug, label=topic.name)
    if review.labels.publisher and review.labels.publisher_url:
        SubElement(entry, "link", rel="via", href=review.labels.publisher_url)
    if review.body:
        SubElement(entry, "summary", type="text").text = review.body.text
        SubElement(entry, "content", type="html").text = review.body.html
    elif review.review_rating:
        value = f"{review.review_rating.rating_value}/{review.review_rating.best_rating}"
        SubElement(entry, "summary", type="text").text = value
    return entry


def _moment(day: date | None) -> str:
    """Return a day as the moment that Atom wants; a feed of nothing was never updated."""
    return f"{day.isoformat() if day else '1970-01-01'}T00:00:00Z"
