"""Averages by period and by criterion: of the ratings that count, shown or not."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest

from tests.catalogue.records import make_item, make_review, make_site, rate

if TYPE_CHECKING:
    from ambassade.model import Review
    from ambassade.public import RatingSummary


def _rated(day: str, rating: object, **given: Any) -> Review:  # noqa: ANN401 - whatever reviews hold
    published = date.fromisoformat(day)
    return make_review(f"r{rating}", date_published=published, rating=rating, **given)


def _summary(*reviews: Review) -> RatingSummary:
    (item,) = make_site(*reviews, today=date(2026, 12, 31)).items
    assert item.summary is not None
    return item.summary


def _periods(*reviews: Review) -> list[tuple[int, int | None, str, int]]:
    told = _summary(*reviews).by_period
    return [(one.year, one.quarter, str(one.average), one.rating_count) for one in told]


def _aspects(*reviews: Review) -> list[tuple[str, str, int]]:
    told = _summary(*reviews).by_aspect
    return [(one.name, str(one.average), one.rating_count) for one in told]


def _gave(number: int, **given: Any) -> Review:  # noqa: ANN401 - as above
    aspects = {name.replace("_", " "): rate(value).rating_value for name, value in given.items()}  # type: ignore[union-attr]
    return make_review(f"r{number}", rating=4, review_aspect=aspects)


def test_over_two_years_and_more_the_average_is_by_year() -> None:
    # 2024: (4 + 5 + 4) / 3 = 4.33…; 2025: 2; 2026: (1 + 2.5) / 2 = 1.75, half up.
    assert _periods(
        _rated("2026-03-01", "2.5"),
        _rated("2024-01-01", 4),
        _rated("2024-12-31", 5),
        _rated("2024-06-01", "4.0"),
        _rated("2025-05-05", 2),
        _rated("2026-01-01", 1),
    ) == [(2024, None, "4.3", 3), (2025, None, "2.0", 1), (2026, None, "1.8", 2)]


def test_within_two_years_it_is_by_quarter_and_quarters_without_ratings_are_not_told() -> None:
    assert _periods(
        _rated("2025-03-31", 5),
        _rated("2025-04-01", 1),
        _rated("2025-12-31", 3),
        _rated("2026-10-01", 4),
    ) == [(2025, 1, "5.0", 1), (2025, 2, "1.0", 1), (2025, 4, "3.0", 1), (2026, 4, "4.0", 1)]


@pytest.mark.parametrize(("last", "quarters"), [("2026-05-13", True), ("2026-05-14", False)])
def test_two_years_to_the_day_are_years(last: str, *, quarters: bool) -> None:
    told = _periods(_rated("2024-05-14", 4), _rated("2025-05-14", 4), _rated(last, 4))
    assert [quarter is not None for _, quarter, _, _ in told] == [quarters] * 3


def test_fewer_than_three_periods_are_no_trend() -> None:
    assert _periods(_rated("2020-01-01", 4), _rated("2026-01-01", 5)) == []
    assert _periods(_rated("2026-01-01", 4), _rated("2026-02-01", 5)) == []
    assert _periods() == []


def test_the_trend_is_of_the_ratings_that_count_shown_or_not() -> None:
    hidden = {"status": "withheld", "withheld_for": "abusive"}
    assert _periods(
        _rated("2023-01-01", 1, **hidden),
        _rated("2024-01-01", 2, consent=""),
        _rated("2025-01-01", 3),
        _rated("2025-01-02", 5, status="pending"),
        _rated("2025-01-03", 5, status="withheld", withheld_for="fake"),
        _rated("2025-01-04", 5, provenance={"relationship": "employee"}),
        _rated("2025-01-05", 5, provenance={"publisher": "Elsewhere"}),
    ) == [(2023, None, "1.0", 1), (2024, None, "2.0", 1), (2025, None, "3.0", 1)]


def test_every_rating_that_counts_is_in_one_period() -> None:
    days = ["2021-02-03", "2022-02-03", "2023-02-03", "2023-12-03", "2026-12-31"]
    summary = _summary(*(_rated(day, 3) for day in days))
    assert sum(one.rating_count for one in summary.by_period) == summary.rating_count == len(days)


def test_a_criterion_has_the_average_of_those_who_gave_it_most_given_first() -> None:
    # price: (5 + 4 + 4 + 4) / 4 = 4.25, half up; care: (1 + 2 + 2) / 3 = 1.66…
    assert _aspects(
        _gave(1, care=1, price=5),
        _gave(2, care=2, price=4),
        _gave(3, care=2, price=4),
        _gave(4, price=4, speed=5),
    ) == [("price", "4.3", 4), ("care", "1.7", 3)]


def test_fewer_than_three_who_gave_a_criterion_are_not_told() -> None:
    assert _aspects(_gave(1, care=1), _gave(2, care=2)) == []


def test_a_criterion_is_brought_to_five_from_the_scale_of_its_rating() -> None:
    # 1 to 5: 4. 0 to 10: 1 + 4 * 5 / 10 = 3. 1 to 3: 1 + 4 * 1 / 2 = 3. Together 10 / 3.
    ratings = [(rate(5), 4), (rate(9, 10, 0), 5), (rate(3, 3, 1), 2)]
    reviews = [
        make_review(f"r{number}", rating=rating, review_aspect={"care": rate(value).rating_value})  # type: ignore[union-attr]
        for number, (rating, value) in enumerate(ratings)
    ]
    assert _aspects(*reviews) == [("care", "3.3", 3)]


def test_a_criterion_is_one_however_it_is_written_and_a_review_has_one_voice() -> None:
    assert _aspects(_gave(1, Care=5, care=1), _gave(2, care=5), _gave(3, CARE=5)) == [
        ("Care", "5.0", 3)
    ]


def test_a_criterion_is_read_as_the_oldest_review_writes_it() -> None:
    written = ["care", "CARE", "Care"]
    reviews = [
        make_review(
            rating=4, date_published=date(2026, 5, 20 - day), review_aspect={name: Decimal(4)}
        )
        for day, name in enumerate(written)
    ]
    assert _aspects(*reviews) == [("Care", "4.0", 3)]


def test_criteria_that_as_many_gave_are_told_by_name() -> None:
    assert _aspects(*(_gave(number, price=4, care=4) for number in range(3))) == [
        ("care", "4.0", 3),
        ("price", "4.0", 3),
    ]


@pytest.mark.parametrize(
    "item", [make_item(collection="selection"), make_item(type="LocalBusiness")]
)
def test_an_item_that_may_tell_no_average_tells_none_of_these(item: Any) -> None:  # noqa: ANN401
    reviews = [_gave(number, care=4) for number in range(3)]
    (told,) = make_site(*reviews, items=[item]).items
    assert told.summary is None
