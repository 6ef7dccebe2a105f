"""FULL_TEXT_SEARCH where Pagefind is not installed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ambassade.fields import setting_kinds
from tests.settings.sites import read_conf

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def test_a_search_that_is_not_installed_is_told_with_what_to_say(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(setting_kinds, "find_search_program", lambda: None)
    read, problems = read_conf(tmp_path, 'FULL_TEXT_SEARCH = "pagefind"\n')
    (problem,) = problems
    fact, _, remedy = problem.partition(" Say: ")
    assert fact == (
        "pelicanconf.py:1:20: S101 FULL_TEXT_SEARCH is pagefind, which is not installed here."
    )
    assert remedy == "pip install 'ambassade[search]'. Or leave the setting out."
    assert read.full_text_search is None


def test_another_search_is_told_with_those_there_are(tmp_path: Path) -> None:
    _, problems = read_conf(tmp_path, 'FULL_TEXT_SEARCH = "lunr"\n')
    assert len(problems) == 1
    assert "pagefind" in problems[0]
