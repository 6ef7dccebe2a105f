"""One process that does its share of some tasks, and says what came of each.

It is forked: tasks and `do` need no pickling; what comes back is bytes.
"""

import gc
import os
import pickle
import signal
import sys
import time
import traceback
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from itertools import islice
from multiprocessing import connection
from multiprocessing.connection import Connection
from typing import Final, NoReturn, TypeVar

from ambassade.problem import N_
from ambassade.processes.deal import no_worker
from ambassade.stop import EnvironmentFault

T = TypeVar("T")

REPORTED_TOGETHER: Final = 16
# In seconds.
_STOPS_WITHIN: Final = 2.0
_LOOKS_EVERY: Final = 0.01
# Of these a closed terminal and Ctrl-C reach workers, too: their parent ends them.
_ENDING: Final = {
    getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name)
}


def do_one(task: T, do: Callable[[T], bytes]) -> bytes:
    """Return what `do` makes of the task. Raises EnvironmentFault where memory runs out."""
    try:
        return do(task)
    except MemoryError as error:
        raise _worker_lost() from error


def _worker_lost() -> EnvironmentFault:
    return EnvironmentFault(
        N_("A worker ran out of memory or was killed. Free memory or build with fewer jobs.")
    )


@contextmanager
def _interrupts_held() -> Iterator[None]:
    """Keep Ctrl-C and the like back while forking: a worker that is not ready would tidy up itself."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, _ENDING)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


@dataclass(slots=True)
class Worker:
    """A process that was forked. Python's own class for it prints where it has no memory to begin with.

    `is_over`: its end was heard of. Its number may be another's by then.
    """

    number: int
    is_over: bool = False

    def kill(self) -> None:
        """End it at once, if it has not ended."""
        self._tell(signal.SIGKILL)

    def stop(self) -> None:
        """Let it end what it began itself, its own workers first; wait for that, but not for long."""
        self._tell(signal.SIGTERM)
        latest = time.monotonic() + _STOPS_WITHIN
        while not self._has_ended(os.WNOHANG) and time.monotonic() < latest:
            time.sleep(_LOOKS_EVERY)
        self.kill()
        self.join()

    def join(self) -> None:
        """Wait for its end."""
        self._has_ended(0)

    def _tell(self, number: signal.Signals) -> None:
        if not self.is_over:
            with suppress(ProcessLookupError):
                os.kill(self.number, number)

    def _has_ended(self, how: int) -> bool:
        if not self.is_over:
            try:
                self.is_over = os.waitpid(self.number, how)[0] != 0
            except ChildProcessError:  # somebody else heard of it
                self.is_over = True
        return self.is_over


def start(
    workers: dict[Connection, Worker],
    tasks: Sequence[T],
    share: Iterable[int],
    do: Callable[[T], bytes],
) -> None:
    """Start a worker for a share of the tasks, by their numbers, and add it to `workers`.

    Raises EnvironmentFault.
    """
    reader, writer = connection.Pipe(duplex=False)
    with writer, _interrupts_held():
        with no_worker():
            number = os.fork()
        if number == 0:
            try:
                _work(tasks, share, do, writer, [*workers, reader])
            finally:
                # Without a word, and without what the parent has still to write.
                os._exit(0)
        workers[reader] = Worker(number)


def listen(
    workers: dict[Connection, Worker], tell: Callable[[int], None]
) -> Iterator[tuple[int, bytes]]:
    """Hear each worker out; a list is what it did, None its end, an exception its fault."""
    finished = 0
    waiting = dict(workers)
    while waiting:
        ready = connection.wait(waiting)
        for reader in [reader for reader in waiting if reader in ready]:
            try:
                message = reader.recv()
            except (EOFError, OSError) as error:
                raise _worker_lost() from error
            if isinstance(message, BaseException):
                raise message
            if message is None:
                del waiting[reader]
            else:
                yield from message
                finished += len(message)
                tell(finished)


def _work(
    tasks: Sequence[T],
    share: Iterable[int],
    do: Callable[[T], bytes],
    report: Connection,
    readers: Iterable[Connection],
) -> None:
    """Do a worker's share. Runs in the worker."""
    for number in _ENDING:
        signal.signal(number, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, _leave)
    sys.unraisablehook = _tell_unraisable
    signal.pthread_sigmask(signal.SIG_UNBLOCK, _ENDING)
    # A collection would touch, and so copy, every page of memory shared with the parent.
    gc.freeze()
    # What a worker makes is gone with its task.
    gc.set_threshold(100_000, 50, 100)
    gc.enable()
    # Held open here, they would keep the others from noticing that the parent is gone.
    for reader in readers:
        reader.close()
    parent = os.getppid()
    with suppress(BrokenPipeError, MemoryError):
        try:
            left = iter(share)
            while True:
                done = []
                for number in islice(left, REPORTED_TOGETHER):
                    if os.getppid() != parent:  # killed: nobody waits for it, another build may
                        return
                    done.append((number, do_one(tasks[number], do)))
                if not done:
                    break
                report.send(done)
            report.send(None)
        except Exception as error:  # noqa: BLE001 - whatever it is, the parent raises it
            # Without memory it has none to tell it with: that it is gone says the same.
            if not any(isinstance(one, MemoryError) for one in (error, error.__cause__)):
                report.send(_make_sendable(error))


def _tell_unraisable(told: "sys.UnraisableHookArgs") -> None:
    """Tell what Python cannot raise, but that there is no memory: the parent tells that."""
    if not issubclass(told.exc_type, MemoryError):
        sys.__unraisablehook__(told)


def _leave(_number: int, _frame: object) -> NoReturn:
    raise SystemExit


def _make_sendable(error: Exception) -> Exception:
    """Return the exception with its traceback as a note; another when it cannot be sent."""
    note = "In a worker:\n" + "".join(traceback.format_exception(error))
    error.add_note(note)
    try:
        pickle.loads(pickle.dumps(error))  # noqa: S301 - our own bytes
    except Exception:  # noqa: BLE001 - any class may fail in its own way
        error = RuntimeError(f"{type(error).__name__}: {error}")
        error.add_note(note)
    return error
