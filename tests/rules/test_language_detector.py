"""The detector's model is unpacked once; what is kept of it is known to be whole, or made again."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from ambassade.words.language_detector import open_detector
from tests.ambassade_command import run_afresh
from tests.rules.sample_site import write_file, write_site

if TYPE_CHECKING:
    from pathlib import Path

GERMAN = (
    "Das Wasser kocht in zwei Minuten, und der Kessel schaltet sich danach ganz leise selbst aus."
)
TEXTS = [
    GERMAN,
    "It boils a litre of water in two minutes, and it switches itself off without a sound.",
    "L'eau bout en deux minutes et la bouilloire s'arrête toute seule, sans aucun bruit.",
    "Вода закипает за две минуты, и чайник сам выключается без единого звука.",
    "お湯は二分で沸き、音もなく自動で切れます。",
    "x",
    "",
]


@pytest.fixture
def compiled(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder of the test's own, for what Python compiles."""
    folder = tmp_path / "compiled"
    monkeypatch.setenv("PYTHONPYCACHEPREFIX", str(folder))
    monkeypatch.setattr(sys, "pycache_prefix", str(folder))
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    return folder


def find_kept(compiled: Path) -> list[Path]:
    return [*compiled.rglob("*.model")]


def test_what_was_kept_finds_what_the_package_finds(compiled: Path) -> None:
    unpacked = open_detector()
    assert len(find_kept(compiled)) == 1
    kept = open_detector()
    assert kept is not unpacked
    assert [kept.rank(text) for text in TEXTS] == [unpacked.rank(text) for text in TEXTS]
    assert kept.labels == unpacked.labels


@pytest.mark.parametrize("damage", ["empty", "cut off", "one bit"])
def test_what_is_not_whole_is_unpacked_anew(compiled: Path, damage: str) -> None:
    expected = [open_detector().rank(text) for text in TEXTS]
    (path,) = find_kept(compiled)
    whole = path.read_bytes()
    changed = bytearray(whole)
    changed[len(changed) // 2] ^= 1
    path.write_bytes({"empty": b"", "cut off": whole[:-9], "one bit": bytes(changed)}[damage])
    assert [open_detector().rank(text) for text in TEXTS] == expected
    assert path.read_bytes() == whole


def test_where_python_keeps_nothing_it_is_unpacked_each_time(
    compiled: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    assert open_detector().classify(GERMAN)[0] == "de"
    assert find_kept(compiled) == []


@pytest.mark.usefixtures("compiled")
def test_where_it_may_keep_nothing_check_tells_the_same(tmp_path: Path) -> None:
    site = tmp_path / "site"
    write_site(site)
    write_file(
        site,
        "reviews/kettle/2026-05-20-leise.yaml",
        f"author: Eva\nreviewBody: {GERMAN}\n".encode(),
    )
    first = run_afresh("check", "--on", "2026-06-01", cwd=site).stdout
    assert "inLanguage: de" in first
    (tmp_path / "compiled").rename(tmp_path / "gone")
    (tmp_path / "compiled").write_bytes(b"a file in the place of the folder")
    (site / ".ambassade/heuristics.json").unlink()
    assert run_afresh("check", "--on", "2026-06-01", cwd=site).stdout == first
