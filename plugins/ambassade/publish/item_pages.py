"""Which pages of an item stay although something of it changed: those that show nothing of that.

An item's page hangs on the item, on what is said or counted of all its reviews, and on the words of those
that it shows itself. In: the item, its pages, what was kept in `.ambassade/pages/` when they were rendered
the last time. Out: whether a page would be the same to the byte.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import msgspec

from ambassade.kept.kept_file import DIGEST, NotWhole, decode_kept, keep_only, write_kept

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from ambassade.page import Page
    from ambassade.public import PublicItem
    from ambassade.publish.kept_pages import KeptPages
    from ambassade.publish.page_keys import PageKeys

_PURPOSE = "item pages 1"
_SUFFIX = ".keys"


class _Rendered(msgspec.Struct, array_like=True, frozen=True):
    """The keys of an item's pages, one behind another. `item` is the key of all of them together."""

    item: bytes
    pages: bytes


_decoder = msgspec.msgpack.Decoder(_Rendered)


@dataclass(slots=True)
class ItemPages:
    """Tells of the pages of one item after another. `folder`: where their keys are kept.

    `broken` takes the items of which something was read that could not be used.
    """

    folder: Path
    kept: KeptPages
    keys: PageKeys
    broken: set[str]
    _item: PublicItem | None = None
    _face: bytes = b""
    _marks: Mapping[str, bytes] = field(default_factory=dict)
    _rendered: frozenset[bytes] = frozenset()

    def stays(self, item: PublicItem, page: Page, names: Iterable[str]) -> bool:
        """Tell whether a page of an item, which was read, is in the files `names` of the former site."""
        former = self.kept.former
        if former is None or not former.is_untouched([*names]):
            return False
        self._open(item)
        return bool(self._rendered) and self._key_of(page) in self._rendered

    def keep(self, item: PublicItem, pages: Iterable[Page]) -> None:
        """Keep the keys of all pages of an item."""
        self._open(item)
        whole = b"".join(map(self._key_of, pages))
        told = _Rendered(self.keys.of_items[item.slug], whole)
        write_kept(self._path(item.slug), _PURPOSE, msgspec.msgpack.encode(told))

    def drop_others(self) -> None:
        """Remove what is kept of items that are no more."""
        known = {self._path(item).name for item in self.keys.of_items}
        keep_only(self.folder, known.__contains__)

    def _open(self, item: PublicItem) -> None:
        if self._item is not item:
            self._item, self._face = item, self.keys.of_face(item)
            self._marks, self._rendered = self.keys.mark_reviews(item.slug), self._read(item.slug)

    def _key_of(self, page: Page) -> bytes:
        content = page.content
        shown = [content.review] if page.kind == "review" else getattr(content, "reviews", ())
        # A source that changed meanwhile may have another review by now: the build is refused for it.
        marks = [self._marks.get(one.identifier, b"") for one in shown]
        return self.keys.of_item_page(page, self._face, marks)

    def _read(self, item: str) -> frozenset[bytes]:
        try:
            found = decode_kept(self._path(item), _PURPOSE, _decoder)
        except NotWhole:
            self.broken.add(item)
            return frozenset()
        # A build that failed kept what it would have rendered.
        if found is None or found.item != self.kept.before.get(item):
            return frozenset()
        starts = range(0, len(found.pages), DIGEST)
        return frozenset(found.pages[start : start + DIGEST] for start in starts)

    def _path(self, item: str) -> Path:
        return self.folder / f"{item}{_SUFFIX}"
