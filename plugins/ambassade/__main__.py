"""`python -m ambassade` is the command `ambassade`."""

import signal
import sys


def main() -> None:
    """Run the command; it hears Ctrl-C while it is still being loaded, too."""
    try:
        from ambassade.commands.main import main as run  # noqa: PLC0415 - to be interrupted
    except KeyboardInterrupt:
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        from ambassade.locale import terminal_language, translations  # noqa: PLC0415 - as above

        words = translations(terminal_language())
        sys.stderr.write(words.gettext("Interrupted.") + "\n")
        sys.exit(130)
    run()


if __name__ == "__main__":
    main()
