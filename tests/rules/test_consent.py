"""From which day on a consent no longer holds, and what is told of it (C101 to C107)."""

from datetime import date
from pathlib import Path

import pytest

from tests.rules.sample_site import SETTINGS, find_problems, tell, write_samples, write_site

KEY = "kettle/2026-05-14-saved-us-a-week"
LAPSED = "that day the review's words, name and page left the site"


def _codes(folder: Path, sample: str, today: date = date(2026, 6, 1)) -> list[str]:
    write_site(folder)
    write_samples(sample, folder)
    return sorted(one.code for one in find_problems(folder, today) if one.code[0] == "C")


def _with_consent(consent: str, more: str = "reviewBody: It boils.") -> str:
    return f"author: Marie Dupont\n{more}\nconsent: {{given: 2025-05-10, {consent}}}\n"


@pytest.mark.parametrize("key", ["expires", "withdrawn"])
@pytest.mark.parametrize(("day", "codes"), [("2026-05-31", ["C102"]), ("2026-06-01", ["C102"])])
def test_a_consent_does_not_hold_from_its_last_day_on(
    tmp_path: Path, key: str, day: str, codes: list[str]
) -> None:
    assert _codes(tmp_path, _with_consent(f"scope: text, {key}: {day}")) == codes


def test_a_consent_holds_the_day_before_and_it_is_told_that_it_ends(tmp_path: Path) -> None:
    assert _codes(tmp_path, _with_consent("scope: text, expires: 2026-06-02")) == ["C107"]


@pytest.mark.parametrize(("day", "codes"), [("2026-07-01", ["C107"]), ("2026-07-02", [])])
def test_the_end_of_a_consent_is_told_thirty_days_ahead(
    tmp_path: Path, day: str, codes: list[str]
) -> None:
    assert _codes(tmp_path, _with_consent(f"scope: text, expires: {day}")) == codes


def test_no_new_consent_is_asked_for_what_leaves_before_by_its_age(tmp_path: Path) -> None:
    settings = f"# file: pelicanconf.py\n{SETTINGS}RETENTION_MONTHS = 1\n"
    sample = _with_consent("scope: text, expires: 2026-06-20") + settings
    assert _codes(tmp_path, sample) == []
    assert _codes(tmp_path, sample, date(2026, 6, 14)) == ["C106"]
    assert _codes(tmp_path, sample, date(2026, 6, 21)) == ["C106"]


def test_the_age_is_not_told_of_what_left_before_it_as_its_consent_ended(tmp_path: Path) -> None:
    settings = f"# file: pelicanconf.py\n{SETTINGS}RETENTION_MONTHS = 1\n"
    sample = _with_consent("scope: text, expires: 2026-05-20") + settings
    assert _codes(tmp_path, sample, date(2026, 6, 20)) == ["C102"]


def test_what_leaves_is_named(tmp_path: Path) -> None:
    write_site(tmp_path)
    sample = """\
author: Marie
reviewBody: It boils.
image: images/kettle.png
video: {embedUrl: "https://example.com/film"}
consent: {given: 2026-05-01, scope: [text, photo, video], expires: 2026-06-01}
"""
    write_samples(sample, tmp_path)
    (line,) = tell(find_problems(tmp_path), "C102")
    assert "that day the review's words, name, pictures, film and page left the site." in line


def test_of_a_forgotten_review_no_lapsed_consent_is_told(tmp_path: Path) -> None:
    stub = "author: {name: N. N., display: anonymous}\nreviewRating: 4\n"
    lock = f"# file: reviews/verbatim.lock\n{KEY} forgotten=2026-05-30\n"
    sample = f"{stub}consent: {{withdrawn: 2026-05-30}}\n"
    assert _codes(tmp_path / "a", sample) == ["C102"]
    assert _codes(tmp_path / "b", sample + lock) == []


@pytest.mark.parametrize(("day", "codes"), [(9, ["C107"]), (10, ["C102"])])
def test_without_an_end_a_consent_holds_as_long_as_the_site_keeps_reviews(
    tmp_path: Path, day: int, codes: list[str]
) -> None:
    settings = f"# file: pelicanconf.py\n{SETTINGS}RETENTION_MONTHS = 13\n"
    sample = _with_consent("scope: text") + settings
    assert _codes(tmp_path, sample, date(2026, 6, day)) == codes


def test_the_end_that_came_first_is_told_and_that_the_rating_counts(tmp_path: Path) -> None:
    ends = "scope: text, expires: 2026-04-01, withdrawn: 2026-03-01"
    write_site(tmp_path)
    write_samples(_with_consent(ends, "reviewRating: 5"), tmp_path)
    (line,) = tell(find_problems(tmp_path), "C102")
    assert f"The consent was withdrawn on 2026-03-01: {LAPSED}." in line
    assert line.endswith("the rating still counts.")


def test_nothing_is_said_of_a_rating_that_does_not_count(tmp_path: Path) -> None:
    write_site(tmp_path)
    write_samples(_with_consent("scope: text, expires: 2026-04-01"), tmp_path)
    (line,) = tell(find_problems(tmp_path), "C102")
    assert line.endswith(
        f"The consent ended on 2026-04-01: {LAPSED}. Ask the author for a new consent"
        f" (ambassade letter consent {KEY}), or leave it so."
    )


@pytest.mark.parametrize(
    "ends", ["expires: 2026-05-20", "expires: 2026-04-01, withdrawn: 2026-04-20"]
)
def test_no_new_consent_is_asked_for_where_none_would_help_or_it_was_taken_back(
    tmp_path: Path, ends: str
) -> None:
    write_site(tmp_path)
    settings = f"# file: pelicanconf.py\n{SETTINGS}RETENTION_MONTHS = 1\n"
    sample = _with_consent(f"scope: text, {ends}", "reviewRating: 5") + settings
    write_samples(sample, tmp_path)
    (line,) = tell(find_problems(tmp_path, date(2026, 6, 20)), "C102")
    assert line.endswith(f"{LAPSED}. Leave it so: the rating still counts.")


@pytest.mark.parametrize("status", ["pending", "withheld\nwithheldFor: abusive", "withdrawn"])
def test_what_is_not_published_needs_no_consent(tmp_path: Path, status: str) -> None:
    sample = f"author: {{name: Marie, display: full}}\nreviewRating: 5\nstatus: {status}\n"
    assert _codes(tmp_path, sample + "image: images/kettle.png\n") == []


def test_of_a_lapsed_consent_no_single_part_is_told(tmp_path: Path) -> None:
    sample = _with_consent("scope: [photo], expires: 2026-04-01", "image: images/kettle.png")
    assert _codes(tmp_path, sample) == ["C102"]


def test_each_picture_and_film_out_of_scope_is_told(tmp_path: Path) -> None:
    write_site(tmp_path)
    sample = """\
author: {name: Marie, image: images/kettle.png}
reviewBody: It boils.
image: images/kettle.png
video: {embedUrl: "https://example.com/film"}
"""
    write_samples(sample, tmp_path)
    told = tell(find_problems(tmp_path), "C105")
    assert [line.split(": ")[1] for line in told] == [
        "author.image is not shown",
        "image is not shown",
        "video is not shown",
    ]
    assert "Add consent with video in its scope" in told[2]


def test_without_consent_the_full_name_is_not_shown(tmp_path: Path) -> None:
    sample = "author: {name: Marie Dupont, display: full}\nreviewBody: It boils.\n"
    assert _codes(tmp_path, sample) == ["C101", "C103"]


def test_a_consent_that_cannot_be_read_is_not_called_missing(tmp_path: Path) -> None:
    assert _codes(tmp_path, "author: Marie\nreviewBody: It boils.\nconsent: yes") == []


@pytest.mark.parametrize(("day", "codes"), [(13, ["C101"]), (14, ["C101", "C106"])])
def test_a_review_leaves_on_the_day_its_time_is_over(
    tmp_path: Path, day: int, codes: list[str]
) -> None:
    settings = f"# file: pelicanconf.py\n{SETTINGS}RETENTION_MONTHS = 1\n"
    sample = f"author: Marie\nreviewBody: It boils.\n{settings}"
    assert _codes(tmp_path, sample, date(2026, 6, day)) == codes


def test_a_consent_says_when_it_was_given(tmp_path: Path) -> None:
    write_site(tmp_path)
    review = "author: Marie\nreviewBody: It boils.\nconsent: {scope: [text, name]"
    write_samples(f"{review}}}\n", tmp_path)
    (line,) = tell(find_problems(tmp_path), "C101")
    assert ":3:10: The consent does not say when the author agreed." in line
    assert line.endswith(" Add `given: YYYY-MM-DD` to it, the day the author agreed.")
    for more in ("withdrawn: 2026-05-30", "given: 2026-05-10", "given: in May"):
        write_samples(f"{review}, {more}}}\n", tmp_path)
        assert tell(find_problems(tmp_path), "C101") == []
