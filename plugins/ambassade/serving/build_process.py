"""One build, in a process of its own: settings, theme or plugins may crash it and nothing else.

In: the words of the command line, and whether to give up because something changed. Out: what
became of it, an `Outcome`.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING, Final

from ambassade.problem import Level, inert
from ambassade.serving.board import Fault
from ambassade.serving.crash import LONGEST, describe_crash
from ambassade.serving.ended_by_signals import signals_held
from ambassade.terminal.telling import read_problem

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from datetime import date
    from pathlib import Path

    from ambassade.problem import Problem

CHECKED_EVERY: Final = 0.05
TIDIES_UP_FOR: Final = 2.0
FAULTY_CONTENT: Final = 1
STOPPED: Final = (2, 3, 4)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a build: its exit code, what it found, and why there is no site, if so."""

    code: int
    seconds: float
    problems: tuple[Problem, ...] = ()
    faults: tuple[Fault, ...] = ()
    traceback: str = ""


def list_words(
    *,
    settings: Path | None,
    on: date | None,
    jobs: int | None,
    drafts: bool,
    output: Path | None = None,
) -> list[str]:
    """Return the options of a command as the words that hand them on to `ambassade build`."""
    given = {"--settings": settings, "--on": on, "--jobs": jobs, "--output": output}
    options = [(name, str(value)) for name, value in given.items() if value is not None]
    return [*chain.from_iterable(options), *(["--drafts"] if drafts else [])]


def run_build(
    site: Path, words: Sequence[str], is_stale: Callable[[float], bool]
) -> Outcome | None:
    """Run `ambassade build` on `site`, with `words`; None when given up.

    That is when `is_stale` says so, asked again and again with the seconds that it has taken.
    """
    began = time.monotonic()
    with _started(["--site", str(site), *words]) as process:
        while True:
            try:
                out, errors = process.communicate(timeout=CHECKED_EVERY)
            except subprocess.TimeoutExpired:
                if is_stale(time.monotonic() - began):
                    return None
                if process.poll() is not None:
                    # Killed; its workers still hold its outputs.
                    _kill(process)
            else:
                seconds = time.monotonic() - began
                return judge(process.returncode, out, errors, seconds, site)


@contextmanager
def _started(words: Sequence[str]) -> Iterator[subprocess.Popen[str]]:
    """Start a build. At the end of the block it is asked to tidy up; what is left of it is killed."""
    process = None
    try:
        with signals_held():
            process = _start(words)
        yield process
    finally:
        if process is not None:
            with process:
                _interrupt(process)
                _kill(process)


def _start(words: Sequence[str]) -> subprocess.Popen[str]:
    return subprocess.Popen(  # noqa: S603 - ourselves, with arguments of our own
        [sys.executable, "-P", "-m", "ambassade", "build", "--format", "json", *words],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONIOENCODING": "utf-8"},
        encoding="utf-8",
        errors="backslashreplace",
        # Ctrl-C is for who started it to hear, and to end the build.
        start_new_session=True,
    )


def _interrupt(process: subprocess.Popen[str]) -> None:
    """Let a build that is under way end as by Ctrl-C: it removes what it began."""
    if os.name == "posix" and process.poll() is None:
        with suppress(OSError, subprocess.TimeoutExpired):
            process.send_signal(signal.SIGINT)
            process.wait(TIDIES_UP_FOR)


def _kill(process: subprocess.Popen[str]) -> None:
    with suppress(OSError):
        if os.name == "posix":
            os.killpg(process.pid, signal.SIGKILL)
        else:
            process.kill()


def judge(code: int, out: str, errors: str, seconds: float, site: Path) -> Outcome:
    """Return what a build's exit code and its words on both outputs say of it."""
    problems = _read_problems(out)
    if code == 0 and problems is not None:
        return Outcome(code, seconds, problems)
    if code == FAULTY_CONTENT and problems is not None:
        return Outcome(code, seconds, problems, _faults_of(problems))
    if code in STOPPED and errors.strip():
        reason = errors.strip().splitlines()[-1]
        return Outcome(code, seconds, faults=(Fault("", "", inert(reason, LONGEST)),))
    return Outcome(code, seconds, faults=(describe_crash(code, errors, site),), traceback=errors)


def _read_problems(out: str) -> tuple[Problem, ...] | None:
    """Return the list at the end of a build's output, whatever plugins printed before it."""
    text = f"\n{out}"
    try:
        return tuple(read_problem(record) for record in json.loads(text[text.rindex("\n[") :]))
    except (ValueError, LookupError, TypeError, StopIteration):
        return None


def _faults_of(problems: Sequence[Problem]) -> tuple[Fault, ...]:
    return tuple(
        Fault(str(one.place), f"{one.code} {one.name}", " ".join(one.sentences()).strip())
        for one in problems
        if one.level is Level.ERROR
    )
