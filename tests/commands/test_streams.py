"""Standard streams that are closed, full or taken away: the work is done, or refused in a line."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.ambassade_command import environment, files_of, run
from tests.rules.sample_site import write_file, write_site

if TYPE_CHECKING:
    from pathlib import Path

DAY = ("--on", "2026-06-01")
REVIEW = "reviews/kettle/2026-05-14-saved-us-a-week"
COMMANDS = (
    ("build", *DAY),
    ("check", *DAY),
    ("headers",),
    ("lock", *DAY),
    ("explain", "A301"),
    ("letter", "consent", REVIEW),
    ("forget", REVIEW),
    ("completion", "bash"),
    ("--version",),
    ("--help",),
)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Return a small site with a review."""
    write_site(tmp_path)
    write_file(tmp_path, f"{REVIEW}.yaml", b"author: Marie Dupont\nreviewRating: 5\n")
    return tmp_path


def run_with(site: Path, streams: str, *words: str) -> tuple[int, str]:
    """Run `ambassade` with `streams` as a shell has them; return its code and what it said on others."""
    done = subprocess.run(
        ["/bin/sh", "-c", f'exec "$@" {streams}', "sh", sys.executable, "-m", "ambassade", *words],
        cwd=site,
        env=environment(),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )
    said = done.stdout + done.stderr
    assert "Traceback" not in said
    return done.returncode, said


@pytest.mark.parametrize("streams", [">&-", "2>&- >/dev/null", "<&- >&- 2>&-"])
def test_a_closed_stream_is_as_one_that_nobody_reads(site: Path, streams: str) -> None:
    for words in COMMANDS:
        wanted = run(*words, cwd=site).returncode
        code, said = run_with(site, streams, *words)
        assert code == wanted, words
        assert not said or streams == ">&-"


def test_no_file_of_the_site_gets_what_is_said(site: Path) -> None:
    run("build", *DAY, cwd=site, check=0)
    usual = files_of(site / "output")
    assert run_with(site, "<&- >&- 2>&-", "build", *DAY, "--output", "other") == (0, "")
    assert files_of(site / "other") == usual


@pytest.mark.parametrize("streams", [">/dev/full", "2>/dev/full", ">/dev/full 2>/dev/full"])
def test_a_stream_that_is_full_ends_the_command_with_3(site: Path, streams: str) -> None:
    write_file(site, "reviews/kettle/stray.yaml", b"author: Marie Dupont\n")
    assert run_with(site, streams, "build", *DAY)[0] == 3


@pytest.mark.parametrize("line", ["print('hello')", "import sys; sys.stdout = None"])
def test_settings_may_print_and_take_no_stream_away(site: Path, line: str) -> None:
    with (site / "pelicanconf.py").open("a", encoding="utf-8") as conf:
        conf.write(f"{line}\n")
    for streams in ("", ">&-", ">&- 2>&-"):
        for words in (("build", *DAY), ("check", *DAY)):
            assert run_with(site, streams, *words)[0] == 0


def test_a_reader_who_goes_away_changes_no_exit_code(site: Path) -> None:
    for words in COMMANDS:
        wanted = run(*words, cwd=site).returncode
        reader, writer = os.pipe()
        os.close(reader)
        done = subprocess.run(
            [sys.executable, "-m", "ambassade", *words],
            cwd=site,
            env=environment(),
            stdin=subprocess.DEVNULL,
            stdout=writer,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            timeout=120,
            check=False,
        )
        os.close(writer)
        assert done.returncode == wanted, words
        assert "Traceback" not in done.stderr
