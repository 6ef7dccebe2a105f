"""Run commands, and tell what they took."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from tempfile import TemporaryFile
from time import perf_counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

_KILOBYTE = 1 if sys.platform == "darwin" else 1024  # macOS counts ru_maxrss in bytes
_TOLD = 2000


@dataclass(frozen=True, slots=True)
class Measure:
    """What a run took: seconds by the clock, seconds of all processors, bytes of memory.

    The memory is that of the largest process at its largest: the kernel's `ru_maxrss`, which for a
    process that has ended is the largest of its own and of those it waited for.
    """

    seconds: float
    processor: float
    memory: int


@dataclass(frozen=True, slots=True)
class Weight:
    """What a run left: HTML pages, files, bytes."""

    pages: int
    files: int
    size: int


def run(commands: Sequence[Sequence[str]], folder: Path, environment: Mapping[str, str]) -> Measure:
    """Run commands side by side until all have ended; RuntimeError if one fails."""
    surroundings = {
        # As Python is used: with what it compiled kept, templates too.
        **{key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"},
        **environment,
        # Whatever they keep between runs is kept where a cold run takes it away.
        "XDG_CACHE_HOME": str(folder / "cache"),
        "HUGO_CACHEDIR": str(folder / "cache"),
    }
    with TemporaryFile() as words:
        begin = perf_counter()
        started = [
            subprocess.Popen(command, cwd=folder, env=surroundings, stdout=words, stderr=words)
            for command in commands
        ]
        ended = [os.wait4(process.pid, 0) for process in started]
        seconds = perf_counter() - begin
        for process, (_, status, _usage) in zip(started, ended, strict=True):
            process.returncode = os.waitstatus_to_exitcode(status)
            if process.returncode:
                words.seek(0)
                told = words.read().decode(errors="replace")[-_TOLD:]
                raise RuntimeError(f"{process.args!r} failed:\n{told}")
    usages = [usage for _, _, usage in ended]
    return Measure(
        seconds=seconds,
        processor=sum(usage.ru_utime + usage.ru_stime for usage in usages),
        memory=max(usage.ru_maxrss for usage in usages) * _KILOBYTE,
    )


def weigh(folder: Path) -> Weight:
    """Return what is in a folder."""
    files = [path for path in folder.rglob("*") if path.is_file()]
    pages = sum(path.suffix == ".html" for path in files)
    return Weight(pages, len(files), sum(path.stat().st_size for path in files))
