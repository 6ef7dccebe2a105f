"""`python -m ambassade` is the command `ambassade`."""

import os
import signal
import sys


def main() -> None:
    """Run the command; it hears Ctrl-C while it is being loaded and before it listens itself, too."""
    _open_streams()
    try:
        from ambassade.processes.interrupts import interrupts_heard  # noqa: PLC0415 - to be interrupted

        with interrupts_heard():
            from ambassade.commands.main import main as run  # noqa: PLC0415 - as above

            run()
    except KeyboardInterrupt:
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        from ambassade.locale import terminal_language, translations  # noqa: PLC0415 - as above

        words = translations(terminal_language())
        sys.stderr.write(words.gettext("Interrupted.") + "\n")
        sys.exit(130)


def _open_streams() -> None:
    """Let the standard streams that are closed lead nowhere: no file of a build may get their numbers."""
    for number, (name, mode) in enumerate((("stdin", "r"), ("stdout", "w"), ("stderr", "w"))):
        try:
            os.fstat(number)
        except OSError:
            # It gets the lowest number that is free.
            os.set_inheritable(os.open(os.devnull, os.O_RDWR), True)  # noqa: FBT003 - takes it so
        if getattr(sys, name) is None:
            stream = open(number, mode, encoding="utf-8", closefd=False)  # noqa: SIM115 - until the end
            setattr(sys, name, stream)


if __name__ == "__main__":
    main()
