"""The pictures that some page shows, and how large; no other leaves `content/images/`."""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING

from ambassade.picture_variants import Use
from ambassade.public import Picture

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ambassade.public_site import PublicSite


def find_shown(site: PublicSite) -> Iterator[tuple[Picture, Use | None]]:
    """Yield each shown picture with how it is shown; with None one that only other sites show."""
    company = site.settings.company
    if company.logo:
        yield company.logo, Use.SMALL
    if company.image:
        yield company.image, None
    for item in site.items:
        yield from ((picture, Use.MIDDLE) for picture in item.item.image)
    for review in filter(attrgetter("has_media"), site.reviews):
        yield from ((picture, Use.MIDDLE) for picture in review.image)
        if review.author.image:
            yield review.author.image, Use.SMALL
        if review.video and isinstance(review.video.thumbnail_url, Picture):
            yield review.video.thumbnail_url, Use.MIDDLE
    yield from ((story.image, Use.WIDE) for story in site.stories if story.image)
    clients = {story.client for story in site.stories}
    logos = site.settings.client_logos.items()
    yield from ((logo, Use.SMALL) for name, logo in logos if name in clients)


def shown_pictures(site: PublicSite) -> Iterator[Picture]:
    """Yield the pictures that some page shows."""
    yield from (picture for picture, _ in find_shown(site))
