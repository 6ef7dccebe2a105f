"""A review as lists know it; what else may be seen of it is read when a page shows it."""

from __future__ import annotations

from datetime import date
from operator import attrgetter
from typing import TYPE_CHECKING, Annotated, cast

import msgspec

from ambassade.frozen import Frozen
from ambassade.on_demand import OnDemand
from ambassade.public.review import PublicReview

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ambassade.on_demand import Shelf
    from ambassade.public.reviewed_item import PublicItem
    from ambassade.public.values import Topic


class ReviewLine(Frozen, frozen=True):
    """What lists say of a review.

    `changed`: its `last_modified`, where that is later than it was published. `topics`: their numbers
    among those of its item.
    """

    identifier: str
    date_published: date
    changed: date | None
    topics: tuple[Annotated[int, msgspec.Meta(ge=0)], ...]
    featured: bool
    draft: bool
    has_body: bool
    has_media: bool


class ListedReview(OnDemand[PublicReview, ReviewLine]):
    """Stands for a review of an item with these `topics`."""

    # Lists of thousands ask each of them for these.
    __slots__ = ("date_published", "featured", "has_body", "last_modified", "topics")
    _decoder = msgspec.msgpack.Decoder(PublicReview)

    def __init__(
        self, item: str, line: ReviewLine, shelf: Shelf, number: int, topics: Sequence[Topic]
    ) -> None:
        super().__init__(item, line, shelf, number)
        self.date_published = line.date_published
        self.last_modified = line.changed or line.date_published
        self.featured = line.featured
        self.has_body = line.has_body
        self.topics = topics

    draft = property(attrgetter("_line.draft"))
    has_media = property(attrgetter("_line.has_media"))

    @property
    def keywords(self) -> tuple[Topic, ...]:
        """Its topics."""
        return tuple([self.topics[number] for number in self._line.topics])


def make_listed_reviews(
    item: str, lines: Iterable[ReviewLine], shelf: Shelf, topics: Sequence[Topic]
) -> tuple[PublicReview, ...]:
    """Return what stands for the reviews of an item, wherever those are asked for."""
    listed = [ListedReview(item, line, shelf, at, topics) for at, line in enumerate(lines)]
    return cast("tuple[PublicReview, ...]", tuple(listed))


def hashes_of(reviews: Sequence[PublicReview]) -> list[bytes]:
    """Return of each of an item's listed reviews a hash of all that may be seen of it."""
    return ListedReview.hash_together(cast("Sequence[ListedReview]", reviews))


def read_item(item: PublicItem) -> PublicItem:
    """Return an item with its reviews themselves. Raises EnvironmentFault."""
    if not (item.reviews and isinstance(item.reviews[0], ListedReview)):
        return item
    listed = cast("Sequence[ListedReview]", item.reviews)
    return msgspec.structs.replace(item, reviews=tuple(ListedReview.read_together(listed)))
