"""A progress bar on work that takes longer than a second; nothing where nobody looks."""

from __future__ import annotations

import sys
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from rich.progress import TaskID

    Progress = Callable[[int, int | None], None]

PATIENCE = 1.0
BETWEEN = 0.1


@contextmanager
def progress_bar(label: str) -> Iterator[Progress]:
    """Yield a function that is told how many of how many (None: unknown) are done.

    The bar is on standard error, comes after a second, and goes when the work ends. It has no
    thread of its own: workers may be forked while it stands.
    """
    if not sys.stderr.isatty():
        yield lambda _done, _total: None
        return
    bar = _Bar(label)
    try:
        yield bar.tell
    finally:
        bar.stop()


class _Bar:
    def __init__(self, label: str) -> None:
        self.label = label
        self.next_time = time.monotonic() + PATIENCE
        self.task: TaskID | None = None

    def tell(self, done: int, total: int | None) -> None:
        now = time.monotonic()
        if now < self.next_time:
            return
        self.next_time = now + BETWEEN
        if self.task is None:
            self.task = self._start()
        self.bar.update(self.task, completed=done, total=total, refresh=True)

    def _start(self) -> TaskID:
        from rich.console import Console
        from rich.progress import (
            BarColumn,
            MofNCompleteColumn,
            Progress,
            TextColumn,
        )

        columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
        console = Console(stderr=True)
        self.bar = Progress(*columns, console=console, transient=True, auto_refresh=False)
        self.bar.start()
        return self.bar.add_task(self.label, total=None)

    def stop(self) -> None:
        if self.task is not None:
            self.bar.stop()
