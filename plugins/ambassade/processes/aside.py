"""One thing done in a process of its own while this one goes on.

In: what to do, which gives bytes. Out: them, when they are asked for; where nothing forks, it is done
then.
"""

from __future__ import annotations

import os
from contextlib import AbstractContextManager
from typing import TYPE_CHECKING

from ambassade.processes.worker import listen, start

if TYPE_CHECKING:
    from collections.abc import Callable
    from multiprocessing.connection import Connection

    from ambassade.processes.worker import Worker


class Aside(AbstractContextManager["Aside"]):
    """Does `do` beside the block; a block that ends without asking for what it gives stops it."""

    def __init__(self, do: Callable[[], bytes], *, apart: bool = True) -> None:
        """Start, in a process of its own if `apart`. Raises EnvironmentFault."""
        self._do = do
        self._workers: dict[Connection, Worker] = {}
        if apart and hasattr(os, "fork"):
            start(self._workers, [None], range(1), lambda _nothing: do())

    def result(self) -> bytes:
        """Return what it gives, once. Raises what it raised, EnvironmentFault if it was killed."""
        if not self._workers:
            return self._do()
        with self:
            ((_, given),) = listen(self._workers, lambda _finished: None)
            for process in self._workers.values():
                process.join()
        return given

    def __exit__(self, *_ended: object) -> None:
        """Stop what nobody waits for any more."""
        for reader, process in self._workers.items():
            process.stop()
            reader.close()
        self._workers.clear()
