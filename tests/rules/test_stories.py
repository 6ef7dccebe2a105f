"""Stories about unknown items, and stories that quote what they may not (T101 to T103)."""

from pathlib import Path

import pytest

from tests.ambassade_command import run
from tests.rules.conftest import Told
from tests.rules.sample_site import write_file, write_site

STORY = "# file: content/stories/tea.md\nTitle: Tea\nDate: 2026-05-20\n"
REVIEW = "author: Marie\nreviewBody: It boils.\n"
KEY = "kettle/2026-05-14-saved-us-a-week"


def test_the_closest_item_is_named(told: Told) -> None:
    assert told("T101", f"{STORY}Item: Kettel\n") == [
        "content/stories/tea.md:3:7: There is no item Kettel. Did you mean kettle?"
    ]


def test_where_none_is_close_it_is_said_what_to_write(told: Told) -> None:
    (line,) = told("T101", f"{STORY}Item: umbrella\n")
    assert line.endswith("Write the name of a folder under reviews/.")


def test_an_item_that_cannot_be_read_is_not_called_unknown(told: Told) -> None:
    assert (
        told("T101", f"{REVIEW}# file: reviews/kettle/item.yaml\n- a\n{STORY}Item: kettle\n") == []
    )


def test_every_unknown_review_is_told_with_the_closest(told: Told) -> None:
    quoted = "Reviews: kettle/2026-05-14-saved-me-a-week, x, " + KEY
    first, second = told("T102", f"{REVIEW}{STORY}{quoted}\n")
    assert first == (
        "content/stories/tea.md:3:10: There is no review kettle/2026-05-14-saved-me-a-week."
        f" Did you mean {KEY}?"
    )
    assert second == (
        "content/stories/tea.md:3:10: There is no review x. Write the review's folder and file"
        " name without .yaml, as in kettle/2026-05-14-well-made."
    )


@pytest.mark.parametrize("between", ["; ", " ", "\n    "])
def test_reviews_that_no_comma_parts_are_told_together(told: Told, between: str) -> None:
    (line,) = told("T102", f"{REVIEW}{STORY}Reviews: {KEY}{between}kettle/2026-05-15-too-hot\n")
    assert line.endswith(f"Separate the reviews by commas: {KEY}, kettle/2026-05-15-too-hot.")


def test_a_review_whose_consent_ended_may_not_be_quoted(told: Told) -> None:
    consent = "consent: {scope: text, expires: 2026-06-01}\n"
    (line,) = told("T103", f"{REVIEW}{consent}{STORY}Reviews: {KEY}\n")
    assert f":3:10: {KEY} is quoted here, and its words leave the site on 2026-06-01:" in line


def test_a_review_that_is_not_published_may_not_be_quoted(told: Told) -> None:
    (line,) = told("T103", f"{REVIEW}status: pending\n{STORY}Reviews: {KEY}\n")
    assert f"{KEY} is quoted here, but its status is pending." in line


def test_a_review_without_consent_may_be_quoted(told: Told) -> None:
    assert told("T103", f"{REVIEW}{STORY}Reviews: {KEY}\n") == []


@pytest.mark.parametrize("rating", ["", "reviewRating: 4\n"])
def test_a_review_that_was_forgotten_may_not_be_quoted_and_no_other_is_named(
    tmp_path: Path, rating: str
) -> None:
    write_site(tmp_path)
    other = KEY.replace("a-week", "a-day")
    write_file(tmp_path, f"reviews/{KEY}.yaml", f"{REVIEW}{rating}".encode())
    write_file(tmp_path, f"reviews/{other}.yaml", REVIEW.replace("boils", "cooks").encode())
    story = f"Title: Tea\nDate: 2026-05-20\nReviews: {KEY}\n\nTea.\n"
    write_file(tmp_path, "content/stories/tea.md", story.encode())
    run("forget", KEY, "--yes", cwd=tmp_path, check=0)
    lines = run("check", cwd=tmp_path, check=0).stdout.splitlines()
    (line,) = (line for line in lines if ": T10" in line)
    assert (
        f":3:10: warning: T103 quoted-review-hidden: {KEY} is quoted here, and was forgotten"
        in line
    )
    assert other not in line
