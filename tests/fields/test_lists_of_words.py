"""Words of a list that were typed without its brackets: all of them are wanted, not the nearest."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.ambassade_command import run
from tests.rules.sample_site import SETTINGS, write_file, write_site

if TYPE_CHECKING:
    from pathlib import Path

FILE = "reviews/kettle/2026-05-14-saved-us-a-week.yaml"
REVIEW = "author: Marie\nreviewBody: It boils.\n"


def _check(site: Path) -> list[str]:
    return run("check", "--on", "2026-06-01", cwd=site, check=1).stdout.splitlines()


@pytest.mark.parametrize(
    ("consent", "told"),
    [
        (
            "consent:\n  given: 2026-05-10\n  scope: text, name\n",
            (
                "5:10: F106 unknown-choice: consent.scope is “text, name”."
                " Write it as a list: [text, name]."
            ),
        ),
        (
            "consent: {given: 2026-05-10, scope: text, photo}\n",
            (
                "3:43: F101 unknown-key: consent.photo is not a key of this file."
                " If it is one of the words of scope, write these as a list: scope: [text, photo]."
            ),
        ),
        (
            "consent: {given: 2026-05-10, scope: [texte]}\n",
            (
                "3:38: F106 unknown-choice: consent.scope is “texte”."
                " Did you mean text? The choices are text, name, photo, video, social."
            ),
        ),
    ],
)
def test_the_words_of_a_consent_are_told_to_be_a_list(
    tmp_path: Path, consent: str, told: str
) -> None:
    write_site(tmp_path)
    write_file(tmp_path, FILE, (REVIEW + consent).encode())
    assert _check(tmp_path) == [f"{FILE}:{told}"]


def test_in_the_settings_they_are_quoted(tmp_path: Path) -> None:
    write_site(tmp_path)
    settings = f'{SETTINGS}REVIEW_PROFILES = "google, b2b"\n'
    write_file(tmp_path, "pelicanconf.py", settings.encode())
    (line,) = _check(tmp_path)
    assert line.endswith('REVIEW_PROFILES is “google, b2b”. Write it as a list: ["google", "b2b"].')


def test_a_criterion_in_two_spellings_is_told_as_given_twice(tmp_path: Path) -> None:
    write_site(tmp_path)
    aspects = "reviewRating: 4\nreviewAspect:\n  Qualité: 5\n  prix: 4\n  qualite: 1\n"
    write_file(tmp_path, FILE, (REVIEW + aspects).encode())
    (told,) = (line for line in _check(tmp_path) if "C101" not in line)
    assert told == (
        f"{FILE}:7:3: Y110 duplicate-key: qualite stands here again; it was given in line 5."
        " Keep one of them."
    )


def test_a_translation_in_two_spellings_of_its_language_is_told_as_given_twice(
    tmp_path: Path,
) -> None:
    write_site(tmp_path)
    translations = "translations:\n  FR: {reviewBody: Un.}\n  fr: {reviewBody: Deux.}\n"
    write_file(tmp_path, FILE, (REVIEW + translations).encode())
    (told,) = (line for line in _check(tmp_path) if "C101" not in line)
    assert told == (
        f"{FILE}:5:3: Y110 duplicate-key: fr stands here again; it was given in line 4."
        " Keep one of them."
    )
