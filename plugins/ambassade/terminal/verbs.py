"""Groups of commands that are there as files."""

from __future__ import annotations

import pkgutil
from importlib import import_module
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from types import ModuleType


class Verbs(click.Group):
    """The commands of one package, each imported when it is asked for."""

    def __init__(self, *args: Any, package: ModuleType, **others: Any) -> None:  # noqa: ANN401 - click's
        super().__init__(*args, **others)
        self.package = package

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """Return the verbs by name."""
        names = (found.name for found in pkgutil.iter_modules(self.package.__path__))
        return sorted(name for name in names if name != "main")

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return the verb, None if there is none of that name."""
        if cmd_name not in self.list_commands(ctx):
            return None
        found: click.Command = import_module(f"{self.package.__name__}.{cmd_name}").command
        return found
