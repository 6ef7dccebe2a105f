"""A command that goes on until it is told to stop: by Ctrl-C, by a signal, by a terminal that is closed."""

from __future__ import annotations

import signal
from contextlib import contextmanager
from typing import TYPE_CHECKING, NoReturn

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from types import FrameType


_NAMES = ("SIGTERM", "SIGHUP")


@contextmanager
def ended_by_signals() -> Iterator[None]:
    """Let a closed terminal or a `kill` end it as cleanly as Ctrl-C does."""
    with _handled_by(_end, _NAMES):
        yield


@contextmanager
def signals_held() -> Iterator[None]:
    """Let what would end it do so only after the block: a process that it starts must not be lost."""
    held: list[int] = []
    with _handled_by(lambda number, _frame: held.append(number), ("SIGINT", *_NAMES)):
        yield
    for number in held[:1]:
        signal.raise_signal(number)


@contextmanager
def _handled_by(
    handler: Callable[[int, FrameType | None], object], names: Sequence[str]
) -> Iterator[None]:
    numbers = [getattr(signal, name) for name in names if hasattr(signal, name)]
    before = {number: signal.signal(number, handler) for number in numbers}
    try:
        yield
    finally:
        for number, former in before.items():
            signal.signal(number, former)


def _end(number: int, _frame: object) -> NoReturn:
    raise SystemExit(128 + number)
