"""Atom feeds (RFC 4287): of the site and of each item, in every language."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from ambassade.disclosed_ties import has_ties, tell_ties
from ambassade.ids import make_ids
from ambassade.locale import translations
from ambassade.markup.xml_text import attribute, document, element
from ambassade.problem import N_
from ambassade.public import last_modified_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from ambassade.ids import Ids
    from ambassade.page_lines import PageLines
    from ambassade.public import PublicItem, PublicReview, Rating
    from ambassade.public_site import PublicSite

_NAMESPACE = "http://www.w3.org/2005/Atom"
_TEXT, _HTML = attribute("type", "text"), attribute("type", "html")


def make(site: PublicSite, pages: PageLines) -> Iterator[tuple[str, bytes]]:  # noqa: ARG001
    """Yield the site's feeds."""
    addresses, company = site.settings.addresses, site.settings.company.name
    entries = _list_entries(site, site.reviews)
    for language in site.settings.languages:
        _ = translations(language).gettext
        title = _("Customer reviews of {company}").format(company=company)
        feed = addresses.of_feed(language)
        yield feed, _write_feed(site, language, feed, addresses.of_wall(language), title, entries)


def make_of_item(site: PublicSite, item: PublicItem) -> Iterator[tuple[str, bytes]]:
    """Yield the feeds of an item."""
    entries = _list_entries(site, item.reviews)
    for language, feed in zip(site.settings.languages, names_of_item(site, item), strict=True):
        _ = translations(language).gettext
        title = _("{name}: customer reviews").format(name=item.name(language))
        page = site.settings.addresses.of_item(language, item.slug)
        yield feed, _write_feed(site, language, feed, page, title, entries)


def names_of_item(site: PublicSite, item: PublicItem) -> Iterator[str]:
    """Yield the paths of an item's feeds, in the order of the site's languages."""
    for language in site.settings.languages:
        yield site.settings.addresses.of_item_feed(language, item.slug)


def _list_entries(
    site: PublicSite, reviews: Sequence[PublicReview]
) -> list[tuple[PublicReview, str, str]]:
    """Return the newest reviews, each with how its entry begins and ends in every language."""
    ids = make_ids(site.settings)
    newest = reviews[: site.settings.feed_length]
    return [(review, _begin(review, ids), _end(review, site)) for review in newest]


def _write_feed(
    site: PublicSite,
    language: str,
    address: str,
    page: str,
    title: str,
    entries: Sequence[tuple[PublicReview, str, str]],
) -> bytes:
    ids = make_ids(site.settings)
    updated = _moment(last_modified_of(review for review, _, _ in entries))
    parts = [
        f"<feed{attribute('xmlns', _NAMESPACE)}{attribute('xml:lang', language)}>",
        element("id", ids.url(address)),
        element("title", title),
        element("updated", updated),
        _link("self", ids.url(address), "application/atom+xml"),
        _link("alternate", ids.url(page), "text/html"),
        _author(site.settings.company.name),
    ]
    for review, begin, end in entries:
        parts += begin, *_say_in(language, review, site, ids), end
        if _must_be_told(review, site):
            parts += _say_with_ties(language, review, site)
        parts.append("</entry>")
    return document([*parts, "</feed>"])


def _begin(review: PublicReview, ids: Ids) -> str:
    """Return how an entry begins, its title where it has one of its own."""
    title = element("title", review.name) if review.name else ""
    opened = f"<entry{attribute('xml:lang', review.in_language)}>"
    return f"{opened}{element('id', ids.review_url(review))}{title}"


def _say_in(language: str, review: PublicReview, site: PublicSite, ids: Ids) -> Iterator[str]:
    """Yield the parts of an entry that are not the same in every language."""
    _ = translations(language).gettext
    about = site.item(review.item)
    item_name = about.name(language) if about else review.item
    author = review.author.name or _("Anonymous customer")
    if not review.name:
        title = _("{author} on {name}").format(author=author, name=item_name)
        yield element("title", title, attribute("xml:lang", language))
    yield element("updated", _moment(review.last_modified))
    yield element("published", _moment(review.date_published))
    yield _link("alternate", ids.url(site.address_of(review, language)), "text/html")
    yield _author(author)
    yield _category(review.item, item_name)


def _must_be_told(review: PublicReview, site: PublicSite) -> bool:
    """Tell whether something must be said before its words: of its author, or that it was selected."""
    return has_ties(review.labels) or _is_selected(review, site)


def _is_selected(review: PublicReview, site: PublicSite) -> bool:
    about = site.item(review.item)
    return about is not None and not about.item.is_complete


def _end(review: PublicReview, site: PublicSite) -> str:
    """Return how an entry ends: its topics, where it comes from; its words, where they may stand alone."""
    parts = [_category(topic.slug, topic.name) for topic in review.keywords]
    if review.labels.publisher and review.labels.publisher_url:
        parts.append(_link("via", review.labels.publisher_url))
    if _must_be_told(review, site):
        return "".join(parts)
    if review.body:
        parts.append(element("summary", review.body.text, _TEXT))
        parts.append(element("content", review.body.html, _HTML))
    elif review.review_rating:
        parts.append(element("summary", _value(review.review_rating), _TEXT))
    return "".join(parts)


def _say_with_ties(language: str, review: PublicReview, site: PublicSite) -> Iterator[str]:
    """Yield the words of such a review, with what must be said before them.

    They have no summary: readers would show it alone.
    """
    catalogue, labels = translations(language), review.labels
    company = site.settings.company.name

    def say(message: str, **values: str) -> str:
        return catalogue.gettext(message) % values

    ties = [*tell_ties(labels, labels.publisher or "", company, say)]
    if _is_selected(review, site):
        ties.append(say(N_("Selected by %(company)s from a larger number"), company=company))
    said = " · ".join(ties)
    if review.body:
        notice = f"<p{attribute('lang', language)}>{escape(said)}</p>\n"
        yield element("content", notice + review.body.html, _HTML)
    elif review.review_rating:
        spoken = _TEXT + attribute("xml:lang", language)
        yield element("summary", f"{_value(review.review_rating)} · {said}", spoken)


def _value(rating: Rating) -> str:
    return f"{rating.rating_value}/{rating.best_rating}"


def _link(relation: str, address: str, kind: str = "") -> str:
    told = attribute("type", kind) if kind else ""
    return element("link", "", f"{attribute('rel', relation)}{told}{attribute('href', address)}")


def _author(name: str) -> str:
    return f"<author>{element('name', name)}</author>"


def _category(term: str, label: str) -> str:
    return element("category", "", f"{attribute('term', term)}{attribute('label', label)}")


def _moment(day: date | None) -> str:
    """Return a day as the moment that Atom wants; a feed of nothing was never updated."""
    return f"{day.isoformat() if day else '1970-01-01'}T00:00:00Z"
