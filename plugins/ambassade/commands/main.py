"""`ambassade`: finds the verbs, turns what ends them into exit codes."""

from __future__ import annotations

import pkgutil
import sys
from importlib import import_module

import click

from ambassade import __version__, commands
from ambassade.locale import terminal_language, translations
from ambassade.stop import EnvironmentFault, Stop
from ambassade.terminal.telling import say, tell_stop

_ = translations(terminal_language()).gettext
INTERRUPTED = 130


class Verbs(click.Group):
    """The verbs that there are as files; each is imported when it is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """Return the verbs by name."""
        names = (found.name for found in pkgutil.iter_modules(commands.__path__))
        return sorted(name for name in names if name != "main")

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return the verb, None if there is none of that name."""
        if cmd_name not in self.list_commands(ctx):
            return None
        found: click.Command = import_module(f"{commands.__name__}.{cmd_name}").command
        return found


@click.command(
    cls=Verbs,
    name="ambassade",
    help=_("Customer reviews kept in git become a fast, honest static site."),
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.version_option(__version__, prog_name="ambassade", message="%(prog)s %(version)s")
def ambassade() -> None:
    """The whole command."""


def main() -> None:
    """Run the command and exit: 0 well, 1 errors in content, 2 to 4 see `stop`, 130 interrupted."""
    try:
        sys.exit(ambassade.main(standalone_mode=False) or 0)
    except click.exceptions.Exit as ended:
        sys.exit(ended.exit_code)
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
    except Stop as stop:
        tell_stop(stop)
        sys.exit(stop.code)
    except MemoryError:
        say(_("There is not enough memory."))
        sys.exit(EnvironmentFault.code)
    except (KeyboardInterrupt, click.Abort):
        say(_("Interrupted."))
        sys.exit(INTERRUPTED)
