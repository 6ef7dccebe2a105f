"""States of a review that go together, and scales that can be (R101, R103 to R105)."""

import pytest

from tests.rules.conftest import Told

REVIEW = "author: Marie\nreviewBody: It boils.\n"


def test_a_ground_that_is_none_is_not_called_missing(told: Told) -> None:
    assert told("R103", f"{REVIEW}status: withheld\nwithheldFor: rude\n") == []


def test_a_missing_ground_is_told_at_the_status(told: Told) -> None:
    (line,) = told("R103", f"{REVIEW}status: withheld\n")
    assert ":3:9: The review is withheld and withheldFor is missing." in line
    assert "one of abusive, personal-data, off-topic" in line


@pytest.mark.parametrize("status", ["published", "pending", "withdrawn"])
def test_a_ground_needs_the_status_withheld(told: Told, status: str) -> None:
    (line,) = told("R104", f"{REVIEW}status: {status}\nwithheldFor: fake\n")
    assert f":4:14: withheldFor is fake, but the review's status is {status}." in line


@pytest.mark.parametrize(("worst", "errors"), [("5", 1), ("6", 1), ("4.9", 0)])
def test_a_scale_needs_room_between_its_ends(told: Told, worst: str, errors: int) -> None:
    rating = f"reviewRating: {{ratingValue: 5, worstRating: {worst}}}\n"
    assert len(told("R101", REVIEW + rating)) == errors


def test_a_title_that_the_review_has_not_is_told_at_the_translation(told: Told) -> None:
    review = REVIEW + "translations: {fr: {name: Chaude, reviewBody: Elle chauffe.}}\n"
    (line,) = told("L103", review)
    assert "has a name, and the review itself has none: it is not shown." in line
    assert told("L103", f"{review}name: Warm\n") == []
    assert told("L102", review) == []
