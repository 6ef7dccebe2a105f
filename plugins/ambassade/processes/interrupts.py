"""What ends a command at once, heard wherever Python stands: Ctrl-C, `kill`, a closed terminal."""

from __future__ import annotations

import signal
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_SOON = 0.01
"""In seconds: Python is out of what cannot be interrupted by then."""


def end_as_by_interrupt() -> None:
    """Let a `kill` or a closed terminal end a command as Ctrl-C does; `nohup` keeps the latter off."""
    for name in ("SIGTERM", "SIGHUP"):
        number = getattr(signal, name, None)
        if number is not None and signal.getsignal(number) is signal.SIG_DFL:
            signal.signal(number, signal.default_int_handler)


@contextmanager
def interrupts_heard() -> Iterator[None]:
    """Raise KeyboardInterrupt out of the block for each interrupt, in whatever words Python has it.

    Python wraps one that comes while a class is being made (`__set_name__`, up to Python 3.11), and loses
    one that comes in what it calls by itself, as when a weak reference ends.
    """
    former = sys.unraisablehook
    sys.unraisablehook = _interrupt_again
    try:
        yield
    except Exception as error:
        if not _is_interrupt(error):
            raise
        raise KeyboardInterrupt from error
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        sys.unraisablehook = former


def _is_interrupt(error: BaseException | None) -> bool:
    while error is not None and not isinstance(error, KeyboardInterrupt):
        error = error.__cause__
    return error is not None


def _interrupt_again(told: sys.UnraisableHookArgs) -> None:
    if issubclass(told.exc_type, KeyboardInterrupt):
        signal.signal(signal.SIGALRM, signal.default_int_handler)
        signal.setitimer(signal.ITIMER_REAL, _SOON)
    else:
        sys.__unraisablehook__(told)
