"""What is reviewed, as its `item.yaml` says it."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from ambassade.frozen import Frozen
from ambassade.problem import Place
from ambassade.public.values import Named, Offer, Picture


class Item(Frozen, frozen=True):
    """What is reviewed, as `reviews/<slug>/item.yaml` says it. All of it is public."""

    slug: str
    type: str
    name: str
    collection: str
    description: str | None = None
    url: str | None = None
    image: tuple[Picture, ...] = ()
    same_as: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()
    offers: Offer | None = None
    translations: Mapping[str, Named] = msgspec.field(default_factory=dict)
    aliases: tuple[str, ...] = ()
    properties: Mapping[str, object] = msgspec.field(default_factory=dict)
    file: str = ""
    places: Mapping[str, Place] = msgspec.field(default_factory=dict)

    @property
    def is_complete(self) -> bool:
        """Whether every genuine review received is on record."""
        return self.collection == "complete"

    def place(self, key: str = "") -> Place:
        """Return where `key` (dotted) was typed, else the beginning of the file."""
        return self.places.get(key) or Place(self.file)
