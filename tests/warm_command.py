"""The command, or Pelican alone, in a process of its own that need not be loaded first.

An interpreter that has loaded all of Ambassade, and what that reads whenever it starts, forks once for each
command: two thirds of a short one are that, and the tests run thousands. `tests/commands/test_warm.py` holds
it against a fresh one.
"""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import tempfile
from dataclasses import dataclass, field
from importlib import import_module
from pathlib import Path
from typing import IO, TYPE_CHECKING

import msgspec
from pelican import main as pelican_main

from ambassade.__main__ import main
from ambassade.locale import language_name, spoken_languages, translations
from ambassade.rules.documentation import all_rules
from ambassade.words.language_of_text import is_known

if TYPE_CHECKING:
    from collections.abc import Sequence

COMMAND = Path(sys.executable).with_name("ambassade")
PELICAN = "pelican"
WAIT = 120  # in seconds
_LONGEST = 1 << 20  # in bytes
_START = "from tests.warm_command import serve; serve"
_LOADED = (
    "ambassade.commands.main",
    "ambassade.building.build_anew",
    "ambassade.commands.build",
    "ambassade.commands.check",
    "ambassade.plugin",
    "ambassade.rules.documentation",
)


class _Order(msgspec.Struct):
    program: str
    words: list[str]
    cwd: str
    env: dict[str, str]


@dataclass
class WarmCommand:
    """An interpreter with the command loaded, in the language that `env` tells."""

    env: dict[str, str]
    _near: socket.socket = field(init=False)
    _process: subprocess.Popen[bytes] = field(init=False)

    def __post_init__(self) -> None:
        """Start it; it ends with this process."""
        self._start()

    def _start(self) -> None:
        self._near, far = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        with far:
            self._process = subprocess.Popen(
                [sys.executable, "-c", f"{_START}({far.fileno()})"],
                cwd=Path(__file__).parents[1],
                env=self.env,
                pass_fds=[far.fileno()],
                start_new_session=True,
            )

    def run(
        self,
        words: Sequence[str],
        cwd: Path | str,
        env: dict[str, str],
        program: str = str(COMMAND),
    ) -> subprocess.CompletedProcess[str]:
        """Run the command, or PELICAN, with `words` in the folder `cwd`.

        Return what it wrote and its exit code.
        """
        with tempfile.TemporaryFile() as output, tempfile.TemporaryFile() as errors:
            self._near.settimeout(WAIT)
            order = msgspec.msgpack.encode(_Order(program, [*words], str(cwd), env))
            socket.send_fds(self._near, [order], [output.fileno(), errors.fileno()])
            answer = self._wait()
            return subprocess.CompletedProcess([*words], int(answer), _read(output), _read(errors))

    def _wait(self) -> bytes:
        """Return what it answers. A command that hangs takes it along: the next gets another one."""
        try:
            answer = self._near.recv(_LONGEST)
        except TimeoutError:
            os.killpg(self._process.pid, signal.SIGKILL)
            self._process.wait()
            self._near.close()
            self._start()
            raise
        assert answer, "the interpreter that runs commands has ended"
        return answer


def _read(file: IO[bytes]) -> str:
    file.seek(0)
    # As subprocess reads a text.
    return file.read().decode("utf-8").replace("\r\n", "\n").replace("\r", "\n")


def serve(number: int) -> None:
    """Run commands as they come by the socket of this `number`, until it is closed."""
    channel = socket.socket(fileno=number)
    for name in _LOADED:
        import_module(name)
    _make_ready()
    while True:
        order, streams, _flags, _address = socket.recv_fds(channel, _LONGEST, 2)
        if not order:
            return
        child = os.fork()
        if child == 0:
            channel.close()
            _become(msgspec.msgpack.decode(order, type=_Order), streams)
        for stream in streams:
            os.close(stream)
        _, status = os.waitpid(child, 0)
        channel.send(str(os.waitstatus_to_exitcode(status)).encode())


def _make_ready() -> None:
    """Make what each command would make for itself: the rules, the words, the detector of languages."""
    all_rules()
    for language in spoken_languages():
        translations(language)
        language_name("de", language)
    is_known("en")


def _become(order: _Order, streams: Sequence[int]) -> None:
    """Be the command, as its script starts it."""
    for number, stream in enumerate(streams, start=1):
        os.dup2(stream, number)
        os.close(stream)
    os.environ.clear()
    os.environ.update(order.env)
    sys.pycache_prefix = order.env.get("PYTHONPYCACHEPREFIX")
    os.chdir(order.cwd)
    sys.argv = [order.program, *order.words]
    if order.program == PELICAN:
        # As `python -m pelican` does.
        sys.path[0] = order.cwd
        sys.exit(pelican_main())
    sys.path[0] = str(COMMAND.parent)
    main()
