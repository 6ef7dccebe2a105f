"""What a rendered page hangs on, as a hash: the same hash, the same bytes.

An item's pages show that item, each of them the words of few of its reviews. Lists of several items'
reviews show those reviews, and what they say of their items. All of them show the frame: settings, theme,
the names of stories and static pages. Other pages are few, and have no hash: they are always rendered.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from operator import attrgetter
from typing import TYPE_CHECKING

import msgspec
from msgspec import structs

from ambassade.kept.frame import hash_code, hash_files
from ambassade.kept.kept_file import digest
from ambassade.page import Page
from ambassade.public import hashes_of
from ambassade.public_site import list_with_media
from ambassade.publish.shown_pictures import find_shown_of
from ambassade.security_policy import content_policy

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from ambassade.pictures.picture_variants import Offered
    from ambassade.public import PublicHashes, PublicItem, PublicReview
    from ambassade.public_site import PublicSite

_LISTS = frozenset({"wall", "topic"})
_tell_page = attrgetter(*(name for name in Page.__struct_fields__ if name != "content"))
_encoder = msgspec.msgpack.Encoder()


def _without_words(review: PublicReview) -> PublicReview:
    return structs.replace(review, name=None, body=None, excerpt=None, reply=None)


def name_list(page: Page) -> str:
    """Return which list a page is of, by a name that no item's folder has; nothing where it is of none."""
    if page.kind == "topic":
        return f"topic {page.content.topic.slug}"
    return "the wall" if page.kind == "wall" else ""


@dataclass(slots=True)
class PageKeys:
    """Makes the keys of one site's pages. `hashes` by item, `offered` the copies of pictures.

    `of_items`: by item, the key of all its pages.
    """

    site: PublicSite
    hashes: Mapping[str, PublicHashes]
    offered: Mapping[str, Offered]
    templates: Sequence[Path]
    frame: bytes = b""
    of_items: Mapping[str, bytes] = field(default_factory=dict)
    # By the numbers of the objects, which the site holds: lists ask for each a dozen times.
    _marks: dict[int, bytes] = field(default_factory=dict)
    _items: bytes = b""
    # By item, of all its reviews.
    _reviews: dict[str, bytes] = field(default_factory=dict)
    # The items of which some review has pictures or a film.
    _illustrated: set[str] = field(default_factory=set)
    # Of the reviews that a page shows, by the number of what holds them: pages in other languages show the
    # same ones.
    _shown: dict[int, bytes] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Hash what all pages have in common."""
        for item in self.site.items:
            face, hashes = self.hashes[item.slug].face, hashes_of(item.reviews)
            self._reviews[item.slug] = b"".join(hashes)
            for review, hashed in zip(item.reviews, hashes, strict=True):
                self._marks[id(review)] = hashed + face
        for review in list_with_media(self.site):
            self._illustrated.add(review.item)
            if review.author.image:
                copies = repr(self.offered.get(review.author.image.path)).encode()
                mark = digest(self._marks[id(review)], copies)
                self._marks[id(review)] = mark + self.hashes[review.item].face
        self._items = digest(*self._faces(), bytes([self.site.ledger.received > 0]))
        self.frame = digest(hash_code(), *self._common())
        self.of_items = {item.slug: self._of_item(item) for item in self.site.items}

    def of_face(self, item: PublicItem) -> bytes:
        """Return what all pages of an item hang on: all but the words of its reviews, which few pages show.

        The item is one that was read.
        """
        traits = (
            _encoder.encode((bool(one.name), one.has_body, bool(one.reply), _without_words(one)))
            for one in item.reviews
        )
        return digest(self.frame, self.hashes[item.slug].item, *self._tell_pictures(item), *traits)

    def of_item_page(self, page: Page, face: bytes, marks: Iterable[bytes]) -> bytes:
        """Return the key of one page of an item that shows the words of reviews with these `marks`."""
        return digest(face, _encoder.encode(_tell_page(page)), *marks)

    def mark_reviews(self, item: str) -> dict[str, bytes]:
        """Return by the identifier of each review of an item what its card hangs on, besides the frame."""
        reviews = self.site.by_slug[item].reviews
        return {review.identifier: self._marks[id(review)] for review in reviews}

    def mark_cards(self, item: str) -> dict[str, bytes]:
        """Return by the identifier of each review of an item all that its card hangs on."""
        return {each: digest(self.frame, mark) for each, mark in self.mark_reviews(item).items()}

    def _of_item(self, item: PublicItem) -> bytes:
        hashed, reviews = self.hashes[item.slug], self._reviews[item.slug]
        return digest(self.frame, hashed.item, reviews, *self._tell_pictures(item))

    def _tell_pictures(self, item: PublicItem) -> Iterator[bytes]:
        # Most have none.
        if item.item.image or item.slug in self._illustrated:
            for picture, _, _ in find_shown_of(item):
                yield repr(self.offered.get(picture.path)).encode()

    def of_list(self, pages: Sequence[Page]) -> bytes:
        """Return the key of all pages of a list in all languages; the first ones tell the rest."""
        first = [page for page in pages if page.content.paging.number == 1]
        language = first[0].language
        shown = [self._of_reviews(one.content.reviews) for one in pages if one.language == language]
        told = (self._tell(page) for page in first)
        return digest(self.frame, self._items_of(first[0]), b"".join(shown), *told)

    def of_page(self, page: Page) -> bytes | None:
        """Return the key of a page that is of no one item; None where it has none."""
        if page.kind not in _LISTS:
            return None
        shown = self._of_reviews(page.content.reviews)
        return digest(self.frame, self._tell(page), self._items_of(page), shown)

    def _tell(self, page: Page) -> bytes:
        return _encoder.encode([*_tell_page(page), page.content.paging])

    def _items_of(self, page: Page) -> bytes:
        return self._items if page.kind == "wall" else b""

    def _of_reviews(self, reviews: Sequence[PublicReview]) -> bytes:
        told = self._shown.get(id(reviews))
        if told is None:
            # All are of one length.
            marks = self._marks
            told = digest(b"".join([marks[id(review)] for review in reviews]))
            self._shown[id(reviews)] = told
        return told

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
            yield from self._marks.values()
            yield from (each.item for each in self.hashes.values())
