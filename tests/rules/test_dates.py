"""Dates that have not come, and dates in a wrong order (D101, D102)."""

from pathlib import Path

import pytest

from tests.ambassade_command import run
from tests.rules.conftest import Told
from tests.rules.sample_site import write_file, write_site

FILE = "reviews/kettle/2026-05-14-saved-us-a-week.yaml"
REVIEW = "author: Marie\nreviewBody: It boils.\n"


@pytest.mark.parametrize(
    ("key", "line"),
    [
        ("dateExperienced", "dateExperienced: 2026-06-02"),
        ("dateReceived", "dateReceived: 2026-06-02"),
        ("datePublished", "datePublished: 2026-06-02"),
        ("dateModified", "dateModified: 2026-06-02"),
        ("withdrawn.date", "withdrawn: {date: 2026-06-02}"),
        ("reply.datePublished", "reply: {text: Thanks, datePublished: 2026-06-02}"),
        ("consent.given", "consent: {given: 2026-06-02}"),
        ("consent.withdrawn", "consent: {withdrawn: 2026-06-02}"),
        ("video.uploadDate", 'video: {embedUrl: "https://x.org", uploadDate: 2026-06-02}'),
        ("corrections.date", "corrections: [{date: 2026-06-02, by: author, reason: typo}]"),
    ],
)
def test_no_date_of_a_review_may_be_later_than_today(told: Told, key: str, line: str) -> None:
    (message,) = told("D101", REVIEW + line)
    assert message.startswith(f"{FILE}:3:")
    assert f"{key} is 2026-06-02, after today, 2026-06-01. Write a date up to today." in message
    assert told("D101", REVIEW + line.replace("06-02", "06-01")) == []


def test_a_file_of_tomorrow_is_told_at_its_beginning(told: Told) -> None:
    file = "reviews/kettle/2026-06-02-saved-us-a-week.yaml"
    (line,) = told("D101", f"# file: {file}\n{REVIEW}")
    assert line == (
        f"{file}:1:1: The file's date is 2026-06-02, after today, 2026-06-01."
        " Rename the file to a date up to today, or add datePublished."
    )


def test_of_a_story_it_is_a_warning(told: Told) -> None:
    story = "# file: content/stories/tea.md\nTitle: Tea\nDate: 2026-06-02\nModified: 2026-06-03\n"
    assert [line.split(" is ")[0] for line in told("D101", story)] == [
        "content/stories/tea.md:2:7: date",
        "content/stories/tea.md:3:11: modified",
    ]
    today = story.replace("06-02", "06-01").replace("06-03", "06-01")
    assert told("D101", today) == []


def test_dates_of_one_day_are_in_order(told: Told) -> None:
    day = "2026-05-14"
    dates = f"dateExperienced: {day}\ndateReceived: {day}\ndatePublished: {day}\n"
    assert told("D102", f"{REVIEW}{dates}reply: {{text: Thanks, datePublished: {day}}}") == []


def test_each_date_is_compared_with_the_one_given_before_it(told: Told) -> None:
    dates = "dateExperienced: 2026-05-20\ndatePublished: 2026-05-10\n"
    reply = "reply: {text: Thanks, datePublished: 2026-05-09}"
    told_lines = told("D102", REVIEW + dates + reply)
    assert [line.split(" Correct")[0] for line in told_lines] == [
        f"{FILE}:4:16: datePublished is 2026-05-10, before dateExperienced, 2026-05-20.",
        f"{FILE}:5:38: reply.datePublished is 2026-05-09, before datePublished, 2026-05-10.",
    ]


def test_the_date_of_the_file_is_called_so(told: Told) -> None:
    dates = "dateReceived: 2026-05-20\nreply: {text: Thanks, datePublished: 2026-05-09}"
    assert [line.split(" Correct")[0] for line in told("D102", REVIEW + dates)] == [
        f"{FILE}:3:15: The file's date is 2026-05-14, before dateReceived, 2026-05-20.",
        f"{FILE}:4:38: reply.datePublished is 2026-05-09, before the file's date, 2026-05-14.",
    ]


def test_a_story_that_was_changed_before_it_was_published_is_told(told: Told) -> None:
    story = "# file: content/stories/tea.md\nTitle: Tea\nDate: 2026-05-20\nModified: 2026-05-19\n"
    (line,) = told("D102", story)
    assert line == (
        "content/stories/tea.md:3:11: modified is 2026-05-19, before date, 2026-05-20."
        " Correct one of the two, or delete modified: the story's page tells both."
    )
    assert told("D102", story.replace("05-19", "05-20")) == []


def test_a_command_tells_it_of_a_story_and_builds(tmp_path: Path) -> None:
    write_site(tmp_path)
    story = "Title: Tea\nDate: 2026-05-20\nModified: 2026-05-19\n\nTea.\n"
    write_file(tmp_path, "content/stories/tea.md", story.encode())
    told = run("build", "--on", "2026-06-01", cwd=tmp_path, check=0).stdout
    assert "content/stories/tea.md:3:11: warning: D102 date-order: modified is " in told


def test_a_correction_follows_the_publication(told: Told) -> None:
    correction = "corrections: [{date: 2026-05-13, by: author, reason: typo}]"
    (line,) = told("D102", REVIEW + correction)
    assert line == (
        f"{FILE}:3:22: corrections.date is 2026-05-13, before the file's date, 2026-05-14."
        " Correct one of the two, or delete the correction: it tells of a change after publication."
    )
    assert told("D102", REVIEW + correction.replace("05-13", "05-14")) == []


@pytest.mark.parametrize("key", ["expires", "withdrawn"])
def test_a_consent_ends_after_it_was_given(tmp_path: Path, key: str) -> None:
    write_site(tmp_path)
    consent = f"consent: {{given: 2026-05-10, scope: [text, name], {key}: 2026-05-09}}\n"
    write_file(tmp_path, FILE, f"{REVIEW}{consent}".encode())
    lines = run("check", "--on", "2026-06-01", cwd=tmp_path, check=0).stdout.splitlines()
    (line,) = (line for line in lines if line.startswith(FILE))
    assert (
        f" warning: D102 date-order: consent.{key} is 2026-05-09, before consent.given, 2026-05-10."
        in line
    )
    assert line.endswith(
        f" Correct one of the two, or delete consent.{key} if the author agreed anew."
    )
