"""The results as Markdown: the machine, and a table for each size."""

from __future__ import annotations

import os
import platform
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Sequence

    from bench.measure import Measure
    from bench.peers import Peer
    from bench.trial import Trial

_MEGABYTE = 1_000_000
_TIMES = {
    "cold": "cold build, s",
    "edited": "after one edit, s",
    "added": "after adding one review, s",
    "unchanged": "nothing changed, s",
    "check": "`check` alone, s",
}
_SAME = 0.02
_BUSY = 0.3


def tell_machine(
    peers: Sequence[Peer], asked: argparse.Namespace, busy: tuple[float, float, float]
) -> str:
    """Return what stands above the tables."""
    versions = ", ".join(f"{peer.name} ({peer.version})" for peer in peers)
    cores = f"{_count_cores()} processors ({_name_processor()})"
    where = asked.folder or "the folder for temporary files"
    lines = [
        "<!-- Written by `make bench`; do not edit. README.md says what is measured, and how. -->",
        "# Results",
        "",
        f"Compared: {versions}.",
        f"Python {platform.python_version()}, {cores}, {platform.system()} {platform.release()}.",
        f"In {where}, each in turn, so many times: {asked.runs}; from 20,000 reviews on, once. A cell is",
        "the median, in brackets the least and the most, then how many times Hugo's it is.",
        f"Load of the machine before: {busy[0]:.1f}, after: {os.getloadavg()[0]:.1f}.",
    ]
    if busy[0] > _BUSY:
        lines += [
            "**Other work ran on this machine: the seconds are worth little, the ratios and the",
            "processor's seconds a little more.**",
        ]
    return "\n".join(lines) + "\n"


def tell_size(trials: Sequence[Trial]) -> str:
    """Return the table of one size."""
    base = next((trial for trial in trials if trial.peer.key == "hugo"), None)
    head = " | ".join(trial.peer.name for trial in trials)
    lines = [
        f"## {trials[0].count:,} reviews" if trials else "## Nothing",
        "",
        f"| | {head} |",
        "|---" * (len(trials) + 1) + "|",
    ]
    for state, name in _TIMES.items():
        lines.append(_row(name, trials, base, state, lambda one: one.seconds))
    lines += [
        _row("cold build, s of processor", trials, base, "cold", lambda one: one.processor),
        _row("after one edit, s of processor", trials, base, "edited", lambda one: one.processor),
        _row("most memory of a process, MB", trials, base, "cold", _count_megabytes),
        _row("the same after one edit, MB", trials, base, "edited", _count_megabytes),
        _weigh(
            "HTML pages", trials, lambda trial: f"{trial.weight.pages:,}" if trial.weight else ""
        ),
        _weigh("files", trials, lambda trial: f"{trial.weight.files:,}" if trial.weight else ""),
        _weigh(
            "MB written",
            trials,
            lambda trial: f"{trial.weight.size / _MEGABYTE:,.1f}" if trial.weight else "",
        ),
    ]
    return "\n".join((*lines, *_doubts(trials), ""))


def _row(
    name: str,
    trials: Sequence[Trial],
    base: Trial | None,
    state: str,
    value: Callable[[Measure], float],
) -> str:
    cells = []
    for trial in trials:
        found = [value(one) for one in trial.measures.get(state, ())]
        if not found:
            cells.append("–")
            continue
        cell = f"{_show(median(found))} ({_show(min(found))}–{_show(max(found))})"
        if base and trial is not base and state in base.measures:
            cell += f" · {median(found) / median(map(value, base.measures[state])):.2f}×"
        cells.append(cell)
    return f"| {name} | {' | '.join(cells)} |"


def _weigh(name: str, trials: Sequence[Trial], tell: Callable[[Trial], str]) -> str:
    return f"| {name} | {' | '.join(map(tell, trials))} |"


def _doubts(trials: Sequence[Trial]) -> list[str]:
    """Return a line for each peer that does not make as many pages as the first."""
    lines = []
    for trial in trials[1:]:
        first, other = trials[0].weight, trial.weight
        if first and other and abs(other.pages - first.pages) > _SAME * first.pages:
            lines.append(
                f"\n**{trial.peer.name} makes {other.pages - first.pages:+,} pages: no fair match.**"
            )
    return lines


def _show(value: float) -> str:
    return f"{value:.0f}" if value >= 100 else f"{value:.2f}"  # noqa: PLR2004 - three figures


def _count_megabytes(measure: Measure) -> float:
    return measure.memory / _MEGABYTE


def _count_cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _name_processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        return platform.machine()
    names = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(names, platform.machine())
