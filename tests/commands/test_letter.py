"""`ambassade letter`: what its author is told of a review, in French and English."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tests.ambassade_command import copy_sample, files_of, run
from tests.rules.sample_site import SETTINGS, write_file, write_site

if TYPE_CHECKING:
    from pathlib import Path

KEY = "kettle/2026-05-14-saved-us-a-week"
COMPANY = """\
COMPANY = {"name": "Kettle Works", "email": "hello@kettle.example", "address": {
    "streetAddress": "1 Quay", "postalCode": "44000", "addressLocality": "Nantes"}}
REVIEW_POLICY = {"reportUrl": "https://kettle.example/report"}
"""
WITHHELD = "author: Marie Dupont\nreviewRating: 4\nname: Too hot\nreviewBody: It burns.\nstatus: withheld\n"
SHOWN = "author: Marie Dupont\nreviewRating: 4\nreviewBody: It boils.\n"
GROUNDS = {
    "abusive": ("insults somebody", "injurieux"),
    "personal-data": ("personal data", "données personnelles"),
    "off-topic": ("about something else", "autre chose"),
    "fake": ("a reference to your order", "référence de commande"),
    "illegal": ("the law does not let us", "la loi ne nous permet pas"),
    "duplicate": ("more than once", "plusieurs fois"),
    "not-selected": ("chosen by hand", "choisis à la main"),
}
COUNTED = ("counts in the average of Kettle all the same", "compte tout de même")
NOT_COUNTED = ("does not count in the average", "ne compte pas dans la moyenne")


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Return a small site of a company that can be reached."""
    write_site(tmp_path)
    write_file(tmp_path, "pelicanconf.py", (SETTINGS + COMPANY).encode())
    return tmp_path


def _write(site: Path, text: str) -> None:
    write_file(site, f"reviews/{KEY}.yaml", text.encode())


def _letter(site: Path, kind: str, *words: str, key: str = KEY) -> str:
    told = run("letter", kind, key, "--on", "2026-06-01", *words, cwd=site, check=0).stdout
    return " ".join(told.split())


@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize(("language", "which"), [("en", 0), ("fr", 1)])
def test_a_refusal_tells_the_ground_and_whether_the_rating_counts(
    site: Path, ground: str, language: str, which: int
) -> None:
    _write(site, f"{WITHHELD}withheldFor: {ground}\n")
    letter = _letter(site, "refuse", "--language", language)
    genuine = ground in {"abusive", "personal-data", "not-selected"}
    assert GROUNDS[ground][which] in letter
    assert (COUNTED if genuine else NOT_COUNTED)[which] in letter
    assert (NOT_COUNTED if genuine else COUNTED)[which] not in letter


def test_a_refusal_says_what_was_received_and_whom_to_write_to(site: Path) -> None:
    _write(site, f"{WITHHELD}withheldFor: fake\ndateReceived: 2026-05-12\n")
    letter = _letter(site, "refuse")
    for said in (
        "Dear Marie Dupont", "“Too hot”", "May 12, 2026", "Kettle", KEY, "hello@kettle.example",
        "https://kettle.example/report", "1 Quay 44000 Nantes", "Kettle Works",
        "https://example.com/review-policy/", "June 1, 2026",
    ):  # fmt: skip
        assert said in letter


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ("provenance: {publisher: Elsewhere}\n", "given on another site"),
        ("provenance: {relationship: family}\n", "close to our company"),
    ],
)
def test_a_refusal_says_why_a_rating_never_counted(site: Path, more: str, said: str) -> None:
    _write(site, f"{WITHHELD}withheldFor: abusive\n{more}")
    assert said in _letter(site, "refuse")


def test_of_a_selection_no_average_is_promised(site: Path) -> None:
    _write(site, f"{WITHHELD}withheldFor: not-selected\n")
    item = site / "reviews/kettle/item.yaml"
    item.write_text(item.read_text().replace("complete", "selection"))
    assert "We show no average of Kettle" in _letter(site, "refuse")


def test_a_testimonial_hears_nothing_of_ratings(site: Path) -> None:
    _write(site, f"{WITHHELD}withheldFor: abusive\n".replace("reviewRating: 4\n", ""))
    assert "Your rating" not in _letter(site, "refuse")


@pytest.mark.parametrize("status", ["published", "pending", "withdrawn"])
def test_what_is_not_withheld_has_no_refusal(site: Path, status: str) -> None:
    _write(site, f"{SHOWN}status: {status}\n")
    done = run("letter", "refuse", KEY, cwd=site, check=2)
    assert done.stdout == ""
    assert f"its status is {status}" in done.stderr


@pytest.mark.parametrize("status", ["withheld\nwithheldFor: fake", "withdrawn"])
def test_no_consent_is_asked_for_what_is_not_to_be_published(site: Path, status: str) -> None:
    _write(site, f"{SHOWN}status: {status}\n")
    assert "ask for nothing" in run("letter", "consent", KEY, cwd=site, check=2).stderr


def test_consent_is_asked_for_each_part_apart_with_a_slip(site: Path) -> None:
    _write(site, SHOWN)
    letter = _letter(site, "consent")
    for part in ("My words", "My full name", "My photographs", "My film", "Social networks"):
        assert f"{part} ☐ yes ☐ no" in letter
    assert "Without it we show “Marie D.”" in letter
    assert "on our site now, with the name “Marie D.”" in letter
    assert "counts in the average of Kettle either way" in letter
    assert "write to hello@kettle.example" in letter


@pytest.mark.parametrize(
    ("consent", "settings", "said"),
    [
        ("consent: {given: 2026-05-01, scope: text, expires: 2028-01-01}\n", "", "January 1, 2028"),
        ("", "RETENTION_MONTHS = 36\n", "For 36 months from the day of your consent"),
        ("", "", "Until you take it back"),
        ("consent: {scope: text, expires: 2026-05-30}\n", "", "Until you take it back"),
    ],
)
def test_consent_says_until_when(site: Path, consent: str, settings: str, said: str) -> None:
    write_file(site, "pelicanconf.py", (SETTINGS + COMPANY + settings).encode())
    _write(site, SHOWN + consent)
    assert said in _letter(site, "consent")


def test_of_a_pending_review_nothing_is_said_to_be_shown(site: Path) -> None:
    _write(site, f"{SHOWN}status: pending\n")
    letter = _letter(site, "consent")
    assert "Your words are not on our site now" in letter
    assert "Once your review is accepted" in letter


def test_a_withdrawal_says_since_when_what_leaves_and_what_stays(site: Path) -> None:
    _write(site, f"{SHOWN}consent: {{scope: text, withdrawn: 2026-05-30}}\n")
    letter = _letter(site, "withdraw")
    for said in (
        "taken back on May 30, 2026", "when we next publish it", "stays in the average of Kettle",
        "without your name", "In the public count", "remove-outdated-content",
    ):  # fmt: skip
        assert said in letter


@pytest.mark.parametrize(
    ("status", "said"),
    [("withdrawn", "counts in no average"), ("pending", "It was not shown on our site")],
)
def test_a_withdrawal_promises_no_more_than_is_true(site: Path, status: str, said: str) -> None:
    _write(site, f"{SHOWN}status: {status}\n")
    letter = _letter(site, "withdraw")
    assert said in letter
    assert "stays in the average" not in letter


def test_a_withdrawal_that_no_file_records_is_told(site: Path) -> None:
    _write(site, SHOWN)
    told = run("letter", "withdraw", KEY, cwd=site, check=0).stderr
    assert "No file says yet" in told
    assert f"ambassade forget {KEY}" in told


@pytest.mark.parametrize(
    ("tag", "words", "begins"),
    [
        ("fr-CA", (), "Madame, Monsieur,"),
        ("en", (), "Dear Marie Dupont,"),
        ("de", (), "Dear Marie Dupont,"),
        ("fr", ("--language", "en"), "Dear Marie Dupont,"),
    ],
)
def test_the_letter_is_in_the_language_of_the_review_else_of_the_site(
    site: Path, tag: str, words: tuple[str, ...], begins: str
) -> None:
    _write(site, f"{SHOWN}inLanguage: {tag}\n")
    assert begins in _letter(site, "consent", *words)


def test_a_letter_says_on_standard_error_that_it_is_private(site: Path) -> None:
    _write(site, SHOWN)
    done = run("letter", "consent", KEY, cwd=site, check=0)
    assert "private" in done.stderr
    assert "brackets" not in done.stderr
    assert "[" not in done.stdout


def test_what_the_settings_lack_stands_in_brackets_and_is_named(site: Path) -> None:
    write_file(site, "pelicanconf.py", SETTINGS.encode())
    _write(site, f"{SHOWN}inLanguage: fr\n")
    done = run("letter", "consent", KEY, cwd=site, check=0)
    assert "[votre adresse électronique]" in done.stdout
    assert "COMPANY.address, COMPANY.email" in done.stderr


@pytest.mark.parametrize("key", [f"reviews/{KEY}.yaml", f"./reviews/{KEY}.yaml", f"{KEY}.yaml"])
def test_a_review_may_be_named_by_its_file(site: Path, key: str) -> None:
    _write(site, SHOWN)
    assert KEY in _letter(site, "consent", key=key)


@pytest.mark.parametrize(
    "typed", ["kettle/2026-05-14-saved-us-a-weak", "kettel/2026-05-14-saved-us-a-week",
              "2026-05-14-saved-us-a-week"]
)  # fmt: skip
def test_of_an_unknown_review_the_closest_is_named(site: Path, typed: str) -> None:
    _write(site, SHOWN)
    assert f"Did you mean {KEY}?" in run("letter", "consent", typed, cwd=site, check=2).stderr


def test_of_a_site_without_reviews_none_is_named(site: Path) -> None:
    assert f"There is no review {KEY}." in run("letter", "consent", KEY, cwd=site, check=2).stderr


def test_a_file_that_cannot_be_read_is_sent_to_check(site: Path) -> None:
    _write(site, "author: [Marie\n")
    told = run("letter", "consent", KEY, cwd=site, check=2).stderr
    assert f"reviews/{KEY}.yaml cannot be read" in told
    assert "Marie" not in told


def test_a_hostile_title_cannot_write_into_the_terminal(site: Path) -> None:
    _write(site, f'{SHOWN}name: "a\\u202eb"\n')
    assert "\u202e" not in _letter(site, "consent")


def test_french_letters_keep_what_belongs_together_on_a_line(tmp_path: Path) -> None:
    site = copy_sample(tmp_path)
    files = (site / "reviews").glob("*/*.yaml")
    keys = [path for path in files if "status: withheld" in path.read_text("utf-8")]
    assert keys
    for key in keys:
        letter = run("letter", "refuse", key, "--language", "fr", cwd=site, check=0).stdout
        assert not re.search(r"(?:^| )[:;?!»]|«(?: |$)", letter, re.MULTILINE), letter
        assert all(len(line) <= 80 or "https" in line for line in letter.splitlines())


def test_a_letter_writes_nothing(site: Path) -> None:
    _write(site, SHOWN)
    before = files_of(site)
    _letter(site, "consent")
    assert files_of(site) == before
