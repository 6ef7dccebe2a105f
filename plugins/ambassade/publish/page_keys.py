"""What a rendered page hangs on, as a hash: the same hash, the same bytes.

An item's pages show that item. Lists of several items' reviews show those reviews, and what they say
of their items. All of them show the frame: settings, theme, the names of stories and static pages.
Other pages are few, and have no hash: they are always rendered.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

import msgspec

from ambassade.frame import hash_code, hash_files
from ambassade.kept_file import digest
from ambassade.publish.shown_pictures import find_shown
from ambassade.security_policy import content_policy

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from ambassade.page import Page
    from ambassade.picture_variants import Offered
    from ambassade.public import PublicHashes, PublicItem, PublicReview
    from ambassade.public_site import PublicSite

_LISTS = frozenset({"wall", "topic"})
_encoder = msgspec.msgpack.Encoder()


@dataclass(slots=True)
class PageKeys:
    """Makes the keys of one site's pages. `hashes` by item, `offered` the copies of pictures."""

    site: PublicSite
    hashes: Mapping[str, PublicHashes]
    offered: Mapping[str, Offered]
    templates: Sequence[Path]
    frame: bytes = b""
    _reviews: dict[str, bytes] = field(default_factory=dict)
    _items: bytes = b""

    def __post_init__(self) -> None:
        """Hash what all pages have in common."""
        for item in self.site.items:
            hashed = self.hashes[item.slug].reviews
            self._reviews.update(
                (review.key, each) for review, each in zip(item.reviews, hashed, strict=True)
            )
        self._items = digest(*self._faces())
        self.frame = digest(hash_code(), *self._common())

    def of_item(self, item: PublicItem) -> bytes:
        """Return the key of all pages of an item."""
        hashed = self.hashes[item.slug]
        alone = replace(self.site, items=(item,), reviews=item.reviews, stories=())
        pictures = (repr(self.offered.get(one.path)).encode() for one, _ in find_shown(alone))
        return digest(self.frame, hashed.item, b"".join(hashed.reviews), *pictures)

    def of_page(self, page: Page) -> bytes | None:
        """Return the key of a page that is of no one item; None where it has none."""
        if page.kind not in _LISTS:
            return None
        told = _encoder.encode((replace(page, content=None), page.content.paging))
        items = self._items if page.kind == "wall" else b""
        return digest(self.frame, told, items, *self._of_reviews(page.content.reviews))

    def _of_reviews(self, reviews: Sequence[PublicReview]) -> Iterator[bytes]:
        yield b"".join(self._reviews[review.key] for review in reviews)
        yield b"".join(self.hashes[review.item].face for review in reviews)
        pictures = (review.author.image for review in reviews if review.author.image)
        yield from (repr(self.offered.get(one.path)).encode() for one in pictures)

    def _faces(self) -> Iterator[bytes]:
        for item in self.site.items:
            yield self.hashes[item.slug].face
            yield str(len(item.reviews)).encode()

    def _common(self) -> Iterator[bytes]:
        site = self.site
        told = (site.settings, site.stories, site.pages, bool(site.topics), site.drafts)
        yield repr(told).encode()
        yield content_policy(site).encode()
        company = site.settings.company
        for picture in filter(None, (company.logo, company.image)):
            yield repr(self.offered.get(picture.path)).encode()
        yield hash_files(self.templates)
        if len(self.templates) > 1 and (self.templates[0] / "templates").exists():
            # A site's own templates may show whatever they like of it.
            yield self._items
            yield from self._reviews.values()
            yield from (each.item for each in self.hashes.values())
