"""An item with the reviews and the numbers that may be shown."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from math import ceil
from statistics import median

from ambassade.frozen import Frozen
from ambassade.public.item import Item
from ambassade.public.review import PublicReview, last_modified_of


class PeriodAverage(Frozen, frozen=True):
    """The average of the ratings of a year, or of one of its quarters (1 to 4)."""

    year: int
    quarter: int | None
    average: Decimal
    rating_count: int

    @property
    def step(self) -> int:
        """Its place in time: of two periods that follow each other, one more."""
        return self.year if self.quarter is None else 4 * self.year + self.quarter


class AspectAverage(Frozen, frozen=True):
    """The average of what was given for one criterion, brought to 1 to 5."""

    name: str
    average: Decimal
    rating_count: int


class RatingSummary(Frozen, frozen=True):
    """The ratings of an item: the average of all that count (one decimal), how many, and their spread.

    `distribution` holds the numbers of ratings that round to 1, 2, 3, 4 and 5. `by_period`, oldest
    first, and `by_aspect` are of the same ratings, and empty where there are too few of them.
    """

    average: Decimal | None
    rating_count: int
    review_count: int
    distribution: tuple[int, int, int, int, int]
    by_period: tuple[PeriodAverage, ...] = ()
    by_aspect: tuple[AspectAverage, ...] = ()


class Ledger(Frozen, frozen=True):
    """Numbers of reviews. `answered`: of the published ones.

    `waits` are the days from receipt to publication, `answers` those from publication to the answer, of
    each review of which they are known: the shortest first.
    """

    received: int
    by_status: Mapping[str, int]
    by_ground: Mapping[str, int]
    answered: int
    waits: tuple[int, ...]
    answers: tuple[int, ...]

    @property
    def days_to_publish(self) -> float | None:
        """The median of `waits`; None of nothing."""
        return float(median(self.waits)) if self.waits else None

    @property
    def days_to_reply(self) -> float | None:
        """The median of `answers`; None of nothing."""
        return float(median(self.answers)) if self.answers else None

    @property
    def timed_to_publish(self) -> int:
        """On how many reviews the median of `waits` rests."""
        return len(self.waits)

    @property
    def timed_to_reply(self) -> int:
        """On how many reviews the median of `answers` rests."""
        return len(self.answers)

    @property
    def percent_answered(self) -> int:
        """How many of a hundred published reviews are answered; 0 and 100 are none and all."""
        published = self.by_status["published"]
        if self.answered in {0, published}:
            return 100 if self.answered else 0
        half_up = (self.answered * 200 + published) // (2 * published)
        return min(max(half_up, 1), 99)

    @property
    def whole_days_to_publish(self) -> int | None:
        """The median in whole days, never shorter than it is."""
        return None if self.days_to_publish is None else ceil(self.days_to_publish)

    @property
    def whole_days_to_reply(self) -> int | None:
        """The median in whole days, never shorter than it is."""
        return None if self.days_to_reply is None else ceil(self.days_to_reply)


class PublicItem(Frozen, frozen=True):
    """An item with the reviews that may be shown, newest first, and the average that may be told."""

    item: Item
    reviews: tuple[PublicReview, ...]
    summary: RatingSummary | None
    ledger: Ledger
    by_year: Mapping[int, Ledger]
    shows_stars: bool
    about_company: bool

    @property
    def slug(self) -> str:
        """The item's folder."""
        return self.item.slug

    @property
    def last_modified(self) -> date | None:
        """When one of its reviews last changed."""
        return last_modified_of(self.reviews)

    def name(self, language: str) -> str:
        """Return the item's name in `language`, else as it stands."""
        named = self.item.translations.get(language)
        return (named and named.name) or self.item.name

    def description(self, language: str) -> str | None:
        """Return the item's description in `language`, else as it stands."""
        named = self.item.translations.get(language)
        return (named and named.description) or self.item.description

    def is_described_in(self, language: str) -> bool:
        """Tell whether it has a description that was given in `language`."""
        named = self.item.translations.get(language)
        return bool(named and named.description)
