"""`ambassade docs`: writes the generated files anew. For developers; editors get the schemas."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from ambassade.locale import terminal_language, translations
from ambassade.terminal.options import site_option
from ambassade.terminal.telling import say

if TYPE_CHECKING:
    from pathlib import Path

_ = translations(terminal_language()).gettext


@click.command(
    "docs",
    hidden=True,  # for developers of Ambassade, not for editors
    help=_("Write the generated pages of docs/ and the schemas of reviews/ anew."),
)
@site_option()
def command(site: Path) -> int:
    """Write them; return the exit code."""
    from ambassade.reference.generated import GENERATED
    from ambassade.stop import environment_faults

    for name, make in GENERATED.items():
        path = site / name
        with environment_faults(path):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(make(), encoding="utf-8")
        say(str(path))
    return 0
