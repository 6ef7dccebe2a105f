"""Everything on record: order, look-up, and which ratings count.

"You may choose which words to feature; you may not choose which ratings count": an average counts
every genuine rating received, whether its text is shown or not.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Any, TypeVar

from ambassade.item_types import item_types
from ambassade.public import AspectAverage, PeriodAverage, Rating, RatingSummary
from ambassade.rounding import round_half_up
from ambassade.text import slugify

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping, Sequence
    from datetime import date
    from pathlib import Path

    from ambassade.fields.item import ItemType
    from ambassade.model import Records, Review
    from ambassade.public import Item
    from ambassade.settings import Settings

T = TypeVar("T")
WITHHELD_BUT_GENUINE = frozenset({"not-selected", "abusive", "personal-data"})
FEWEST_PERIODS = 3
FEWEST_OF_AN_ASPECT = 3
_MONTHS_OF_A_QUARTER = 3


@dataclass(frozen=True, slots=True)
class Catalogue:
    """All records of a site on one day. `root`: the site's folder, where a rule may look at its files."""

    records: Records
    settings: Settings
    today: date
    root: Path | None = None
    _found: dict[object, Any] = field(default_factory=dict, repr=False, compare=False)

    @property
    def items(self) -> Mapping[str, Item]:
        """The items by slug."""
        return self.find_once(_group_items)

    @property
    def reviews(self) -> Mapping[str, Review]:
        """The reviews by key."""
        return self.find_once(_group_by_key)

    @property
    def by_item(self) -> Mapping[str, tuple[Review, ...]]:
        """The reviews by item, newest first."""
        return self.find_once(_group_by_item)

    def find_once(self, find: Callable[[Records], T]) -> T:
        """Return what `find` finds in all records: several ask for it, or nobody.

        In the records alone: a copy of the catalogue for another day shares it.
        """
        if find not in self._found:
            self._found[find] = find(self.records)
        return self._found[find]  # type: ignore[no-any-return]  # what `find` gave

    def reviews_of(self, slug: str) -> tuple[Review, ...]:
        """Return every review of an item, newest first."""
        return self.by_item.get(slug, ())

    def is_forgotten(self, review: Review) -> bool:
        """Tell whether there is a tombstone for it: its file holds a rating, and nobody's."""
        entry = self.records.lock.get(review.key)
        return entry is not None and entry.forgotten is not None


def make_catalogue(records: Records, settings: Settings, today: date) -> Catalogue:
    """Return the catalogue of `records` as of `today`."""
    return Catalogue(records, settings, today)


def _group_items(records: Records) -> dict[str, Item]:
    return {item.slug: item for item in records.items}


def _group_by_key(records: Records) -> dict[str, Review]:
    return {review.key: review for review in records.reviews}


def _group_by_item(records: Records) -> dict[str, tuple[Review, ...]]:
    found: dict[str, list[Review]] = defaultdict(list)
    for review in sorted(records.reviews, key=newest_first):
        found[review.item].append(review)
    return {slug: tuple(reviews) for slug, reviews in found.items()}


def newest_first(review: Review) -> tuple[int, str]:
    """Return the key that sorts reviews from the newest to the oldest."""
    return -review.date_published.toordinal(), review.key


def type_of(item: Item) -> ItemType | None:
    """Return what is known of the item's type; None for a type that there is not."""
    return item_types().get(item.type)


def counts(review: Review) -> bool:
    """Tell whether the review's rating belongs in its item's average.

    It must be a rating, the company's own, by a customer, and either published (consent or
    retention notwithstanding) or withheld on a ground that does not doubt that it is genuine.
    """
    if not may_count(review):
        return False
    if review.status == "withheld":
        return review.withheld_for in WITHHELD_BUT_GENUINE
    return review.status == "published"


def may_count(review: Review) -> bool:
    """Tell whether its rating is one for an average as long as it is published: a customer's, and here."""
    origin = review.provenance
    is_own = not origin.publisher and origin.relationship == "customer"
    return is_own and review.review_rating is not None


def has_average(item: Item) -> bool:
    """Tell whether the item's page may tell an average: `complete`, and not the company itself."""
    kind = type_of(item)
    return item.is_complete and kind is not None and not kind.about_company


def summarise(reviews: Collection[Review], shown: Collection[str]) -> RatingSummary:
    """Return the average and spread of the ratings that count among `reviews`.

    `shown` holds the identifiers of those that are shown on the item's pages.
    """
    counted = [review for review in reviews if counts(review)]
    values = [review.review_rating.on_five for review in counted if review.review_rating]
    bars = [0] * 5
    for value in values:
        bars[round_half_up(value) - 1] += 1
    one, two, three, four, five = bars
    return RatingSummary(
        average=mean(values),
        rating_count=len(values),
        review_count=sum(review.identifier in shown for review in counted),
        distribution=(one, two, three, four, five),
        by_period=_average_by_period(counted),
        by_aspect=_average_by_aspect(counted),
    )


def _average_by_period(counted: Sequence[Review]) -> tuple[PeriodAverage, ...]:
    """Return the averages by year, or by quarter where all were published within two years."""
    if not counted:
        return ()
    days = [review.date_published for review in counted]
    first, last = min(days), max(days)
    by_quarter = (last.year - 2, last.month, last.day) < (first.year, first.month, first.day)
    values: dict[tuple[int, int | None], list[Fraction]] = defaultdict(list)
    for review, day in zip(counted, days, strict=True):
        quarter = (day.month - 1) // _MONTHS_OF_A_QUARTER + 1 if by_quarter else None
        if review.review_rating:
            values[day.year, quarter].append(review.review_rating.on_five)
    if len(values) < FEWEST_PERIODS:
        return ()
    averages = (
        PeriodAverage(year, quarter, average, len(given))
        for (year, quarter), given in values.items()
        if (average := mean(given)) is not None
    )
    return tuple(sorted(averages, key=lambda period: period.step))


def _average_by_aspect(counted: Sequence[Review]) -> tuple[AspectAverage, ...]:
    """Return the averages of the criteria that several gave, those that most gave first.

    Names of one slug are one criterion, as topics are; it is read as it was first written.
    """
    names: dict[str, str] = {}
    values: dict[str, list[Fraction]] = defaultdict(list)
    for review in sorted(counted, key=lambda one: (one.date_published, one.key)):
        given: dict[str, Fraction] = {}
        for name, value in review.review_aspect.items():
            names.setdefault(slugify(name), name)
            given.setdefault(slugify(name), _on_five(value, review.review_rating))
        for slug, exact in given.items():
            values[slug].append(exact)
    often = sorted(values, key=lambda slug: (-len(values[slug]), slug))
    return tuple(
        AspectAverage(names[slug], average, len(values[slug]))
        for slug in often
        if len(values[slug]) >= FEWEST_OF_AN_ASPECT and (average := mean(values[slug])) is not None
    )


def _on_five(value: Decimal, scale: Rating | None) -> Fraction:
    """Return a criterion's value, which is on the scale of the review's rating, on 1 to 5."""
    ends = (scale.best_rating, scale.worst_rating) if scale else (Decimal(5), Decimal(1))
    return Rating(value, *ends).on_five


def mean(values: Collection[Fraction]) -> Decimal | None:
    """Return the mean to one decimal, half up; None of nothing."""
    if not values:
        return None
    tenths = round_half_up(sum(values, Fraction()) / len(values) * 10)
    return (Decimal(tenths) / 10).quantize(Decimal("0.1"), ROUND_HALF_UP)
