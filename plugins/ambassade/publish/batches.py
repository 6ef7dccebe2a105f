"""The pages of a site in batches: what one worker plans and renders at a time.

The pages of an item show the same reviews, so they are of one batch as far as that is not too large.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from ambassade.pages import plan_item_pages
from ambassade.public import read_item

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from ambassade.page import Page
    from ambassade.public import PublicItem
    from ambassade.public_site import PublicSite

LARGEST = 200
LARGEST_OF_OTHERS = 32
LARGEST_OF_CARRIED = 1000


@dataclass(frozen=True, slots=True)
class Batch:
    """Some of the pages of an item, or of those that are of none (`slug` is None).

    Or files of the former site to carry over: `names`. Or what is no page and of no item: `further`.
    """

    slug: str | None
    first: int
    last: int
    names: tuple[str, ...] = ()
    further: bool = False


FURTHER: Final = Batch(None, 0, 0, further=True)


def batch_items(counts: Mapping[str, int]) -> list[Batch]:
    """Return batches of the pages of items, `counts` by item."""
    return [
        Batch(slug, first, last)
        for slug, count in counts.items()
        for first, last in _cut(count, LARGEST)
    ]


def batch_others(count: int) -> list[Batch]:
    """Return batches of the pages that are of no item."""
    return [Batch(None, first, last) for first, last in _cut(count, LARGEST_OF_OTHERS)]


def batch_carried(names: Sequence[str]) -> list[Batch]:
    """Return batches of files to carry over."""
    ends = _cut(len(names), LARGEST_OF_CARRIED)
    return [Batch(None, 0, 0, tuple(names[first:last])) for first, last in ends]


def _cut(count: int, largest: int) -> Iterator[tuple[int, int]]:
    for first in range(0, count, largest):
        yield first, min(first + largest, count)


@dataclass(slots=True)
class BatchPlanner:
    """Plans the pages of batches. An item is read and planned once for batches that follow."""

    site: PublicSite
    others: Sequence[Page]
    _item: PublicItem | None = None
    _planned: Sequence[Page] = ()

    def pages_of(self, batch: Batch) -> Sequence[Page]:
        """Return the pages of `batch`. Raises EnvironmentFault."""
        if batch.slug is None:
            return self.others[batch.first : batch.last]
        return self.all_pages_of(batch.slug)[batch.first : batch.last]

    def all_pages_of(self, slug: str) -> Sequence[Page]:
        """Return the pages of an item. Raises EnvironmentFault."""
        self.item_of(slug)
        return self._planned

    def item_of(self, slug: str) -> PublicItem:
        """Return the item with its reviews. Raises EnvironmentFault."""
        if self._item is None or self._item.slug != slug:
            self._item = read_item(self.site.by_slug[slug])
            alone = replace(self.site, items=(self._item,), reviews=self._item.reviews)
            self._planned = tuple(plan_item_pages(alone))
        return self._item
