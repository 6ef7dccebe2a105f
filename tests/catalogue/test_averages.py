"""Averages: exact, one decimal, half up, over every genuine rating."""

from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ambassade.catalogue import mean, summarise
from ambassade.graph.rating import aggregate_rating, brought_value
from ambassade.model import Review
from ambassade.rounding import round_half_up
from tests.catalogue.records import make_item, make_review, make_site, rate


def _summarise(*ratings: object) -> tuple[str, tuple[int, ...]]:
    reviews = [make_review(f"r{number}", rating=given) for number, given in enumerate(ratings)]
    summary = summarise(reviews, {review.identifier for review in reviews})
    assert summary.rating_count == summary.review_count == len(ratings)
    return str(summary.average), summary.distribution


@pytest.mark.parametrize(
    ("ratings", "average", "bars"),
    [
        ((4,), "4.0", (0, 0, 0, 1, 0)),
        ((4, 4, 4, 5), "4.3", (0, 0, 0, 3, 1)),
        ((4, 5, 5, 5, 4, 4, 4, 4), "4.4", (0, 0, 0, 5, 3)),
        (("4.25",), "4.3", (0, 0, 0, 1, 0)),
        (("4.249",), "4.2", (0, 0, 0, 1, 0)),
        (("4.5",), "4.5", (0, 0, 0, 0, 1)),
        (("4.499999",), "4.5", (0, 0, 0, 1, 0)),
        (("1.5", "2.5", "3.5"), "2.5", (0, 1, 1, 1, 0)),
        ((1, 5), "3.0", (1, 0, 0, 0, 1)),
        (("4.95",), "5.0", (0, 0, 0, 0, 1)),
        (("1.04",), "1.0", (1, 0, 0, 0, 0)),
    ],
)
def test_an_average_has_one_decimal_half_up(
    ratings: tuple[object, ...], average: str, bars: tuple[int, ...]
) -> None:
    assert _summarise(*ratings) == (average, bars)


@pytest.mark.parametrize(
    ("value", "best", "worst", "on_five"),
    [
        (10, 10, 0, "5"),
        (0, 10, 0, "1"),
        (5, 10, 0, "3"),
        (9, 10, 0, "4.6"),
        (9, 10, 1, "41/9"),
        (7, 10, 1, "11/3"),
        (1, 3, 0, "7/3"),
        (75, 100, 0, "4"),
        (1, 1, 0, "5"),
        (20, 20, 1, "5"),
        ("0", "2", "-2", "3"),
        ("4.5", 5, 1, "4.5"),
        ("4", 5, 0, "4.2"),
    ],
)
def test_a_rating_is_brought_linearly_to_one_to_five(
    value: object, best: object, worst: object, on_five: str
) -> None:
    given = rate(value, best, worst)
    assert given is not None
    assert given.on_five == Fraction(on_five)


def test_the_average_is_taken_from_exact_values() -> None:
    third = rate(1, 3, 0)  # 7/3 = 2.333…
    assert _summarise(third, third, third)[0] == "2.3"
    assert _summarise(rate(7, 10, 1), rate(9, 10, 1))[0] == "4.1"  # 37/9, and not 3.7 and 4.6


@pytest.mark.parametrize(
    ("exact", "told"),
    [("5", 5), ("4.6", 4.6), ("41/9", 4.56), ("11/3", 3.67), ("4.125", 4.13), ("4.124", 4.12)],
)
def test_structured_data_carries_two_decimals_at_most_half_up(exact: str, told: float) -> None:
    assert brought_value(Fraction(exact)) == told


def test_nothing_rated_has_no_average() -> None:
    summary = summarise([make_review()], {"2026-05-14-warm"})
    assert (summary.average, summary.rating_count, summary.review_count) == (None, 0, 0)
    assert summary.distribution == (0, 0, 0, 0, 0)


@given(st.fractions(min_value=1, max_value=5))
def test_rounding_half_up_is_that_of_decimals(value: Fraction) -> None:
    assert abs(round_half_up(value) - value) <= Fraction(1, 2)
    if value.denominator == 2:
        assert round_half_up(value) > value


@given(st.lists(st.decimals(1, 5, places=3), min_size=1, max_size=20))
def test_a_mean_is_that_of_exact_decimals(values: list[Decimal]) -> None:
    exact = sum(map(Fraction, values), Fraction()) / len(values)
    tenth = (Decimal(exact.numerator) / Decimal(exact.denominator)).quantize(
        Decimal("0.1"), ROUND_HALF_UP
    )
    assert mean([Fraction(value) for value in values]) == tenth


# A second, plain reading of the table "Who counts, and what is marked up".
CASES = st.fixed_dictionaries(
    {
        "rating": st.one_of(st.none(), st.integers(1, 5)),
        "status": st.sampled_from(["published", "pending", "withheld", "withdrawn"]),
        "withheld_for": st.sampled_from(
            [
                "abusive",
                "personal-data",
                "off-topic",
                "fake",
                "illegal",
                "duplicate",
                "not-selected",
            ]
        ),
        "publisher": st.sampled_from([None, None, "Elsewhere"]),
        "relationship": st.sampled_from(["customer", "customer", "employee", "family", "partner"]),
        "display": st.sampled_from(["initial", "full", "anonymous"]),
        "consent": st.sampled_from([None, "text", "text name", "photo", ""]),
    }
)


def _make(number: int, case: dict[str, Any]) -> Review:
    case = dict(case)
    provenance = {key: case.pop(key) for key in ("publisher", "relationship")}
    ground = case.pop("withheld_for")
    return make_review(
        f"r{number}",
        provenance=provenance,
        withheld_for=ground if case["status"] == "withheld" else None,
        **case,
    )


def _is_in_the_average(case: dict[str, Any]) -> bool:
    genuine = {"abusive", "personal-data", "not-selected"}
    is_ours = case["publisher"] is None and case["relationship"] == "customer"
    is_on_record = {
        "published": True,
        "withheld": case["withheld_for"] in genuine,
        "pending": False,
        "withdrawn": False,
    }[case["status"]]
    return case["rating"] is not None and is_ours and is_on_record


@settings(max_examples=200, deadline=None)
@given(st.lists(CASES, max_size=12), st.sampled_from(["Product", "Service", "Book"]))
def test_of_any_catalogue_the_average_is_that_of_the_table(
    cases: list[dict[str, Any]], kind: str
) -> None:
    reviews = [_make(number, case) for number, case in enumerate(cases)]
    (item,) = make_site(*reviews, items=[make_item(type=kind)]).items
    assert item.summary is not None
    counted = [case for case in cases if _is_in_the_average(case)]
    assert item.summary.rating_count == len(counted)
    assert item.summary.review_count == sum(
        (case["status"] == "published" and "text" in (case["consent"] or ""))
        or (case["status"] == "published" and case["consent"] is None)
        for case in counted
    )
    assert sum(item.summary.distribution) == len(counted)
    if counted:
        total = sum(case["rating"] for case in counted)
        tenths = (
            (total * 100 // len(counted) + 5) // 10 if total * 100 % len(counted) == 0 else None
        )
        exact = Fraction(total, len(counted))
        assert item.summary.average is not None
        assert exact - Fraction(1, 20) < Fraction(item.summary.average) <= exact + Fraction(1, 20)
        assert tenths is None or item.summary.average * 10 == tenths
    else:
        assert item.summary.average is None
    assert [review.counts for review in item.reviews] == [
        _is_in_the_average(cases[int(review.identifier.rsplit("r", 1)[1])])
        for review in item.reviews
    ]


def test_counts_of_nothing_are_left_out_of_structured_data() -> None:
    hidden = make_review(rating=4, status="withheld", withheld_for="abusive")
    (item,) = make_site(hidden).items
    node = aggregate_rating(item)
    assert node is not None
    assert (node["ratingCount"], node["reviewCount"]) == (1, None)
