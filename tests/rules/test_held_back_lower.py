"""When what is held back is told to be rated lower (H104), and the test that says so."""

from fractions import Fraction
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ambassade.fisher_test import chance_of_at_least
from ambassade.rules.heuristics.held_back_lower import find_cut
from tests.rules.conftest import Told
from tests.rules.sample_site import SETTINGS

ITEM = "type: Product\nname: Pot\ncollection: {collection}\n"


def write_reviews(
    shown: str,
    held: str,
    item: str = "kettle",
    state: str = "withheld, withheldFor: off-topic",
    rest: str = "",
) -> str:
    """Return a file for each digit, a rating; those of `held` are held back."""
    ratings = [(digit, "published") for digit in shown] + [(digit, state) for digit in held]
    return "".join(
        f"# file: reviews/{item}/2026-01-{day:02}-x.yaml\n"
        f"{{author: Marie Dupont, reviewRating: {digit}, status: {status}{rest}}}\n"
        for day, (digit, status) in enumerate(ratings, start=1)
    )


# --- The exact test ---


@pytest.mark.parametrize(
    ("low_drawn", "drawn", "low", "total", "chance"),
    [
        (5, 5, 5, 10, Fraction(1, 252)),
        (4, 5, 5, 10, Fraction(26, 252)),
        # The lady tasting tea, in Fisher's own book: 1 in 70, and 17 in 70.
        (4, 4, 4, 8, Fraction(1, 70)),
        (3, 4, 4, 8, Fraction(17, 70)),
        (0, 5, 5, 10, Fraction(1)),
        (5, 5, 4, 10, Fraction(0)),
        (4, 9, 5, 10, Fraction(1)),
    ],
)
def test_the_chance_is_as_computed_by_hand(
    low_drawn: int, drawn: int, low: int, total: int, chance: Fraction
) -> None:
    assert chance_of_at_least(low_drawn, drawn, low, total) == chance


@given(st.lists(st.booleans(), min_size=1, max_size=9), st.data())
def test_the_chance_is_the_share_of_all_ways_to_draw(
    ratings: list[bool], data: st.DataObject
) -> None:
    drawn = data.draw(st.integers(0, len(ratings)))
    low_drawn = data.draw(st.integers(0, drawn))
    ways = list(combinations(ratings, drawn))
    expected = Fraction(sum(sum(way) >= low_drawn for way in ways), len(ways))
    assert chance_of_at_least(low_drawn, drawn, sum(ratings), len(ratings)) == expected


def test_fifty_thousand_ratings_take_no_time() -> None:
    assert 0 < chance_of_at_least(2600, 5000, 25_000, 50_000) < Fraction(1, 100)


# --- Where low begins ---


@pytest.mark.parametrize(
    ("values", "wanted", "cut"),
    [
        ([1, 1, 2, 4, 5, 5], 3, 4),
        ([1, 1, 2, 4, 5, 5], 2, 2),
        # Two below 2 and four below 5: as near to three, hence the lower one.
        ([1, 1, 2, 2, 5, 5], 3, 2),
        ([4, 5, 5, 5, 5, 5], 5, 5),
        ([5, 5, 5, 5, 5], 5, None),
        ([], 0, None),
    ],
)
def test_low_is_what_parts_off_about_as_many_as_are_held_back(
    values: list[int], wanted: int, cut: int | None
) -> None:
    assert find_cut([Fraction(value) for value in values], wanted) == cut


@given(st.lists(st.integers(1, 5).map(Fraction), max_size=12), st.integers(0, 12))
def test_the_cut_is_the_nearest_of_all(values: list[Fraction], wanted: int) -> None:
    cuts = sorted(set(values))[1:]
    misses = {cut: abs(sum(value < cut for value in values) - wanted) for cut in cuts}
    nearest = [cut for cut in cuts if misses[cut] == min(misses.values())]
    assert find_cut(values, wanted) == next(iter(nearest), None)


# --- What is told ---


def test_five_low_held_back_of_ten_are_told_at_the_item_with_the_numbers(told: Told) -> None:
    (line,) = told("H104", write_reviews("45554", "11212"))
    assert line == (
        "reviews/kettle/item.yaml:3:13: Of 5 ratings that are withheld, pending or withdrawn, 5 are "
        "below 4 of 5; of 5 published, 0. By chance alone that happens at most once in 252 times "
        "(Fisher's exact test). Look at each once more: a review is held back for what it is, never "
        "for its rating."
    )


@pytest.mark.parametrize(
    ("shown", "held"),
    [
        ("555555", "1111"),
        ("45554", "11215"),
        ("11212", "45554"),
        ("5" * 20, "55555"),
        ("", "11111"),
        ("15" * 8, "15151"),
    ],
)
def test_few_likely_or_higher_ones_are_not_told(told: Told, shown: str, held: str) -> None:
    assert told("H104", write_reviews(shown, held)) == []


@pytest.mark.parametrize(
    "state",
    [
        "pending",
        "withheld, withheldFor: not-selected",
        "withdrawn, withdrawn: {date: 2026-05-01, by: company}",
    ],
)
def test_whatever_is_not_published_is_held_back(told: Told, state: str) -> None:
    assert len(told("H104", write_reviews("45554", "11212", state=state))) == 1


def test_whoever_shows_a_selection_may_leave_out_but_not_withhold(told: Told) -> None:
    item = f"# file: reviews/kettle/item.yaml\n{ITEM.format(collection='selection')}"
    not_selected = write_reviews("45554", "11212", state="withheld, withheldFor: not-selected")
    assert told("H104", item + not_selected) == []
    assert len(told("H104", item + write_reviews("45554", "11212"))) == 1


@pytest.mark.parametrize(
    "rest",
    [
        ", provenance: {publisher: Elsewhere}",
        ", provenance: {relationship: employee}",
    ],
)
def test_others_than_own_customers_do_not_count(told: Told, rest: str) -> None:
    assert told("H104", write_reviews("45554", "11212", rest=rest)) == []


def test_a_lapsed_review_was_published(told: Told) -> None:
    lapsed = ", consent: {given: 2026-01-01, scope: [text], expires: 2026-02-01}"
    assert len(told("H104", write_reviews("45554", "11212", rest=lapsed))) == 1


def test_scales_are_brought_to_five_exactly(told: Told) -> None:
    low = "{ratingValue: 7, bestRating: 10, worstRating: 1}"
    sample = write_reviews("45554", "11212").replace("reviewRating: 1", f"reviewRating: {low}")
    (line,) = told("H104", sample.replace("reviewRating: 2", "reviewRating: 3.5"))
    assert "5 are below 4 of 5" in line


def test_what_is_spread_thin_over_items_is_told_of_the_whole_site(told: Told) -> None:
    pot = f"# file: reviews/pot/item.yaml\n{ITEM.format(collection='complete')}"
    sample = write_reviews("555555", "111") + pot + write_reviews("555555", "111", "pot")
    settings = f"# file: pelicanconf.py\n{SETTINGS}"
    (line,) = told("H104", sample + settings)
    assert line.startswith("pelicanconf.py:1:1: On the whole site, of 6 ratings ")
    assert "6 are below 5 of 5; of 12 published, 0." in line


def test_where_an_item_is_told_the_whole_site_is_not(told: Told) -> None:
    pot = f"# file: reviews/pot/item.yaml\n{ITEM.format(collection='complete')}"
    sample = write_reviews("45554", "11212") + pot + write_reviews("555555", "111", "pot")
    (line,) = told("H104", sample)
    assert line.startswith("reviews/kettle/item.yaml:")
