"""`ambassade completion bash|zsh|fish`: the script that makes a shell complete the command."""

from __future__ import annotations

import click
from click.shell_completion import get_completion_class

from ambassade.locale import terminal_language, translations
from ambassade.terminal.examples import examples

_ = translations(terminal_language()).gettext
EPILOG = examples(
    {
        "bash": "ambassade completion bash >> ~/.bash_completion",
        "zsh": "ambassade completion zsh >> ~/.zshrc",
        "fish": "ambassade completion fish > ~/.config/fish/completions/ambassade.fish",
    },
    _("Put it where your shell looks, once:"),
)
SHELLS = ("bash", "zsh", "fish")


@click.command(
    "completion",
    help=_("Print a script that makes SHELL complete commands and options."),
    epilog=EPILOG,
)
@click.argument("shell", type=click.Choice(SHELLS))
@click.pass_context
def command(ctx: click.Context, shell: str) -> int:
    """Print it; return the exit code."""
    found = get_completion_class(shell)
    if found is None:
        raise click.UsageError(shell)
    click.echo(found(ctx.find_root().command, {}, "ambassade", "_AMBASSADE_COMPLETE").source())
    return 0
