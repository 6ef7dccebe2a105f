"""The comparison with other generators, at a small size. No seconds are looked at: they are noise."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.ambassade_command import REPOSITORY

if TYPE_CHECKING:
    from pathlib import Path


def run(*words: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", *map(str, words)],
        cwd=REPOSITORY,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )


@pytest.fixture(scope="module")
def results(tmp_path_factory: pytest.TempPathFactory) -> list[list[str]]:
    """Return the cells of the table that a comparison at 30 reviews writes."""
    folder = tmp_path_factory.mktemp("bench")
    written = folder / "results.md"
    where = ("--results", written, "--folder", folder)
    peers = ("--peers", "ambassade", "pelican")
    done = run("bench.compare", "--sizes", "30", *peers, "--runs", "1", *where)
    assert done.returncode == 0, done.stderr
    text = written.read_text(encoding="utf-8")
    assert done.stdout == text
    rows = [line for line in text.splitlines() if line.startswith("| ")]
    return [[cell.strip() for cell in row.strip("|").split("|")] for row in rows]


def test_every_state_of_every_peer_is_measured(results: list[list[str]]) -> None:
    measured = {row[0]: row[1:] for row in results if row[0].endswith(", s")}
    assert measured.pop("`check` alone, s")[1] == "–"
    assert len(measured) == 4
    assert all(float(cell.split()[0]) > 0 for cells in measured.values() for cell in cells)


def test_the_peers_make_about_as_many_pages(results: list[list[str]]) -> None:
    mine, others = next(
        [int(cell) for cell in row[1:]] for row in results if row[0] == "HTML pages"
    )
    assert mine > 100
    assert abs(others - mine) <= 0.02 * mine


def test_the_same_number_gives_the_same_content(tmp_path: Path) -> None:
    for name in ("one", "two"):
        assert run("bench.content", "40", tmp_path / name).returncode == 0
    first, second = (
        {
            path.relative_to(folder): path.read_bytes()
            for path in folder.rglob("*")
            if path.is_file()
        }
        for folder in (tmp_path / "one", tmp_path / "two")
    )
    assert len(first) == 42
    assert first == second


def test_without_an_ambassade_the_comparison_says_so(tmp_path: Path) -> None:
    done = run("bench.compare", "--ambassade", tmp_path, "--results", tmp_path / "results.md")
    assert done.returncode == 1
    assert done.stderr == f"There is no Ambassade in {tmp_path}.\n"
