"""The pictures that some page shows, and how large; no other leaves `content/images/`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ambassade.markup.body_links import pictures_in
from ambassade.pictures.picture_variants import Use
from ambassade.public import Picture
from ambassade.public_site import list_with_media

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ambassade.public import PublicItem, PublicReview
    from ambassade.public_site import PublicSite


def find_shown(site: PublicSite) -> Iterator[tuple[Picture, Use | None, str]]:
    """Yield each shown picture, how it is shown, and the file that says so.

    With None one that only other sites show.
    """
    company, settings_file = site.settings.company, site.settings.place("COMPANY").file
    if company.logo:
        yield company.logo, Use.SMALL, settings_file
    if company.image:
        yield company.image, None, settings_file
    for item in site.items:
        yield from _of_item(item)
    for review in list_with_media(site):
        yield from _of_review(review)
    yield from ((story.image, Use.WIDE, story.file) for story in site.stories if story.image)
    clients = {story.client for story in site.stories}
    logos = site.settings.client_logos.items()
    file = site.settings.place("CLIENT_LOGOS").file
    yield from ((logo, Use.SMALL, file) for name, logo in logos if name in clients)


def find_shown_of(item: PublicItem) -> Iterator[tuple[Picture, Use | None, str]]:
    """Yield as `find_shown` the pictures of an item and of its reviews."""
    yield from _of_item(item)
    for review in item.reviews:
        if review.has_media:
            yield from _of_review(review)


def _of_item(item: PublicItem) -> Iterator[tuple[Picture, Use, str]]:
    yield from ((picture, Use.MIDDLE, item.item.file) for picture in item.item.image)


def _of_review(review: PublicReview) -> Iterator[tuple[Picture, Use, str]]:
    file = f"reviews/{review.key}.yaml"
    yield from ((picture, Use.MIDDLE, file) for picture in review.image)
    if review.author.image:
        yield review.author.image, Use.SMALL, file
    if review.video and isinstance(review.video.thumbnail_url, Picture):
        yield review.video.thumbnail_url, Use.MIDDLE, file


def shown_pictures(site: PublicSite) -> Iterator[Picture]:
    """Yield the pictures that some page shows."""
    yield from (picture for picture, _, _ in find_shown(site))


def find_bare(site: PublicSite, bodies: Mapping[str, str]) -> frozenset[str]:
    """Return the paths of the pictures, shown or named by bodies, that are published without metadata."""
    named = (path for html in bodies.values() for path in pictures_in(html, site.settings.base))
    return frozenset({*(picture.path for picture in shown_pictures(site)), *named})
