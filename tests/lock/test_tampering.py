"""A tampered review is found without git: by `check`, and by `lock`, which locks no such change."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

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

EDITS = {
    "a word": ("quickly", "very quickly", 4, "The title or the words"),
    "the title": ("a week", "a month", 4, "The title or the words"),
    "the rating": ("reviewRating: 4", "reviewRating: 5", 2, "The rating"),
    "the author": ("Marie", "Maria", 1, "The author's name, work or town"),
    "the experience": ("2026-05-01\ndateR", "2026-05-02\ndateR", 5, "A date"),
    "a date left out": ("dateReceived: 2026-05-10\n", "", 5, "A date"),
}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Return a site with one locked review."""
    return make_site(tmp_path)


def test_a_locked_review_that_stayed_as_it_was_gives_no_line(site: Path) -> None:
    assert check(site, code=0) == []


@pytest.mark.parametrize("name", EDITS)
def test_a_change_is_told_where_it_was_made_and_is_not_locked(name: str, site: Path) -> None:
    old, new, line, part = EDITS[name]
    before = read_lock_text(site)
    edit(site, old, new)
    (told,) = check(site, code=1)
    assert told.startswith(f"{DEFAULT_FILE}:{line}:")
    assert f"V102 changed-after-lock: {part} changed after the review was locked on" in told
    assert "V102" in lock(site, code=1)
    assert read_lock_text(site) == before


@pytest.mark.parametrize("status", ["pending", "withdrawn", "withheld\nwithheldFor: abusive"])
def test_whatever_its_status_becomes_a_locked_review_stays_locked(status: str, site: Path) -> None:
    edit(site, "quickly", "slowly", f"status: {status}\n")
    assert any(" V102 " in line for line in check(site, code=1))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("reviewRating: 4", "reviewRating: {ratingValue: 4.0, bestRating: 5.00, worstRating: 1}"),
        ("It boils water, and", '"It  boils water,\\n and'),
        ("reviewRating: 4\nname", "reviewRating: 4\nkeywords: [speed]\nfeatured: true\nname"),
    ],
)
def test_what_is_no_change_of_what_was_said_is_none(old: str, new: str, site: Path) -> None:
    edit(site, old, new)
    if '"' in new:
        text = (site / DEFAULT_FILE).read_text(encoding="utf-8").replace("quickly.", 'quickly."')
        write_review(site, text)
    assert check(site, code=0) == []


def test_a_correction_makes_the_change_good_and_is_locked_in_its_turn(site: Path) -> None:
    edit(site, "quickly", "very quickly", CORRECTED)
    assert check(site, code=0) == []
    assert "Locked: 1 correction." in lock(site)
    assert re.search(r" corrections=[0-9a-f]{8} locked=2026-06-01\n", read_lock_text(site))
    edit(site, "quickly", "very, very quickly", CORRECTED)
    assert any(" V102 " in line for line in check(site, code=1))


def test_a_correction_dated_before_the_lock_makes_nothing_good(site: Path) -> None:
    edit(site, "quickly", "very quickly", CORRECTED.replace("05-25", "05-19"))
    (told,) = check(site, code=1)
    assert "its correction is dated earlier" in told


def test_a_wrong_hash_of_the_former_words_is_told_with_the_right_one(site: Path) -> None:
    words = read_lock_text(site).partition("words=")[2][:32]
    wrong = CORRECTED.replace("word.}", "word., was: 0123}")
    edit(site, "quickly", "very quickly", wrong)
    (told,) = check(site, code=1)
    assert f"Write was: {words}" in told
    edit(site, "quickly", "very quickly", wrong.replace("0123", words))
    assert check(site, code=0) == []


def test_a_correction_that_was_locked_cannot_be_taken_out(site: Path) -> None:
    edit(site, "quickly", "very quickly", CORRECTED)
    lock(site)
    edit(site, "quickly", "very quickly")
    assert "Of the corrections" in check(site, code=1)[0]


def test_a_locked_review_that_is_gone_is_told_at_its_line(site: Path) -> None:
    (site / DEFAULT_FILE).unlink()
    (told,) = check(site, code=1)
    assert told.startswith(f"{LOCK}:2:1: V103 locked-review-gone: The review {KEY} was locked")
    assert f"ambassade forget {KEY}" in told
    assert "V103" in lock(site, code=1)


def test_a_forgotten_review_may_be_gone_and_its_words_may_not_come_back(site: Path) -> None:
    (site / DEFAULT_FILE).unlink()
    write_file(site, LOCK, f"{KEY} forgotten=2026-05-30\n".encode())
    assert check(site, code=0) == []
    write_review(site, REVIEW)
    assert " V108 forgotten-review-here: " in check(site, code=1)[0]
    assert "V108" in lock(site, code=1)


def test_a_file_that_was_moved_is_found_word_for_word_and_locked_anew(site: Path) -> None:
    file = site / DEFAULT_FILE
    file.rename(file.with_name("2026-05-14-another-name.yaml"))
    (told,) = check(site, code=1)
    assert "now it is kettle/2026-05-14-another-name, word for word" in told
    assert "Locked: 1 new file name." in lock(site)
    assert read_lock_text(site).splitlines()[1].endswith(" locked=2026-05-20")
    assert check(site, code=0) == []


def test_a_file_that_was_moved_and_changed_is_not_taken_for_the_same(site: Path) -> None:
    file = site / DEFAULT_FILE
    edit(site, "quickly", "slowly")
    file.rename(file.with_name("2026-05-14-another-name.yaml"))
    assert "its file is gone" in check(site, code=1)[0]
    assert "V103" in lock(site, code=1)


def test_a_review_that_cannot_be_read_is_neither_gone_nor_changed(site: Path) -> None:
    write_review(site, REVIEW.replace("reviewRating: 4", "reviewRating: four"))
    assert not any(" V1" in line for line in check(site, code=1))
    write_review(site, "author: [")
    assert not any(" V1" in line for line in check(site, code=1))
    assert "Nothing was written." in lock(site, code=1)


def test_what_is_said_of_the_whole_site_comes_last(site: Path) -> None:
    conf = (site / "pelicanconf.py").read_text(encoding="utf-8")
    write_file(site, "pelicanconf.py", (conf + 'REVIEW_PROFILES = ["eu"]\n').encode())
    write_review(site, REVIEW, "reviews/kettle/2026-05-15-another.yaml")
    edit(site, "quickly", "slowly")
    told = check(site, code=1)
    assert any(" V102 " in line for line in told)
    assert "V104 not-locked" in told[-1]


def test_waiving_the_rule_does_not_let_a_change_be_locked(site: Path) -> None:
    conf = (site / "pelicanconf.py").read_text(encoding="utf-8")
    waived = 'REVIEW_RULES = {"V102": {"level": "off", "reason": "We know."}}\n'
    write_file(site, "pelicanconf.py", (conf + waived).encode())
    edit(site, "quickly", "slowly")
    assert check(site, code=0) == []
    assert "V102" in lock(site, code=1)


def test_nothing_is_built_of_a_tampered_review(site: Path) -> None:
    edit(site, "quickly", "slowly")
    done = run("build", "--on", TODAY, cwd=site, check=1)
    assert " V102 " in done.stdout
    assert not (site / "output").exists()
