"""Hashes of what may be seen of an item, by which pages of former builds are known again."""

from __future__ import annotations

from ambassade.frozen import Frozen


class PublicHashes(Frozen, frozen=True):
    """Hashes of what may be seen of an item, its reviews apart, which are listed with theirs.

    `face`: what lists of several items' reviews show of the item.
    """

    item: bytes
    face: bytes
