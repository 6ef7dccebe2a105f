"""The command in a terminal, as somebody sits before it: reads what is shown, answers, reads on."""

from __future__ import annotations

import os
import pty
import re
import select
import subprocess
import sys
import time
from typing import TYPE_CHECKING

from tests.ambassade_command import environment
from tests.patience import PATIENCE

if TYPE_CHECKING:
    from pathlib import Path

_CONTROL = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]|\r")


def converse(
    *words: str | Path, answers: list[tuple[str, str]], cwd: Path, language: str = "C.UTF-8"
) -> tuple[int, str]:
    """Run `ambassade`; for each (shown, answer), wait until `shown` is shown, then type `answer`.

    Return the exit code and all that was shown.
    """
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "ambassade", *map(str, words)]
    env = {**environment(language), "TERM": "dumb", "INPUTRC": os.devnull}
    with subprocess.Popen(
        command, cwd=cwd, env=env, stdin=theirs, stdout=theirs, stderr=theirs, close_fds=True
    ) as process:
        os.close(theirs)
        try:
            shown = _answer(ours, answers)
            code = process.wait(timeout=PATIENCE)
        finally:
            process.kill()
            os.close(ours)
    text = _CONTROL.sub("", shown.decode())
    assert "Traceback" not in text, text
    return code, text


def _answer(terminal: int, answers: list[tuple[str, str]]) -> bytes:
    shown = b""
    for wanted, answer in answers:
        seen = len(shown)
        shown = _read_until(terminal, shown, seen, wanted)
        os.write(terminal, f"{answer}\n".encode())
    return shown + _read_rest(terminal)


def _read_until(terminal: int, shown: bytes, seen: int, wanted: str) -> bytes:
    deadline = time.monotonic() + PATIENCE
    while wanted.encode() not in shown[seen:]:
        part = _read_part(terminal, deadline)
        assert part, f"{wanted!r} was not shown:\n{shown.decode()}"
        shown += part
    return shown


def _read_rest(terminal: int) -> bytes:
    shown = b""
    deadline = time.monotonic() + PATIENCE
    while part := _read_part(terminal, deadline):
        shown += part
    return shown


def _read_part(terminal: int, deadline: float) -> bytes:
    """Return what is shown next; nothing where the other end is closed or keeps silent."""
    left = max(0.0, deadline - time.monotonic())
    ready, _, _ = select.select([terminal], [], [], left)
    try:
        return os.read(terminal, 65536) if ready else b""
    except OSError:  # Linux: the other end is closed
        return b""
