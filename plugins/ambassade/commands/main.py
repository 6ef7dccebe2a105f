"""`ambassade`: finds the verbs, turns what ends them into exit codes."""

from __future__ import annotations

import gc
import io
import os
import signal
import sys
from contextlib import suppress

import click

from ambassade import __version__, commands
from ambassade.locale import terminal_language, translations
from ambassade.problem import inert
from ambassade.processes.interrupts import end_as_by_interrupt, interrupts_heard
from ambassade.processes.memory import ran_out
from ambassade.stop import EnvironmentFault, Stop
from ambassade.terminal.click_words import speak_the_terminals_language
from ambassade.terminal.examples import examples
from ambassade.terminal.outliving import outlive_reader
from ambassade.terminal.telling import say, tell_stop
from ambassade.terminal.verbs import Verbs

speak_the_terminals_language()
_ = translations(terminal_language()).gettext
INTERRUPTED = 130
_STANDARD_OUTPUT = 1
# In bytes; what is put by to say that there is no more memory.
_PUT_BY = 2 << 20

EPILOG = examples(
    {
        "ambassade init shop": _("a site of your own, in the folder shop"),
        "cd shop": "",
        "ambassade serve": _("see it in the browser while you write"),
        "ambassade new review": _("add what a customer said"),
        "ambassade COMMAND --help": _("read more of a command"),
    },
    _("Begin with:"),
)


@click.command(
    cls=Verbs,
    name="ambassade",
    package=commands,
    help=_("Customer reviews kept in git become a fast, honest static site."),
    epilog=EPILOG,
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.version_option(
    __version__,
    prog_name="ambassade",
    message="%(prog)s %(version)s",
)
def ambassade() -> None:
    """The whole command."""


def main() -> None:
    """Run the command and exit: 0 well, 1 errors in content, 2 to 4 see `stop`, 130 interrupted."""
    _write_anything()
    end_as_by_interrupt()
    # Records live until the end: to look for dead ones among them again and again took a third of a build.
    # What works on and on turns it on again.
    gc.disable()
    try:
        code = _run()
    except OSError:
        # What went wrong cannot be said: standard error is full.
        code = EnvironmentFault.code
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError):
            stream.flush()
    # All is done: Python would go on to take all records apart, one by one.
    os._exit(code)


def _run() -> int:
    put_by: list[bytes] = []
    try:
        put_by.append(bytes(_PUT_BY))
        with interrupts_heard():
            code: int = ambassade.main(standalone_mode=False) or 0
            sys.stdout.flush()
    except click.exceptions.Exit as ended:
        code = ended.exit_code
    except click.ClickException as error:
        # It says what was typed again: that may be a terminal's commands.
        said = (inert(line, longest=1000) for line in error.message.split("\n"))
        error.message = "\n".join(said)  # type: ignore[misc]  # final for Click; a copy would lose its usage
        error.show()
        code = error.exit_code
    except Stop as stop:
        tell_stop(stop)
        code = stop.code
    except (MemoryError, ImportError, SystemError) as error:
        if not ran_out(error):
            raise
        put_by.clear()
        say(_("There is not enough memory."))
        code = EnvironmentFault.code
    except OSError as error:
        _forget_output()
        say(_describe(error))
        code = EnvironmentFault.code
    except (KeyboardInterrupt, click.Abort):
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        say(_("Interrupted."))
        code = INTERRUPTED
    return code


def _describe(error: OSError) -> str:
    """Return what the system refused, and of which file if it says so."""
    reason = inert(str(error.strerror or error), longest=1000)
    if not isinstance(error.filename, str):
        return _("The system refuses: {reason}.").format(reason=reason)
    path = inert(error.filename, longest=1000)
    return _("{path} cannot be read or written: {reason}.").format(path=path, reason=reason)


def _write_anything() -> None:
    """Let what a narrow terminal cannot show be written as an escape, instead of failing.

    What it sends is not always text, either: who asked for it says so.
    """
    sys.stdout, sys.stderr = map(outlive_reader, (sys.stdout, sys.stderr))
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    if isinstance(sys.stdin, io.TextIOWrapper):
        sys.stdin.reconfigure(errors="surrogateescape")


def _forget_output() -> None:
    """Leave standard output: Python would flush it once more at the end, and fail again."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), _STANDARD_OUTPUT)
