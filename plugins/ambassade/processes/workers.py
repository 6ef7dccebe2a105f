"""Doing many tasks in several processes.

In: tasks and what to do with one. Out: all are done, or the first fault of any worker is raised and
no worker is left.
"""

import os
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Final, TypeVar

from ambassade.processes.deal import Deal
from ambassade.processes.worker import Worker, do_one, listen, start

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

T = TypeVar("T")

FEWEST_TASKS: Final = 64


def do_all(
    tasks: Sequence[T],
    do: Callable[[T], object],
    jobs: int,
    progress: Callable[[int], None] | None = None,
    *,
    fewest: int = FEWEST_TASKS,
) -> None:
    """Do all tasks in up to `jobs` processes; fewer than `fewest`, or where nothing forks, in this one.

    Raises what `do` raises, and `EnvironmentFault` when memory runs out or a worker is killed.
    """

    def do_only(task: T) -> bytes:
        do(task)
        return b""

    for _nothing in gather(tasks, do_only, jobs, progress, fewest=fewest):
        pass


def gather(
    tasks: Sequence[T],
    do: Callable[[T], bytes],
    jobs: int,
    progress: Callable[[int], None] | None = None,
    *,
    fewest: int = FEWEST_TASKS,
) -> Iterator[tuple[int, bytes]]:
    """Yield the number of each task with what `do` makes of it, in whatever order they are done.

    As `do_all` for the rest. A caller that does not want all of them must close the iterator.
    """
    tell = progress or _tell_nobody
    if jobs <= 1 or len(tasks) < fewest or not hasattr(os, "fork"):
        for number, task in enumerate(tasks):
            yield number, do_one(task, do)
            tell(number + 1)
        return
    workers: dict[Connection, Worker] = {}
    hand = Deal(len(tasks))
    try:
        for _ in range(min(jobs, len(tasks))):
            start(workers, tasks, hand, do)
        yield from listen(workers, tell)
    except BaseException:
        for process in workers.values():
            process.kill()
        raise
    finally:
        hand.close()
        for reader, process in workers.items():
            process.join()
            reader.close()


def _tell_nobody(_finished: int) -> None:
    pass
