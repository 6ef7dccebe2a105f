"""`ambassade letter`: what its author is told of a review, in French and English."""

from __future__ import annotations

import re
from itertools import takewhile
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
        "Dear Marie Dupont", "“Too hot”", "12 May 2026", "Kettle", KEY, "hello@kettle.example",
        "https://kettle.example/report", "1 Quay 44000 Nantes", "Kettle Works",
        "https://example.com/review-policy/", "1 June 2026",
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
    _write(
        site, f"{SHOWN}image: images/kettle.png\nvideo: {{embedUrl: 'https://film.example/a'}}\n"
    )
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
        (
            "consent: {given: 2026-05-01, scope: text, expires: 2028-01-01}\n",
            "",
            "Your consent of 1 May 2026 ends on 1 January 2028: do you renew it?",
        ),
        (
            "consent: {given: 2022-05-01, scope: text}\n",
            "RETENTION_MONTHS = 36\n",
            "Your consent of 1 May 2022 ended on 1 May 2025: do you renew it?",
        ),
        (
            "consent: {given: 2026-05-01, scope: text}\n",
            "",
            "May we show it on https://example.com?",
        ),
        (
            "",
            "RETENTION_MONTHS = 36\n",
            "For 36 months from the day of your consent, and until 14 May 2029 at the longest.",
        ),
        (
            "status: pending\n",
            "RETENTION_MONTHS = 36\n",
            "For 36 months from the day of your consent. Then",
        ),
        ("", "", "Until you withdraw it"),
        ("consent: {scope: text, expires: 2026-05-30}\n", "", "Until you withdraw it"),
    ],
)
def test_consent_says_until_when(site: Path, consent: str, settings: str, said: str) -> None:
    write_file(site, "pelicanconf.py", (SETTINGS + COMPANY + settings).encode())
    _write(site, SHOWN + consent)
    assert said in _letter(site, "consent")


@pytest.mark.parametrize(("published", "code"), [("2024-06-01", 2), ("2024-06-02", 0)])
def test_no_consent_is_asked_for_what_is_too_old_to_be_shown(
    site: Path, published: str, code: int
) -> None:
    settings = f"{SETTINGS}{COMPANY}RETENTION_MONTHS = 24\n"
    write_file(site, "pelicanconf.py", settings.encode())
    key = f"kettle/{published}-old"
    write_file(site, f"reviews/{key}.yaml", SHOWN.encode())
    done = run("letter", "consent", key, "--on", "2026-06-01", cwd=site, check=code)
    assert ("no consent brings it back, so ask for nothing" in done.stderr) == (code == 2)


def test_of_a_pending_review_nothing_is_said_to_be_shown(site: Path) -> None:
    _write(site, f"{SHOWN}status: pending\n")
    letter = _letter(site, "consent")
    assert "Your words are not on our site now" in letter
    assert "Once your review is accepted" in letter


def test_a_withdrawal_says_since_when_what_leaves_and_what_stays(site: Path) -> None:
    _write(site, f"{SHOWN}consent: {{scope: text, withdrawn: 2026-05-30}}\n")
    letter = _letter(site, "withdraw")
    for said in (
        "has been withdrawn, with effect from 30 May 2026", "when it is next updated",
        "stays in the average of Kettle", "without your name", "In the public count",
        "remove-outdated-content",
    ):  # fmt: skip
        assert said in letter


@pytest.mark.parametrize(
    ("status", "said"),
    [
        ("withdrawn", "goes into no average. What remains"),
        ("pending", "It was not shown on our site"),
    ],
)
def test_a_withdrawal_promises_no_more_than_is_true(site: Path, status: str, said: str) -> None:
    _write(site, f"{SHOWN}status: {status}\n")
    letter = _letter(site, "withdraw")
    assert said in letter
    assert "stays in the average" not in letter


def test_a_withdrawal_that_no_file_records_is_told(site: Path) -> None:
    _write(site, SHOWN)
    done = run("letter", "withdraw", KEY, "--on", "2026-06-01", cwd=site, check=0)
    assert "No file says yet" in done.stderr
    assert f"ambassade forget {KEY}" in done.stderr
    assert "average" not in done.stdout
    assert "and withdrawn" not in done.stdout


@pytest.mark.parametrize("lines", ["all of it", "its words"])
def test_what_is_told_to_record_a_withdrawal_can_be_pasted(site: Path, lines: str) -> None:
    _write(site, SHOWN)
    told = run("letter", "withdraw", KEY, "--on", "2026-06-01", cwd=site, check=0).stderr
    pasted = told.partition(f"- {lines}")[2].partition("\n")[2]
    typed = [line[4:] for line in takewhile(lambda line: line[:4] == "    ", pasted.split("\n"))]
    _write(site, SHOWN + "\n".join(typed) + "\n")
    run("check", "--on", "2026-06-01", cwd=site, check=0)
    letter = _letter(site, "withdraw")
    stays = "stays in the average of Kettle" in letter
    assert stays is (lines == "its words")
    assert ("received and withdrawn" in letter) is not stays


@pytest.mark.parametrize("kind", ["refuse", "consent", "withdraw"])
def test_who_was_forgotten_gets_no_letter(site: Path, kind: str) -> None:
    _write(site, SHOWN)
    run("forget", KEY, cwd=site, check=0)
    done = run("letter", kind, KEY, cwd=site, check=2)
    assert done.stdout == ""
    assert f"{KEY} was forgotten on" in done.stderr
    assert "nobody knows any more who wrote it" in done.stderr


def test_only_what_there_is_is_asked_for(site: Path) -> None:
    _write(site, SHOWN)
    letter = _letter(site, "consent")
    assert "photograph" not in letter
    assert "film" not in letter


@pytest.mark.parametrize(
    ("language", "said"),
    [("en", "that you left on Elsewhere"), ("fr", "votre avis laissé sur Elsewhere")],
)
def test_a_letter_says_on_which_site_a_review_was_left(
    site: Path, language: str, said: str
) -> None:
    _write(site, f"{SHOWN}provenance: {{publisher: Elsewhere}}\n")
    assert said in _letter(site, "consent", "--language", language)


def test_in_the_united_states_the_month_comes_first(site: Path) -> None:
    company = COMPANY.replace('"Nantes"', '"Boston", "addressCountry": "US"')
    write_file(site, "pelicanconf.py", (SETTINGS + company).encode())
    _write(site, SHOWN)
    assert "June 1, 2026" in _letter(site, "consent")


@pytest.mark.parametrize(("ground", "asked"), [("abusive", True), ("duplicate", False)])
def test_a_refusal_leaves_room_for_what_is_wrong(site: Path, ground: str, asked: bool) -> None:  # noqa: FBT001
    _write(site, f"{WITHHELD}withheldFor: {ground}\n")
    assert ("[what exactly the problem is]" in _letter(site, "refuse")) is asked


def test_no_line_parts_a_number_from_its_unit_and_the_subject_is_one(site: Path) -> None:
    name = "The kettle of many words that holds water for all of us, 2 L"
    item = site / "reviews/kettle/item.yaml"
    item.write_text(re.sub(r"(?m)^name: .*", f'name: "{name}"', item.read_text()))
    _write(site, SHOWN)
    for each in range(12):
        write_file(
            site, "pelicanconf.py", (SETTINGS + COMPANY.replace("Works", "W" * each)).encode()
        )
        told = run("letter", "consent", KEY, "--language", "fr", cwd=site, check=0).stdout
        assert f"« {name} » ?\n" in told.replace("\N{NO-BREAK SPACE}", " ")
        assert not re.search(r"\d\n(?:L|sur|mai|juin|2026)|4 sur\n", told), told


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
    assert "COMPANY" not in done.stderr
    assert re.findall(r"\[.*\]", done.stdout) == ["[your name and position]"]


def test_what_the_settings_lack_stands_in_brackets_and_is_named(site: Path) -> None:
    write_file(site, "pelicanconf.py", SETTINGS.encode())
    _write(site, f"{SHOWN}inLanguage: fr\n")
    done = run("letter", "consent", KEY, cwd=site, check=0)
    assert "[votre adresse électronique]" in done.stdout
    assert "pelicanconf.py: COMPANY.address, COMPANY.email" in done.stderr


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


def test_a_hostile_company_cannot_write_into_the_terminal(site: Path) -> None:
    hostile = COMPANY.replace("Kettle Works", r"Kettle\u202e Works").replace(
        "1 Quay", r"1\u2066 Quay"
    )
    write_file(site, "pelicanconf.py", (SETTINGS + hostile).encode())
    _write(site, SHOWN)
    letter = _letter(site, "consent")
    assert letter.startswith(r"Kettle\u202e Works 1\u2066 Quay")


def test_french_letters_keep_what_belongs_together_on_a_line(tmp_path: Path) -> None:
    site = copy_sample(tmp_path)
    files = (site / "reviews").glob("*/*.yaml")
    keys = [path for path in files if "status: withheld" in path.read_text("utf-8")]
    assert keys
    for key in keys:
        letter = run("letter", "refuse", key, "--language", "fr", cwd=site, check=0).stdout
        assert not re.search(r"^[:;?!»]|«$", letter, re.MULTILINE), letter
        lines = [line for line in letter.splitlines() if not line.startswith("Objet")]
        assert all(len(line) <= 80 or "https" in line for line in lines)


def test_a_letter_writes_nothing(site: Path) -> None:
    _write(site, SHOWN)
    before = files_of(site)
    _letter(site, "consent")
    assert files_of(site) == before


@pytest.mark.parametrize("ground", GROUNDS)
def test_a_review_that_was_not_chosen_is_not_told_that_ratings_play_no_part(
    ground: str, site: Path
) -> None:
    _write(site, f"{WITHHELD}withheldFor: {ground}\n")
    told = run("letter", "refuse", KEY, "--language", "en", cwd=site, check=0).stdout
    assert ("No review is held back for its rating" in told) is (ground != "not-selected")
