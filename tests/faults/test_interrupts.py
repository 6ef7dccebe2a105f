"""What Ctrl-C, `kill` and a closed terminal do to a build, at any moment."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest

from tests.ambassade_command import environment, files_of
from tests.faults.faulty_site import (
    DAY,
    build,
    copy_site,
    end,
    expect_refusal,
    rest_of,
    start_build,
    swap_words,
    waiting_build,
)

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

INTERRUPTED = 130
AT_ONCE = "os.kill(os.getpid(), signal.SIGINT)"
# Whatever Python makes of an interrupt: up to 3.11 it wraps one that comes while a class is being made,
# and it loses one that comes while a weak reference ends.
MAKING_A_CLASS = """\
class Name:
    def __set_name__(self, owner, name):
        os.kill(os.getpid(), signal.SIGINT)

class Owner:
    name = Name()
"""
ENDING_A_REFERENCE = """\
import weakref

class Thing:
    pass

kept = Thing()
ending = weakref.ref(kept, lambda _: os.kill(os.getpid(), signal.SIGINT))
del kept
"""
WHILE_LOADING = """\
import os, signal, sys

class Interrupt:
    def find_spec(self, name, path=None, target=None):
        if name == {name!r}:
            sys.meta_path.remove(self)
            exec({happens!r}, globals())

sys.meta_path.insert(0, Interrupt())
sys.argv = ["ambassade", "build", *{words!r}]
from ambassade.__main__ import main
main()
"""


@pytest.mark.parametrize(
    ("tell", "number"),
    [
        (os.killpg, signal.SIGINT),
        (os.kill, signal.SIGINT),
        (os.kill, signal.SIGTERM),
        (os.killpg, signal.SIGHUP),
    ],
)
def test_ctrl_c_kill_and_a_closed_terminal_end_all_its_processes_with_130_and_one_word(
    tell: Callable[[int, int], None], number: int, gated: Path, tmp_path: Path
) -> None:
    former = files_of(gated / "output")
    swap_words(gated, "Kettle Works", "Teapot Works", "pelicanconf.py")
    with waiting_build(gated, tmp_path / "gate") as process:
        tell(process.pid, number)
        expect_refusal(process, INTERRUPTED, "Interrupted.")
    assert files_of(gated / "output") == former
    assert rest_of(gated) == set()


@pytest.fixture(scope="module")
def lasts(built_site: Path, tmp_path_factory: pytest.TempPathFactory) -> float:
    """Return how many seconds a cold build takes."""
    copy = copy_site(built_site, tmp_path_factory.mktemp("cold") / "site", cold=True)
    began = time.monotonic()
    build(copy)
    return time.monotonic() - began


@pytest.mark.parametrize("part", [0.45, 0.65, 0.8, 0.95])
@pytest.mark.parametrize(
    ("tell", "number"), [(os.killpg, signal.SIGINT), (os.kill, signal.SIGTERM)]
)
def test_an_interrupt_at_any_moment_leaves_one_site_or_the_other_and_nothing_else(
    tell: Callable[[int, int], None],
    number: int,
    part: float,
    lasts: float,
    site: Path,
    former: dict[str, bytes],
) -> None:
    swap_words(site, "Kettle Works", "Teapot Works", "pelicanconf.py")
    shutil.rmtree(site / ".ambassade")
    process = start_build(site, "--jobs", "2")
    time.sleep(lasts * part)
    tell(process.pid, number)
    code, errors = end(process)
    served = files_of(site / "output")
    assert rest_of(site) == set()
    if code == 0:  # it had done all
        assert b"Teapot Works" in served["index.html"]
    else:
        assert (code, errors) == (INTERRUPTED, ["Interrupted."])
        assert served == former or b"Teapot Works" in served["index.html"]


@pytest.mark.parametrize("happens", [AT_ONCE, MAKING_A_CLASS, ENDING_A_REFERENCE])
@pytest.mark.parametrize(
    "name", ["click", "ambassade.terminal.verbs", "ambassade.building.build_site", "pelican"]
)
def test_ctrl_c_is_heard_while_the_command_is_being_loaded(
    name: str, happens: str, site: Path, former: dict[str, bytes]
) -> None:
    process = subprocess.Popen(
        [sys.executable, "-c", WHILE_LOADING.format(name=name, happens=happens, words=DAY)],
        cwd=site,
        env=environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    )
    expect_refusal(process, INTERRUPTED, "Interrupted.")
    assert files_of(site / "output") == former
    assert rest_of(site) == set()
