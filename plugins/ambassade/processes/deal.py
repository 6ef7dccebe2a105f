"""Tasks dealt out among processes, by their numbers: whoever is free takes the next."""

from __future__ import annotations

import os
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

from ambassade.problem import N_
from ambassade.stop import EnvironmentFault

if TYPE_CHECKING:
    from collections.abc import Iterator

# So many numbers of four bytes fit into any pipe.
_MOST_DEALT: Final = 1000
_WIDTH: Final = 4


class Deal:
    """The numbers of tasks, dealt out: whoever is free takes the next few, and no two the same.

    They lie in a pipe, from which a read takes what no other gets. All fit into the smallest that there is,
    so that nobody waits to put them there.
    """

    def __init__(self, count: int) -> None:
        """Put them there. Raises EnvironmentFault."""
        self._count, self._few = count, max(1, -(-count // _MOST_DEALT))
        with no_worker():
            self._pipe, end = os.pipe()
        firsts = range(0, count, self._few)
        os.write(end, b"".join(first.to_bytes(_WIDTH, "big") for first in firsts))
        os.close(end)

    def __iter__(self) -> Iterator[int]:
        """Yield what this process takes."""
        while taken := os.read(self._pipe, _WIDTH):
            first = int.from_bytes(taken, "big")
            yield from range(first, min(first + self._few, self._count))

    def close(self) -> None:
        """Let go of it."""
        os.close(self._pipe)


@contextmanager
def no_worker() -> Iterator[None]:
    """Raise EnvironmentFault where the system has nothing left to start a worker with."""
    try:
        yield
    except OSError as error:
        raise EnvironmentFault(
            N_("No worker can be started: {reason}. Build with fewer jobs."),
            reason=error.strerror or str(error),
        ) from error
