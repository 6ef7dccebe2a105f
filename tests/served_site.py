"""`ambassade serve` and `build --watch` in a process of their own: what they say, how they end."""

from __future__ import annotations

import re
import signal
import subprocess
import sys
import time
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPResponse
from threading import Condition, Thread
from typing import IO, TYPE_CHECKING

from tests.ambassade_command import environment
from tests.patience import PATIENCE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

DAY = "2026-06-01"
_ADDRESS = re.compile(r"http://127\.0\.0\.1:(\d+)\S*")


@dataclass(slots=True)
class Served:
    """A running command that Ctrl-C ends. `said`: all that it wrote to both outputs, as it came."""

    process: subprocess.Popen[str]
    said: str = ""
    address: str = ""
    port: int = 0
    _more: Condition = field(default_factory=Condition)

    def read(self, stream: IO[str]) -> None:
        """Take down what it says on one output."""
        for line in stream:
            with self._more:
                self.said += line
                self._more.notify_all()

    def wait_for(self, text: str, times: int = 1) -> None:
        """Wait until it has said `text` so many times."""
        with self._more:
            found = self._more.wait_for(lambda: self.said.count(text) >= times, PATIENCE)
        assert found, f"{text!r} was not said {times} times:\n{self.said}"

    def get(
        self, path: str, host: str = "127.0.0.1", method: str = "GET"
    ) -> tuple[HTTPResponse, str]:
        """Return the answer to a request whose path is sent as it is, and its body."""
        connection = HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        connection.putrequest(method, path, skip_host=True)
        connection.putheader("Host", f"{host}:{self.port}")
        connection.endheaders()
        answer = connection.getresponse()
        return answer, answer.read().decode()

    def interrupt(self) -> float:
        """Press Ctrl-C; return how many seconds it took to end."""
        began = time.monotonic()
        self.process.send_signal(signal.SIGINT)
        self.process.wait(PATIENCE)
        return time.monotonic() - began


@contextmanager
def start_serving(site: Path, *words: str, day: str = DAY) -> Iterator[Served]:
    """Serve `site` at a free port during the block; its first build has ended when it begins."""
    with _running(site, "serve", "--port", "0", "--on", day, *words) as served:
        served.wait_for("Ctrl-C")
        found = _ADDRESS.search(served.said)
        assert found
        served.address, served.port = found[0], int(found[1])
        yield served


@contextmanager
def start_watching(
    site: Path, *words: str, day: str = DAY, before: Callable[[], object] | None = None
) -> Iterator[Served]:
    """Build `site` at each change during the block; the first build has ended when it begins.

    `before` is called in the process, which runs the command then.
    """
    with _running(site, "build", "--watch", "--on", day, *words, before=before) as watched:
        watched.wait_for("Built in")
        yield watched


@contextmanager
def _running(
    site: Path, *words: str, before: Callable[[], object] | None = None
) -> Iterator[Served]:
    process = subprocess.Popen(
        [sys.executable, "-m", "ambassade", *words],
        cwd=site,
        env=environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        preexec_fn=before,  # noqa: PLW1509 - the tests have no thread that holds a lock here
    )
    served = Served(process)
    assert process.stdout is not None
    assert process.stderr is not None
    readers = [
        Thread(target=served.read, args=(stream,), daemon=True)
        for stream in (process.stdout, process.stderr)
    ]
    for reader in readers:
        reader.start()
    try:
        yield served
    finally:
        process.send_signal(signal.SIGINT)
        try:
            process.wait(PATIENCE)
        finally:
            process.kill()
        for reader in readers:
            reader.join(PATIENCE)
        assert "ambassade/serving/" not in served.said, "the command itself crashed"
