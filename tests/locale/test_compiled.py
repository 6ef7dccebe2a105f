"""Catalogues are compiled once, and never stale."""

from __future__ import annotations

import gettext
import io
import shutil
import sys
from typing import TYPE_CHECKING

import pytest

from ambassade.locale import FOLDER
from ambassade.locale.compiled import compile_catalogue

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def source(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a catalogue of which nothing is kept yet."""
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    path = tmp_path / "ambassade.po"
    shutil.copy(FOLDER / "fr/ambassade.po", path)
    return path


def say(source: Path, message: str) -> str:
    return gettext.GNUTranslations(io.BytesIO(compile_catalogue(source))).gettext(message)


def kept_of(source: Path) -> list[Path]:
    return [*(source.parent / "__pycache__").glob("*")]


def test_it_is_compiled_once(source: Path) -> None:
    assert say(source, "Home") == "Accueil"
    (kept,) = kept_of(source)
    written = kept.stat().st_mtime_ns, kept.stat().st_ino
    assert say(source, "Home") == "Accueil"
    assert (kept.stat().st_mtime_ns, kept.stat().st_ino) == written


def test_other_words_are_said_at_once_and_the_former_go(source: Path) -> None:
    say(source, "Home")
    (before,) = kept_of(source)
    source.write_text(source.read_text().replace('"Accueil"', '"Maison"'))
    assert say(source, "Home") == "Maison"
    (after,) = kept_of(source)
    assert after.name != before.name


@pytest.mark.parametrize("damage", [b"", b"nonsense", bytes(16)])
def test_what_is_damaged_is_made_again(source: Path, damage: bytes) -> None:
    say(source, "Home")
    (kept,) = kept_of(source)
    whole = kept.read_bytes()
    for damaged in (damage, whole[:-1], whole[:40] + b"?" + whole[41:]):
        kept.write_bytes(damaged)
        assert say(source, "Home") == "Accueil"
        assert kept.read_bytes() == whole


def test_where_nothing_may_be_written_it_is_read_as_it_is(source: Path) -> None:
    (source.parent / "__pycache__").write_bytes(b"")
    assert say(source, "Home") == "Accueil"


def test_who_wants_no_compiled_modules_gets_none(
    source: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    assert say(source, "Home") == "Accueil"
    assert not kept_of(source)
