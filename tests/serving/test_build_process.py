"""What a build's exit code and words say of it."""

from __future__ import annotations

import json
import signal
import subprocess
from pathlib import Path
from typing import Any

import pytest

from ambassade.problem import Level
from ambassade.serving.build_process import judge, run_build
from ambassade.serving.ended_by_signals import ended_by_signals
from ambassade.terminal.telling import as_text

SITE = Path("/x/site")
RECORD = {
    "file": "reviews/a/item.yaml",
    "line": 3,
    "column": 7,
    "level": "error",
    "code": "R102",
    "name": "rating-out-of-range",
    "fact": "It is {6}.",
    "remedy": "Write 1 to 5.",
}


def test_problems_are_read_back_as_they_were_told_whatever_was_printed_before() -> None:
    outcome = judge(1, f"[hello]\n{json.dumps([RECORD], indent=1)}\n", "1 error", 0.5, SITE)
    assert [as_text(one) for one in outcome.problems] == [
        "reviews/a/item.yaml:3:7: R102 rating-out-of-range: It is {6}. Write 1 to 5."
    ]
    (fault,) = outcome.faults
    assert (fault.where, fault.mark, fault.words) == (
        "reviews/a/item.yaml:3:7", "R102 rating-out-of-range", "It is {6}. Write 1 to 5.",
    )  # fmt: skip


def test_only_errors_are_faults() -> None:
    warning = {**RECORD, "level": "warning"}
    outcome = judge(0, json.dumps([warning]), "", 0.5, SITE)
    assert [one.level for one in outcome.problems] == [Level.WARNING]
    assert outcome.faults == ()


def test_a_stop_is_told_in_its_own_words() -> None:
    outcome = judge(3, "", "There is no space left \x1b[1m.\n", 0.5, SITE)
    assert [fault.words for fault in outcome.faults] == ["There is no space left \\x1b[1m."]


def test_a_crash_is_told_by_the_innermost_line_that_is_the_sites_and_the_error() -> None:
    traceback = (
        "Traceback (most recent call last):\n"
        '  File "/x/site/plugins/own.py", line 4, in register\n'
        f'  File "{json.__file__}", line 9, in loads\n'
        "ValueError: no <b>number</b>\n"
    )
    outcome = judge(1, "", traceback, 0.5, SITE)
    (fault,) = outcome.faults
    assert fault.where == "plugins/own.py:4"
    assert fault.words == "The build crashed. ValueError: no <b>number</b>"
    assert outcome.traceback == traceback


def test_a_build_that_ends_without_a_word_is_a_fault_all_the_same() -> None:
    for code, words in (
        (-9, "The build was killed (signal 9)."),
        (2, "The build crashed."),
        (0, "The build crashed."),
    ):
        assert [fault.words for fault in judge(code, "", "", 0.5, SITE).faults] == [words]


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_build_that_was_just_started_when_it_is_ended_does_not_outlive_it(
    number: signal.Signals, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    started = []

    class Disturbed(subprocess.Popen[str]):
        def __init__(self, *words: Any, **options: Any) -> None:  # noqa: ANN401 - as Popen's
            super().__init__(*words, **options)
            started.append(self)
            signal.raise_signal(number)

    monkeypatch.setattr(subprocess, "Popen", Disturbed)
    with ended_by_signals(), pytest.raises((KeyboardInterrupt, SystemExit)):
        run_build(tmp_path, [], lambda _seconds: False)
    assert [process.returncode is None for process in started] == [False]
