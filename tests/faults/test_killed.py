"""`kill -9` at any moment: the site is the former or the new one, whole, and the next build tidies up."""

from __future__ import annotations

import os
import shutil
import signal
import time
from contextlib import suppress
from random import Random
from typing import TYPE_CHECKING

import pytest

from tests.ambassade_command import files_of
from tests.faults.faulty_site import (
    REVIEW,
    build,
    cold_bytes,
    end,
    rest_of,
    start_build,
    swap_words,
    write_busy_site,
)
from tests.rules.sample_site import write_file

if TYPE_CHECKING:
    from pathlib import Path

MOMENTS = 20
SEED = int.from_bytes(os.urandom(4), "big")


@pytest.fixture(scope="module")
def busy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a site that keeps several workers busy."""
    return write_busy_site(tmp_path_factory.mktemp("killed") / "site")


class Sources:
    """Two states of a site's sources, `now` the one that it is in: each makes all pages others."""

    def __init__(self, site: Path) -> None:
        self.site, self.now = site, 0

    def turn(self) -> None:
        """Bring the sources into the other state."""
        words = ("It boils water.", "It heats water."), ("Kettle Works", "Teapot Works")
        for file, pair in zip((REVIEW, "pelicanconf.py"), words, strict=True):
            swap_words(self.site, pair[self.now], pair[1 - self.now], file)
        self.now = 1 - self.now


def test_twenty_killed_builds_leave_whole_sites_and_no_worker_and_the_next_leaves_nothing(
    busy: Path, tmp_path: Path
) -> None:
    sources, chance = Sources(busy), Random(SEED)  # noqa: S311 - any moment will do
    passing = tmp_path / "passing"
    passing.mkdir()
    whole = [cold_bytes(busy, tmp_path / "first")]
    sources.turn()
    whole.append(cold_bytes(busy, tmp_path / "second"))
    # The first one makes the copies of pictures, too, which takes as long as all else.
    build(busy, "--jobs", "2")
    sources.turn()
    began = time.monotonic()
    build(busy, "--jobs", "2")
    lasts, too_late = time.monotonic() - began, 0
    for number in range(MOMENTS):
        if files_of(busy / "output") == whole[sources.now]:
            sources.turn()
        if number % 3 == 0:
            shutil.rmtree(busy / ".ambassade", ignore_errors=True)
        process = start_build(busy, "--jobs", "2", more={"TMPDIR": str(passing)})
        time.sleep(lasts * (number + chance.random()) / MOMENTS)
        too_late += process.poll() is not None
        with suppress(ProcessLookupError):
            (os.kill if number % 2 else os.killpg)(process.pid, signal.SIGKILL)
        # Returns when the last process has ended that could still say something.
        end(process)
        assert files_of(busy / "output") in whole, f"half a site: seed {SEED}, moment {number}"
    assert too_late < MOMENTS / 2, "the builds had ended before they were killed"
    build(busy, "--jobs", "2")
    assert files_of(busy / "output") == whole[sources.now]
    assert rest_of(busy) == set()
    assert not list(passing.iterdir())


def test_what_a_killed_build_was_about_to_keep_is_tidied_up(site: Path) -> None:
    for name in (
        "shards/pelicanconf/kettle.shard-99.new",
        "shards/pelicanconf/gone.shard",
        "builds/pelicanconf-99.new",
        f"pictures/{'0' * 64}.copies-99.new",
    ):
        write_file(site, f".ambassade/{name}", b"half")
    (site / ".output.ambassade-new/reviews").mkdir(parents=True)
    assert "made anew" not in build(site)
    assert rest_of(site) == set()
    assert not (site / ".ambassade/shards/pelicanconf/gone.shard").exists()
