"""`ambassade check`, as an editor and as a machine read it."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest

from tests.ambassade_command import run
from tests.rules.sample_site import write_file, write_site

if TYPE_CHECKING:
    from pathlib import Path

REVIEW = "reviews/kettle/2026-05-14-saved-us-a-week.yaml"
LINE = re.compile(r"^[^:]+:\d+:\d+: (warning: |information: )?[A-Z]\d{3} [a-z0-9-]+: .+\.$")


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Return a small site with one good review."""
    write_site(tmp_path)
    consent = "consent: {given: 2026-05-01, scope: [text, name]}\n"
    write_file(tmp_path, REVIEW, f"author: Marie Dupont\nreviewRating: 5\n{consent}".encode())
    return tmp_path


def test_a_good_site_gives_no_line_and_exit_code_0(site: Path) -> None:
    assert run("check", "--on", "2026-06-01", cwd=site, check=0).stdout == ""


def test_a_problem_reads_place_code_name_fact_and_remedy_on_one_line(site: Path) -> None:
    write_file(site, REVIEW, b"author: Marie Dupont\nreviewRating: 6\n")
    lines = run("check", "--on", "2026-06-01", cwd=site, check=1).stdout.splitlines()
    assert (
        f"{REVIEW}:2:15: R102 rating-out-of-range: reviewRating is 6, bestRating is 5. "
        "Write 1 to 5. If it was given out of 10, write {ratingValue: 6, bestRating: 10}." in lines
    )
    assert all(LINE.match(line) for line in lines)


def test_warnings_and_information_alone_give_exit_code_0(site: Path) -> None:
    write_file(site, REVIEW, b"author: Marie Dupont\nreviewRating: 5\n")
    told = run("check", "--on", "2026-06-01", cwd=site, check=0).stdout
    assert f"{REVIEW}:1:1: warning: C101 " in told


def test_on_moves_today(site: Path) -> None:
    write_file(
        site,
        REVIEW,
        b"author: Marie Dupont\nreviewRating: 5\n"
        b"consent: {given: 2026-05-01, scope: [text], expires: 2027-01-01}\n",
    )
    assert "C102" not in run("check", "--on", "2026-12-31", cwd=site, check=0).stdout
    assert "information: C102 " in run("check", "--on", "2027-01-01", cwd=site, check=0).stdout
    assert "D101" in run("check", "--on", "2026-05-13", cwd=site, check=1).stdout


def test_a_later_day_is_told_with_how_many_reviews_will_have_left(site: Path) -> None:
    write_file(
        site,
        REVIEW,
        b"author: Marie Dupont\nreviewRating: 5\n"
        b"consent: {given: 2026-05-01, scope: [text], expires: 2900-01-01}\n",
    )
    write_file(site, REVIEW.replace("05-14", "05-15"), b"author: Ann Example\nreviewRating: 5\n")
    told = run("check", "--on", "2900-01-01", cwd=site, check=0).stderr
    assert "On 2900-01-01, 1 review will have left the site; still on it: 1.\n" in told
    assert "will have left" not in run("check", "--on", "2026-06-01", cwd=site, check=0).stderr


def test_what_has_an_error_that_only_the_whole_site_shows_is_left_out(site: Path) -> None:
    words = b"author: Marie Dupont\nreviewBody: It boils water in two minutes, and then it rests a while.\n"
    write_file(site, REVIEW, words)
    write_file(site, REVIEW.replace("05-14", "05-15"), words)
    with (site / "pelicanconf.py").open("a", encoding="utf-8") as conf:
        conf.write('REVIEW_RULES = {"R110": {"level": "error", "reason": "Each word once."}}\n')
    for _ in range(2):  # the second time of what was kept
        done = run("check", "--on", "2900-01-01", cwd=site, check=1)
        assert "R110" in done.stdout
        assert "still on it: 1.\n" in done.stderr


def test_json_is_one_list_with_every_part_of_a_problem(site: Path) -> None:
    write_file(site, REVIEW, b"author: Marie Dupont\nreviewRating: 4,5\n")
    told = json.loads(
        run("check", "--on", "2026-06-01", "--format", "json", cwd=site, check=1).stdout
    )
    error = next(problem for problem in told if problem["level"] == "error")
    assert error["file"] == REVIEW
    assert (error["line"], error["column"], error["code"]) == (2, 15, "F104")
    assert "4.5" in error["remedy"]


def test_github_gets_workflow_commands(site: Path) -> None:
    write_file(site, REVIEW, b"author: Marie Dupont\nreviewRating: 6\n")
    told = run("check", "--on", "2026-06-01", "--format", "github", cwd=site, check=1).stdout
    assert f"::error file={REVIEW},line=2,col=15,title=R102 rating-out-of-range::" in told


def test_french_editors_read_french_and_levels_stay_as_they_are(site: Path) -> None:
    write_file(site, REVIEW, b"author: Marie Dupont\nreviewRating: 6\n")
    told = run("check", "--on", "2026-06-01", cwd=site, language="fr_FR.UTF-8", check=1).stdout
    assert f"{REVIEW}:1:1: warning: C101 consent-missing: " in told
    assert "\N{NO-BREAK SPACE}" in told or "Écrivez" in told
    assert "Write 1 to 5" not in told


def test_hostile_words_are_inert_in_the_terminal(site: Path) -> None:
    write_file(site, REVIEW, b'author: Marie Dupont\nreviewRating: "\\e[31m6\\u202e"\n')
    told = run("check", "--on", "2026-06-01", cwd=site, check=1).stdout
    assert "\x1b" not in told
    assert "\u202e" not in told


@pytest.mark.parametrize(
    "words",
    [
        ["check", "--no-such-option"],
        ["check", "--site", "nowhere"],
        ["check", "--settings", "nowhere.py"],
        ["check", "--on", "2026-02-30"],
        ["no-such-verb"],
    ],
)
def test_wrong_usage_gives_exit_code_2_and_one_clear_line(words: list[str], site: Path) -> None:
    done = run(*words, cwd=site, check=2)
    assert done.stdout == ""
    assert done.stderr.strip()


@pytest.mark.parametrize(
    "settings", ["SITEURL = ", "import no_such_module", "1 / 0", "raise SystemExit(0)"]
)
def test_settings_that_do_not_load_give_exit_code_2(settings: str, site: Path) -> None:
    (site / "pelicanconf.py").write_text(settings, encoding="utf-8")
    assert "pelicanconf.py" in run("check", cwd=site, check=2).stderr


def test_a_wrong_value_of_a_setting_is_told_with_its_line_and_gives_exit_code_1(
    site: Path,
) -> None:
    conf = (site / "pelicanconf.py").read_text(encoding="utf-8")
    write_file(site, "pelicanconf.py", conf.replace("https://", "").encode())
    told = run("check", "--on", "2026-06-01", cwd=site, check=1).stdout
    assert "pelicanconf.py:1:11: F107 not-an-address: SITEURL is example.com" in told


def test_a_folder_that_is_no_site_gives_exit_code_2(tmp_path: Path) -> None:
    assert "pelicanconf.py" in run("check", cwd=tmp_path, check=2).stderr
