"""What somebody who means to mislead would try on a locked review, alone or with its lock."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.ambassade_command import run
from tests.lock.locked_site import (
    CORRECTED,
    KEY,
    LOCK,
    REVIEW,
    check,
    commit_all,
    edit,
    lock,
    make_site,
    read_lock_text,
    write_review,
)
from tests.rules.sample_site import DEFAULT_FILE, ITEM, write_file

if TYPE_CHECKING:
    from pathlib import Path

OLD = "  - {date: 2026-05-19, by: author, reason: A comma.}\n"
FAMILY = "provenance: {relationship: family}\n"
PUBLISHER = "provenance: {publisher: Example Reviews, url: 'https://example.org/1'}\n"
POT = "reviews/pot/item.yaml"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Return a site with one locked review, all of it committed."""
    site = make_site(tmp_path / "site")
    commit_all(site)
    return site


def set_profile(site: Path, more: str = "") -> None:
    """Put the site under the law of the USA."""
    conf = (site / "pelicanconf.py").read_text(encoding="utf-8")
    text = f'{conf}\nREVIEW_PROFILES = ["us"]\n{more}'
    write_file(site, "pelicanconf.py", text.encode())


def test_an_old_correction_hides_nothing_behind_a_genuine_one(site: Path) -> None:
    edit(site, "quickly", "very quickly", CORRECTED)
    lock(site)
    commit_all(site)
    edit(site, "quickly", "slowly", CORRECTED + OLD)
    (told,) = check(site, code=1)
    assert "V102" in told
    assert "its correction is dated earlier" in told
    assert "V102" in lock(site, code=1)
    assert any(" V105 " in line for line in check(site, "--since", "HEAD", code=1))


def test_an_old_correction_is_a_fault_also_where_nothing_changed(site: Path) -> None:
    write_review(site, REVIEW + "corrections:\n" + OLD)
    assert "A correction is dated before 2026-05-20" in check(site, code=1)[0]


def test_a_locked_correction_that_is_altered_is_told(site: Path) -> None:
    edit(site, "quickly", "very quickly", CORRECTED)
    lock(site)
    edit(site, "quickly", "very quickly", CORRECTED.replace("better", "nicer"))
    assert "some are gone or changed" in check(site, code=1)[0]


@pytest.mark.parametrize(
    ("origin", "why"), [(FAMILY, "`relationship` is family"), (PUBLISHER, "`publisher` was added")]
)
def test_a_rating_does_not_leave_the_average_by_another_origin(
    origin: str, why: str, site: Path
) -> None:
    write_review(site, REVIEW + origin)
    told = [line for line in check(site, "--since", "HEAD", code=0) if " V1" in line]
    assert len(told) == 1
    assert ": warning: V109 counts-no-more: " in told[0]
    assert why in told[0]
    lock(site)
    assert " counts=yes " in read_lock_text(site)
    set_profile(site)
    assert any(" V109 " in line and "warning" not in line for line in check(site, code=1))


def test_a_reason_makes_another_origin_good(site: Path) -> None:
    write_review(site, REVIEW + FAMILY)
    waived = f'{{"V109": {{"level": "off", "reason": "His sister.", "only": ["{KEY}"]}}}}'
    set_profile(site)
    assert " V109 " in "\n".join(check(site, "--since", "HEAD", code=1))
    set_profile(site, f"REVIEW_RULES = {waived}\n")
    assert " V1" not in "\n".join(check(site, "--since", "HEAD", code=0))


def test_a_lock_made_anew_does_not_hide_another_origin_from_git(site: Path) -> None:
    write_review(site, REVIEW + FAMILY)
    (site / LOCK).unlink()
    lock(site, day="2026-05-20")
    assert check(site, code=0) == []
    told = " ".join(check(site, "--since", "HEAD", code=1))
    assert " V110 average-gone: " in told
    assert f"The lock of {KEY} is another" in told


def test_a_forgotten_rating_stays_in_the_average(site: Path) -> None:
    run("forget", KEY, "--yes", cwd=site, check=0)
    assert read_lock_text(site).endswith(" counts=yes\n")
    stub = (site / DEFAULT_FILE).read_text(encoding="utf-8")
    write_review(site, stub + FAMILY)
    assert " V109 " in run("check", cwd=site).stdout


def test_a_rating_does_not_leave_the_average_by_another_item(site: Path) -> None:
    write_file(site, POT, ITEM.replace("Kettle", "Pot").encode())
    (site / DEFAULT_FILE).rename(site / "reviews/pot/2026-05-14-saved-us-a-week.yaml")
    lock(site)
    (told,) = check(site, "--since", "HEAD", code=0)
    assert f"V110 average-gone: At HEAD the rating of {KEY} counted for kettle" in told


@pytest.mark.parametrize(
    ("old", "new", "why"),
    [
        ("complete", "selection", "was `complete` and told an average"),
        ("Product", "Service", "search engines could show its stars"),
    ],
)
def test_an_item_does_not_lose_its_average_unseen(old: str, new: str, why: str, site: Path) -> None:
    write_file(site, "reviews/kettle/item.yaml", ITEM.replace(old, new).encode())
    told = [line for line in check(site, "--since", "HEAD", code=0) if " V110 " in line]
    assert len(told) == 1
    assert why in told[0]


def test_an_item_without_a_rating_may_become_a_selection(tmp_path: Path) -> None:
    site = make_site(tmp_path, REVIEW.replace("reviewRating: 4\n", ""))
    commit_all(site)
    write_file(site, "reviews/kettle/item.yaml", ITEM.replace("complete", "selection").encode())
    assert not any(" V110 " in line for line in check(site, "--since", "HEAD", code=0))


@pytest.mark.parametrize("name", ["reviews", "reviews/kettle", DEFAULT_FILE, LOCK])
def test_a_link_does_not_blind_the_comparison(name: str, site: Path) -> None:
    path = site / name
    path.rename(site / "elsewhere")
    path.symlink_to(site / "elsewhere")
    told = check(site, "--since", "HEAD", code=1)
    assert any(f"{name}:1:1: V111 link-not-compared: {name} is a symbolic" in one for one in told)
    commit_all(site)
    path.unlink()
    (site / "elsewhere").rename(path)
    told = check(site, "--since", "HEAD", code=1)
    assert any(f"At HEAD {name} was a symbolic link" in line for line in told)


def test_a_revision_without_any_review_is_told(tmp_path: Path) -> None:
    write_file(tmp_path, "README", b"\n")
    commit_all(tmp_path)
    site = make_site(tmp_path)
    (told,) = check(site, "--since", "HEAD", code=0)
    assert told.startswith("warning: V107 ")
    assert "nothing was compared" in told


@pytest.mark.parametrize("code", ["V105", "V106"])
def test_what_git_finds_cannot_be_waived(code: str, site: Path) -> None:
    set_profile(site, f'REVIEW_RULES = {{"{code}": {{"level": "off", "reason": "We know."}}}}\n')
    assert any(" S102 " in line for line in check(site, code=1))


def test_white_space_that_makes_a_list_of_a_line_is_a_change(tmp_path: Path) -> None:
    body = "reviewBody: |\n  I would give it\n  only a 1. Never more.\n"
    review = REVIEW.replace("reviewBody: It boils water, and quickly.\n", body)
    site = make_site(tmp_path, review)
    write_review(site, review.replace("it\n  only a 1", "it only\n  a 1"))
    assert check(site, code=0) == []
    write_review(site, review.replace("a 1. N", "a\n\n  1. N"))
    assert " V102 " in check(site, code=1)[0]


@pytest.mark.parametrize("key", ["jobTitle", "worksFor", "addressLocality"])
def test_what_the_author_is_cannot_be_changed(key: str, tmp_path: Path) -> None:
    author = f"author: {{name: Marie Dupont, {key}: Nantes}}"
    site = make_site(tmp_path, REVIEW.replace("author: Marie Dupont", author))
    write_review(site, REVIEW.replace("author: Marie Dupont", author.replace("Nantes", "Brest")))
    assert "The author's name, work or town changed" in " ".join(check(site, code=1))


def test_what_is_said_in_a_film_cannot_be_changed(tmp_path: Path) -> None:
    film = (
        "video: {contentUrl: 'https://example.org/a.mp4', thumbnailUrl: 'https://example.org/a.png'"
        ", name: A film, uploadDate: 2026-05-14, transcript: I love it.}\n"
    )
    site = make_site(tmp_path, REVIEW + film)
    write_review(site, REVIEW + film.replace("love", "hate"))
    assert any(" V102 " in line for line in check(site, code=1))


@pytest.mark.parametrize("word", ["locked", "forgotten"])
def test_a_day_of_the_lock_that_has_not_come_is_told(word: str, site: Path) -> None:
    text = read_lock_text(site).replace("locked=2026", "locked=2027")
    if word == "forgotten":
        (site / DEFAULT_FILE).unlink()
        text = f"{KEY} forgotten=2027-05-20\n"
    write_file(site, LOCK, text.encode())
    assert "warning: V112 lock-in-future: " in " ".join(check(site, code=0))


def test_a_reason_that_nobody_can_see_is_none(site: Path) -> None:
    unseen = CORRECTED.replace("The author found a better word.", '"\\u200b"')
    edit(site, "quickly", "slowly", unseen)
    assert check(site, code=1)
    assert "Nothing was written." in lock(site, code=1)
