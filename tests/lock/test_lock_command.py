"""`ambassade lock`, and what `check` and `build` say of what is not locked."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING

import pytest

from ambassade.find_site import find_site
from ambassade.publish.exclusive import only_one
from ambassade.publish.snapshot import Snapshot
from ambassade.serving.watching import is_of_interest
from ambassade.survey.survey_site import survey_site
from tests.ambassade_command import run
from tests.lock.locked_site import (
    CORRECTED,
    KEY,
    LOCK,
    REVIEW,
    TODAY,
    check,
    edit,
    lock,
    make_site,
    read_lock_text,
    write_review,
)
from tests.rules.sample_site import DEFAULT_FILE, write_file

if TYPE_CHECKING:
    from pathlib import Path

FORMER = " ".join(f"{part}={'0' * 32}" for part in ("words", "rating", "author", "dates"))
FORMER += " corrections=0 locked=2026-05-20"
OTHER = "reviews/kettle/2026-05-15-another.yaml"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Return a site with one review that is not locked."""
    return make_site(tmp_path, locked=False)


def make_legal(site: Path, profile: str) -> None:
    """Put the site under a legal profile, with all that `check` asks for but the lock."""
    conf = (site / "pelicanconf.py").read_text(encoding="utf-8")
    write_file(site, "pelicanconf.py", f'{conf}\nREVIEW_PROFILES = ["{profile}"]\n'.encode())


def test_it_locks_what_is_published_and_says_how_many(site: Path) -> None:
    write_review(site, REVIEW + "status: pending\n", OTHER)
    assert lock(site).endswith("Locked: 1 review.\n")
    (top, line) = read_lock_text(site).splitlines()
    assert top.startswith("# ")
    assert "ambassade lock" in top
    assert line.startswith(f"{KEY} words=")
    assert line.endswith(f" counts=yes corrections=- locked={TODAY}")
    write_review(site, REVIEW, OTHER)
    assert lock(site).endswith("Locked: 1 review.\n")


def test_a_second_run_writes_nothing(site: Path) -> None:
    lock(site)
    before = (site / LOCK).stat()
    assert "nothing new" in lock(site, day="2026-06-02")
    after = (site / LOCK).stat()
    assert (after.st_mtime_ns, after.st_ino) == (before.st_mtime_ns, before.st_ino)


def test_nothing_of_a_person_can_be_read_in_it(site: Path) -> None:
    write_review(site, REVIEW, OTHER)
    lock(site)
    text = read_lock_text(site)
    assert "Marie" not in text
    one, other = (dict(_pairs(line)) for line in text.splitlines()[1:])
    assert one["words"] == other["words"]
    assert one["author"] != other["author"]
    assert one["rating"] != other["rating"]


def _pairs(line: str) -> list[tuple[str, str]]:
    return [(key, value) for key, _, value in (word.partition("=") for word in line.split()[1:])]


def test_programs_read_what_it_did(site: Path) -> None:
    told = json.loads(run("lock", "--on", TODAY, "--json", cwd=site, check=0).stdout)
    assert told == {"locked": [KEY], "corrected": [], "moved": []}


def test_no_review_gives_no_file(site: Path) -> None:
    (site / DEFAULT_FILE).unlink()
    assert "nothing new" in lock(site)
    assert not (site / LOCK).exists()


def test_an_error_in_a_review_is_told_and_nothing_is_written(site: Path) -> None:
    write_review(site, REVIEW.replace("reviewRating: 4", "reviewRating: 6"))
    assert " R102 " in lock(site, code=1)
    assert not (site / LOCK).exists()


def test_it_waits_for_no_build_and_disturbs_none(site: Path) -> None:
    with only_one(site):
        assert "Another build" in lock(site, code=4)
    assert not (site / LOCK).exists()


def test_wrong_usage_gives_exit_code_2(site: Path) -> None:
    for words in (["--on", "soon"], ["--site", "nowhere"], ["--no-such"]):
        assert run("lock", *words, cwd=site, check=2).stderr.strip()


@pytest.mark.parametrize(
    ("text", "line", "column", "fact"),
    [
        ("<<<<<<< HEAD\n", 1, 1, "A mark of a merge"),
        ("# top\n\n=======\n", 3, 1, "A mark of a merge"),
        (f"{KEY} forgotten=2026-05-30\n{KEY} forgotten=2026-05-30\n", 2, 1, "and in line 1"),
        (f"{KEY} forgotten=2026-05-30 locked=2026-05-30\n", 1, 56, "cannot be read"),
        (f"{KEY} forgotten=2026-02-30\n", 1, 35, "cannot be read"),
        (f"{KEY} words=abc\n", 1, 35, "cannot be read"),
        (f"{KEY}\n", 1, 34, "cannot be read"),
        (f"{KEY} {FORMER}\n", 1, 1, "an earlier form"),
        (f"{KEY} forgotten=2026-05-30\r{KEY} forgotten=2026-05-30\r", 2, 1, "and in line 1"),
        ("kettle forgotten=2026-05-30\n", 1, 1, "cannot be read"),
        ("# caf\udce9\n", 1, 6, "no UTF-8"),
    ],
)
def test_what_cannot_be_read_of_it_is_told_with_its_place(
    text: str, line: int, column: int, fact: str, site: Path
) -> None:
    (site / LOCK).write_bytes(text.encode("utf-8", "surrogateescape"))
    told = [each for each in check(site, code=1) if " V101 " in each]
    assert len(told) == 1
    assert told[0].startswith(f"{LOCK}:{line}:{column}: V101 lock-cannot-be-read: ")
    assert fact in told[0]
    assert "V101" in lock(site, code=1)


def test_other_line_ends_and_another_order_are_read_and_put_right(site: Path) -> None:
    write_review(site, REVIEW.replace("quickly", "without a sound"), OTHER)
    lock(site)
    text = read_lock_text(site)
    top, *lines = text.splitlines()
    (site / LOCK).write_bytes(b"\xef\xbb\xbf" + "\r\n".join([top, *lines, ""]).encode())
    assert check(site, code=0) == []
    (site / LOCK).write_bytes("\r".join([top, *lines, ""]).encode())
    assert check(site, code=0) == []
    (site / LOCK).write_text("\n".join([top, *reversed(lines), ""]), encoding="utf-8")
    assert check(site, code=0) == []
    lock(site)
    assert read_lock_text(site) == text


def test_check_says_nothing_of_what_is_not_locked_and_build_says_it_on_one_line(
    site: Path,
) -> None:
    assert check(site, code=0) == []
    told = run("build", "--on", TODAY, cwd=site, check=0).stderr.splitlines()
    assert "1 review is not locked yet. Say: ambassade lock." in told
    lock(site)
    assert "not locked" not in run("build", "--on", TODAY, cwd=site, check=0).stderr
    edit(site, "quickly", "very quickly", CORRECTED.replace("05-25", "06-01"))
    assert "1 review is not locked" in run("build", "--on", TODAY, cwd=site, check=0).stderr


def test_build_says_it_in_french(site: Path) -> None:
    write_review(site, REVIEW, OTHER)
    told = run("build", "--on", TODAY, cwd=site, language="fr_FR.UTF-8", check=0).stderr
    assert "ambassade lock" in told
    assert "2 avis" in told
    assert "not locked" not in told


@pytest.mark.parametrize("profile", ["fr", "eu", "us", "uk"])
def test_under_a_legal_profile_it_is_an_error_without_a_place(profile: str, site: Path) -> None:
    make_legal(site, profile)
    told = [line for line in check(site, code=1) if "V104" in line]
    assert told == [
        "V104 not-locked: Reviews or corrections that are not locked yet: 1. Say: ambassade lock."
    ]
    lock(site)
    assert "V104" not in run("check", "--on", TODAY, cwd=site).stdout


def test_a_build_under_a_legal_profile_stops_and_says_it_once(site: Path) -> None:
    make_legal(site, "us")
    done = run("build", "--on", TODAY, cwd=site, check=1)
    assert (done.stdout + done.stderr).count("not locked yet") == 1
    assert not (site / "output").exists()


def test_a_lock_that_is_written_while_a_site_is_built_is_a_changed_source(site: Path) -> None:
    snapshot = Snapshot()
    folder = find_site(site, None)
    survey_site(folder, date(2026, 6, 1), snapshot.note)
    lock(site)
    assert snapshot.changed() == [folder.root / LOCK]


def test_serve_sees_the_lock_and_not_what_is_written_beside_it(site: Path) -> None:
    reviews = site / "reviews"
    assert is_of_interest(site / LOCK, [reviews])
    assert not is_of_interest(reviews / ".verbatim.lock.new", [reviews])


def test_where_it_cannot_be_written_it_stays_as_it_was(site: Path) -> None:
    lock(site)
    before = read_lock_text(site)
    write_review(site, REVIEW.replace("quickly", "slowly"), OTHER)
    (site / "reviews/.verbatim.lock.new").mkdir()
    assert "cannot be read or written" in lock(site, code=3)
    assert read_lock_text(site) == before


def test_who_locks_a_new_review_has_no_other_item_read_again(tmp_path: Path) -> None:
    site = make_site(tmp_path, locked=False)
    item = (site / "reviews/kettle/item.yaml").read_bytes()
    write_file(site, "reviews/pot/item.yaml", item)
    write_review(site, REVIEW.replace("water", "soup"), "reviews/pot/2026-05-14-soup.yaml")
    lock(site)
    run("build", "--on", TODAY, cwd=site, check=0)
    shards = {
        each: next((site / ".ambassade").rglob(f"{each}.shard")) for each in ("kettle", "pot")
    }
    before = {each: path.stat().st_mtime_ns for each, path in shards.items()}
    write_review(site, REVIEW.replace("water", "milk"), "reviews/kettle/2026-05-20-milk.yaml")
    lock(site)
    run("build", "--on", TODAY, cwd=site, check=0)
    after = {each: path.stat().st_mtime_ns for each, path in shards.items()}
    assert after["kettle"] != before["kettle"]
    assert after["pot"] == before["pot"]
