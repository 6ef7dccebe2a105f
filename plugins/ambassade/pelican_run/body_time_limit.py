"""No text may keep a build waiting: what takes too long to read, or to look through, ends in an error.

Python-Markdown takes minutes for some 20,000 characters, such as nothing but `[`; Pelican's search for links,
and Python's own parser of HTML, take as long where `<` has no `>`.
"""

from __future__ import annotations

import signal
import threading
from contextlib import contextmanager
from functools import wraps
from typing import TYPE_CHECKING, Any

from ambassade.markup.start_tags import list_start_tags

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

SECONDS = 5.0


class TakesTooLong(Exception):  # noqa: N818 - Pelican tells what it says as it stands
    """Reading took more time than a text can need."""


def limit_reading(readers: Any) -> None:  # noqa: ANN401 - Pelican publishes no types
    """Let Pelican's `readers` spend no more than so much of the processor's time on one file."""
    readers.read_file = _limit(readers.read_file)


def _limit(read: Callable[..., Any]) -> Callable[..., Any]:
    @wraps(read)
    def limited(*args: object, **options: object) -> Any:  # noqa: ANN401 - as `read` does
        with time_limit(SECONDS):
            made = read(*args, **options)
            _look_through(made)
            return made

    return limited


def _look_through(made: Any) -> None:  # noqa: ANN401 - as above
    """Do once what is done with a text again and again, where nothing limits it."""
    # All else that has the text of it resolves links, or caches.
    text = getattr(made, "_content", None)
    if text:
        made.get_static_links()
        list_start_tags(text)


@contextmanager
def time_limit(seconds: float) -> Iterator[None]:
    """Raise TakesTooLong in the block when the process has worked so long in it.

    Only the main thread of a system with such a clock can be stopped; elsewhere there is no limit.
    """
    if (
        not hasattr(signal, "setitimer")
        or threading.current_thread() is not threading.main_thread()
    ):
        yield
        return

    def stop(*_: object) -> None:
        message = f"its text takes more than {seconds:.0f} seconds to read."
        raise TakesTooLong(message)

    former = signal.signal(signal.SIGVTALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, former)
