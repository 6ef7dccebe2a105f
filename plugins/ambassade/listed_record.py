"""A review on record as the whole site is looked at: of most, rules ask for no more than this."""

from __future__ import annotations

from datetime import date  # noqa: TC003 - msgspec reads it
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

    @property
    def identifier(self) -> str:
        """Its file's name."""
        return self.line.identifier

    @property
    def key(self) -> str:
        """Its identifier on the whole site."""
        return f"{self.item}/{self.line.identifier}"

    @property
    def file(self) -> str:
        """Its file, from the site's folder on."""
        return f"reviews/{self.key}.yaml"

    @property
    def date_published(self) -> date:
        """The day on which it was published."""
        return self.line.date_published

    @property
    def in_language(self) -> str:
        """The language of its words."""
        return self.line.in_language

    @property
    def status(self) -> str:
        """Whether it is shown."""
        return self.line.status

    @property
    def keywords(self) -> tuple[str, ...]:
        """Its topics, as they were typed."""
        return self.line.keywords

    @property
    def corrections(self) -> tuple[Correction, ...]:
        """What was changed since it was published."""
        return self.line.corrections

    @property
    def is_verified(self) -> bool:
        """Whether something shows that its author is a customer."""
        return self.line.is_verified

    @property
    def is_rewarded(self) -> bool:
        """Whether something is said to have been given for it."""
        return self.line.is_rewarded


def list_records(item: str, lines: Iterable[RecordLine], shelf: Shelf) -> tuple[Review, ...]:
    """Return what stands for the reviews of a folder, wherever those are asked for."""
    listed = [ListedRecord(item, line, shelf, number) for number, line in enumerate(lines)]
    return cast("tuple[Review, ...]", tuple(listed))


def read_records(reviews: Sequence[Review]) -> tuple[Review, ...]:
    """Return the reviews of a folder themselves. Raises EnvironmentFault."""
    if not (reviews and isinstance(reviews[0], ListedRecord)):
        return tuple(reviews)
    return tuple(ListedRecord.read_shelf(cast("Sequence[ListedRecord]", reviews)))
