"""Article numbers stand in one table; rules name its rows, all of them and no others."""

from __future__ import annotations

import inspect
import re
from typing import TYPE_CHECKING

import pytest

from ambassade.discovery import discover
from ambassade.rules.documentation import FOLDERS, all_rules
from ambassade.rules.law import all_sources
from tests.ambassade_command import REPOSITORY

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_ARTICLES = re.compile(
    r"\b[DLR]\.? ?\d{3}-\d"  # of a French code
    r"|\b\d+ CFR\b|\bCFR \d"
    r"|\b\d{2,4}/\d+/(?:EC|EU|CE|UE)\b|\bEU\) \d{4}/\d"
    r"|\b[Aa]rt(?:icle|icles|\.) \d"
    r"|\bGDPR, [Aa]rticle"
    r"|\bloi \d{4}-\d"
)
_MENTION = re.compile(r"\{([^}\s]+)\}")
_TEXTS = {".py", ".html", ".jinja", ".css", ".js", ".yaml", ".md"}


def _files() -> Iterator[Path]:
    for folder in ("plugins", "theme"):
        for path in sorted((REPOSITORY / folder).rglob("*")):
            if path.suffix in _TEXTS:
                yield path


def _mentions() -> dict[str, set[str]]:
    """Return which modules of rules name which row of the table."""
    found: dict[str, set[str]] = {}
    for folder in FOLDERS:
        for module in discover(folder):
            why = re.search(r"\nWhy: (.+?)\n\n", inspect.getdoc(module) or "", re.DOTALL)
            for name in _MENTION.findall(why[1]) if why else ():
                found.setdefault(name, set()).add(module.__name__)
    return found


def test_no_article_stands_outside_the_table() -> None:
    files = list(_files())
    assert len(files) > 200
    found = [
        f"{path.relative_to(REPOSITORY)}: {match[0]}"
        for path in files
        for match in _ARTICLES.finditer(path.read_text(encoding="utf-8"))
    ]
    assert found == []


@pytest.mark.parametrize(
    "text",
    ["D111-17", "L. 121-4", "16 CFR 465", "2005/29/EC", "GDPR, article", "article 7", "art. 17",
     "(EU) 2016/679", "loi 2004-575"],
)  # fmt: skip
def test_an_article_is_known_when_it_is_seen(text: str) -> None:
    assert _ARTICLES.search(f"As {text} has it.")


@pytest.mark.parametrize("text", ["R101", "D101 date", "page 3/4", "2026-05-14", "an article"])
def test_what_is_no_article_is_not_taken_for_one(text: str) -> None:
    assert not _ARTICLES.search(f"As {text} has it.")


def test_every_row_that_a_rule_names_is_there() -> None:
    unknown = {name: where for name, where in _mentions().items() if name not in all_sources()}
    assert unknown == {}


def test_every_row_is_named_by_a_rule() -> None:
    assert set(all_sources()) - set(_mentions()) == set()


def test_what_a_rule_tells_names_the_law_in_full() -> None:
    for doc in all_rules():
        assert not _MENTION.search(doc.why), doc.rule.code


@pytest.mark.parametrize("name", sorted(all_sources()))
def test_a_row_says_what_it_asks_and_whether_it_was_read(name: str) -> None:
    row = all_sources()[name]
    assert re.fullmatch(r"[a-z]+(-[a-z0-9]+)+", name)
    assert row.sure in {"read", "reported"}
    assert row.asks.endswith(".")
    assert not row.said.endswith(".")
