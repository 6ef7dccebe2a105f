"""`ambassade explain` tells every rule in the language of the terminal."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest

from ambassade.rules.documentation import all_rules
from ambassade.rules.law import all_sources
from tests.ambassade_command import run

if TYPE_CHECKING:
    from pathlib import Path

CODES = [doc.rule.code for doc in all_rules()]
FRENCH = "fr_FR.UTF-8"
_TOLD = re.compile(
    r"^(?P<code>[A-Z]\d{3}) .+\n(?P<title>.+)\n\n(?:Why|Pourquoi\N{NO-BREAK SPACE}): (?P<why>.+)\n\n",
    re.MULTILINE,
)


def _explain(folder: Path, language: str) -> dict[str, tuple[str, str]]:
    """Return what is told of every rule, by code: its title, and why it is one."""
    told = run("explain", *CODES, cwd=folder, language=language, check=0).stdout
    return {found["code"]: (found["title"], found["why"]) for found in _TOLD.finditer(told)}


def _sources(why: str) -> set[str]:
    names = {key: (one.said, *one.said_in.values()) for key, one in all_sources().items()}
    return {key for key, said in names.items() if any(each in why for each in said)}


def test_french_editors_read_the_names_of_laws_in_french(tmp_path: Path) -> None:
    told = run("explain", *CODES, cwd=tmp_path, language=FRENCH, check=0).stdout
    assert "(UE\N{NO-BREAK SPACE}: RGPD, article 5)" in told
    assert [each for each in ("GDPR", "Directive", "EU:", "US:", "UK:") if each in told] == []


def test_french_editors_read_the_title_and_the_reason_of_every_rule_in_french(
    tmp_path: Path,
) -> None:
    english, french = (_explain(tmp_path, language) for language in ("C", FRENCH))
    assert list(english) == list(french) == CODES
    for code in CODES:
        (title, why), (french_title, french_why) = english[code], french[code]
        assert french_title != title, code
        assert french_why != why, code
        assert _sources(french_why) == _sources(why), code


@pytest.mark.parametrize("language", ["C", FRENCH])
def test_programs_are_told_the_same_words(language: str, tmp_path: Path) -> None:
    told = run("explain", *CODES, "--json", cwd=tmp_path, language=language, check=0).stdout
    words = {one["code"]: (one["title"], one["why"]) for one in json.loads(told)}
    assert words == _explain(tmp_path, language)
