"""No memory is left: one line, exit code 3, the former site."""

from __future__ import annotations

import resource
from typing import TYPE_CHECKING

import pytest

from tests.ambassade_command import files_of
from tests.faults.faulty_site import (
    STARVED,
    build,
    copy_site,
    expect_refusal,
    rest_of,
    start_build,
    swap_words,
    write_busy_site,
)

if TYPE_CHECKING:
    from pathlib import Path

# The process that is forked after so many others is killed.
KILLED = """
import os
import signal

forked = []
os.register_at_fork(
    after_in_child=lambda: len(forked) == {number} and os.kill(os.getpid(), signal.SIGKILL),
    after_in_parent=lambda: forked.append(1),
)
"""
MEGABYTE = 1 << 20


@pytest.fixture(scope="module")
def busy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a built site that keeps several workers busy."""
    site = write_busy_site(tmp_path_factory.mktemp("memory") / "site")
    build(site)
    return site


@pytest.mark.parametrize("more", [0, MEGABYTE])
def test_a_worker_without_memory_ends_the_build(more: int, busy: Path, tmp_path: Path) -> None:
    site = copy_site(busy, tmp_path / "site")
    former = files_of(site / "output")
    swap_words(site, "Kettle Works", "Teapot Works", "pelicanconf.py")
    settings = (site / "pelicanconf.py").read_text(encoding="utf-8")
    (site / "pelicanconf.py").write_text(settings + STARVED.format(more=more), encoding="utf-8")
    expect_refusal(start_build(site, "--jobs", "2"), 3, "ran out of memory")
    assert files_of(site / "output") == former
    assert rest_of(site) == set()
    if more:
        (site / "pelicanconf.py").write_text(settings, encoding="utf-8")
        build(site)
        assert b"Teapot Works" in (site / "output/index.html").read_bytes()


@pytest.mark.parametrize("number", [0, 1])
def test_nothing_is_left_where_what_is_done_aside_is_killed(
    number: int, site: Path, former: dict[str, bytes]
) -> None:
    """Kill what looks at the output, then what makes a clone of it."""
    build(site)  # else nothing is known of the copy, and none is made
    with (site / "pelicanconf.py").open("a", encoding="utf-8") as conf:
        conf.write(KILLED.format(number=number))
    swap_words(site)
    expect_refusal(start_build(site, "--jobs", "2"), 3, "was killed")
    assert files_of(site / "output") == former
    assert rest_of(site) == set()


@pytest.mark.parametrize("megabytes", [40, 60, 80, 86, 90])
def test_a_build_without_memory_says_so(
    megabytes: int, site: Path, former: dict[str, bytes]
) -> None:
    """Say so at once where little is left, as well as in the middle of a build."""

    def starve() -> None:
        most = megabytes * MEGABYTE
        resource.setrlimit(resource.RLIMIT_AS, (most, most))

    expect_refusal(start_build(site, before=starve), 3, "memory")
    assert files_of(site / "output") == former
    assert rest_of(site) == set()
