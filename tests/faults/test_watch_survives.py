"""`ambassade build --watch` outlives what befalls a build, and recovers by itself when the fault is gone."""

from __future__ import annotations

import fcntl
import os
import shutil
import signal
import time
from typing import TYPE_CHECKING

import pytest

from tests.ambassade_command import files_of, run
from tests.faults.faulty_site import (
    PATIENCE,
    REVIEW,
    WORDS,
    add_gate,
    copy_site,
    rest_of,
    swap_words,
)
from tests.publish.conftest import mount  # noqa: F401 - a fixture
from tests.rules.sample_site import write_file
from tests.served_site import start_watching

if TYPE_CHECKING:
    from pathlib import Path

    from tests.publish.folders import Mount

PAGE = f"{REVIEW[:-5]}/index.html"
SMALL = 50_000


def wait_for_words(site: Path, words: str) -> None:
    """Wait until the page in the output shows `words`; nothing of the site is changed meanwhile."""
    deadline = time.monotonic() + PATIENCE
    # While one site takes the other's place, there is none for a moment.
    while (
        not (site / "output" / PAGE).exists() or words not in (site / "output" / PAGE).read_text()
    ):
        assert time.monotonic() < deadline, words
        time.sleep(0.05)


def test_it_outlives_a_full_disk_and_outputs_that_are_not_ours(
    built_site: Path,
    tmp_path: Path,
    mount: Mount,  # noqa: F811
) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    mount("-t", "tmpfs", "-o", "size=64m", "tmpfs", disk)
    site = copy_site(built_site, disk / "site")
    with start_watching(site, "--jobs", "2") as watched:
        wait_for_words(site, WORDS)
        former = files_of(site / "output")

        room = os.statvfs(disk).f_bavail * os.statvfs(disk).f_frsize
        with (disk / "ballast").open("wb") as ballast:
            ballast.write(bytes(room - SMALL))
        swap_words(site, "Kettle Works", "Teapot Works", "pelicanconf.py")
        watched.wait_for("No space left")
        assert files_of(site / "output") == former
        (disk / "ballast").unlink()
        wait_for_words(site, "Teapot Works")

        write_file(site, "output/CNAME", b"example.com")
        swap_words(site)
        watched.wait_for("CNAME")
        assert (site / "output/CNAME").read_bytes() == b"example.com"
        (site / "output/CNAME").unlink()
        wait_for_words(site, "It heats water.")

        (site / "output").rename(disk / "elsewhere")
        (site / "output").symlink_to(disk / "elsewhere")
        elsewhere = files_of(disk / "elsewhere")
        swap_words(site, "heats", "cools")
        watched.wait_for("is a symbolic link")
        assert files_of(disk / "elsewhere") == elsewhere
        (site / "output").unlink()
        wait_for_words(site, "It cools water.")
    assert watched.process.returncode == 130
    assert rest_of(site) == set()


def test_it_outlives_a_killed_build_another_one_and_the_loss_of_what_is_kept(
    site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gate = tmp_path / "gate"
    monkeypatch.setenv("GATE", str(gate))
    add_gate(site)
    gate.mkdir()
    (gate / "go").touch()
    with start_watching(site) as watched:
        for name in ("go", "here"):
            (gate / name).unlink()
        former = files_of(site / "output")
        swap_words(site)
        while not (gate / "here").exists():
            time.sleep(0.02)
        os.killpg(int((gate / "here").read_text()), signal.SIGKILL)
        watched.wait_for("The build was killed (signal 9).")
        assert files_of(site / "output") == former
        (gate / "go").touch()
        wait_for_words(site, "It heats water.")

        watched.wait_for("Built in", 2)
        with (site / ".ambassade/build.lock").open("rb+") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            swap_words(site, "heats", "cools")
            watched.wait_for("Another build")
        wait_for_words(site, "It cools water.")

        watched.wait_for("Built in", 3)
        shutil.rmtree(site / ".ambassade", ignore_errors=True)  # a build may still be in there
        for path in (site / ".ambassade").rglob("*.shard"):
            path.write_bytes(b"garbage")
        swap_words(site, "cools", "warms")
        wait_for_words(site, "It warms water.")
    assert rest_of(site) == set()


def test_a_fault_is_told_and_mended_by_the_next_change(site: Path) -> None:
    with start_watching(site, "--settings", "pelicanconf.py") as watched:
        good = (site / REVIEW).read_bytes()
        write_file(site, REVIEW, good + b"reviewRating: 4\n")
        watched.wait_for("Y110 duplicate-key")
        write_file(site, REVIEW, good)
        watched.wait_for("Built in", 2)
        shutil.rmtree(site / "output")
        wait_for_words(site, WORDS)


@pytest.mark.parametrize(
    ("words", "told"), [(("--format", "json"), "leave --format out"), (("--drafts",), "no draft")]
)
def test_what_cannot_be_watched_is_refused(site: Path, words: tuple[str, ...], told: str) -> None:
    assert told in run("build", "--watch", *words, cwd=site, check=2).stderr
