"""A review on record as the whole site is looked at: of most, rules ask for no more than this."""

from __future__ import annotations

from datetime import date  # noqa: TC003 - msgspec reads it
from operator import attrgetter
from typing import TYPE_CHECKING, cast

import msgspec

from ambassade.frozen import Frozen
from ambassade.model import Correction, Review
from ambassade.on_demand import OnDemand

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ambassade.on_demand import Shelf


class RecordLine(Frozen, frozen=True):
    """What most rules of the whole site ask of a review.

    `beginning`: how its words begin, as `tell_beginning` tells it.
    """

    identifier: str
    date_published: date
    in_language: str
    status: str
    keywords: tuple[str, ...]
    corrections: tuple[Correction, ...]
    is_verified: bool
    is_rewarded: bool
    beginning: str | None


class ListedRecord(OnDemand[Review, RecordLine]):
    """Stands for a review on record."""

    __slots__ = ()
    _decoder = msgspec.msgpack.Decoder(Review)

    date_published = property(attrgetter("_line.date_published"))
    in_language = property(attrgetter("_line.in_language"))
    status = property(attrgetter("_line.status"))
    keywords = property(attrgetter("_line.keywords"))
    corrections = property(attrgetter("_line.corrections"))
    is_verified = property(attrgetter("_line.is_verified"))
    is_rewarded = property(attrgetter("_line.is_rewarded"))
    beginning = property(attrgetter("_line.beginning"))

    @property
    def file(self) -> str:
        """Its file, from the site's folder on."""
        return f"reviews/{self.key}.yaml"


def make_listed_records(item: str, lines: Iterable[RecordLine], shelf: Shelf) -> tuple[Review, ...]:
    """Return what stands for the reviews of a folder, wherever those are asked for."""
    listed = [ListedRecord(item, line, shelf, number) for number, line in enumerate(lines)]
    return cast("tuple[Review, ...]", tuple(listed))


def read_records(reviews: Sequence[Review]) -> tuple[Review, ...]:
    """Return the reviews of a folder themselves. Raises EnvironmentFault."""
    if not (reviews and isinstance(reviews[0], ListedRecord)):
        return tuple(reviews)
    return tuple(ListedRecord.read_together(cast("Sequence[ListedRecord]", reviews)))
