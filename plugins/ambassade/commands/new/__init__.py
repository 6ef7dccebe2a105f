"""`ambassade new item|review|story`: one file a kind, and what they share."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from ambassade.locale import terminal_language, translations
from ambassade.problem import Level, inert
from ambassade.terminal.examples import examples
from ambassade.terminal.options import settings_option, site_option
from ambassade.terminal.telling import say, tell_problems
from ambassade.terminal.verbs import Verbs

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from ambassade.writing.around import Around

_ = translations(terminal_language()).gettext
EPILOG = examples(
    {
        "ambassade new review": "",
        'ambassade new review --item kettle --author "Marie Dupont" --rating 5 --body "Boils."': "",
        'ambassade new item --type Product --name "A kettle" --collection complete': "",
    }
)


@click.command(
    cls=Verbs,
    name="new",
    package=sys.modules[__name__],
    help=_(
        "Add an item, a review or a story. What is not given as an option is asked; where nobody "
        "can be asked, it has its default. The file passes `check`, and overwrites none."
    ),
    epilog=EPILOG,
)
def command() -> None:
    """All kinds of new files."""


def typed_options(options: tuple[tuple[str, str, str], ...]) -> Callable[..., Any]:
    """Return options that take any text, made of their names, metavars and help."""

    def add(function: Callable[..., Any]) -> Callable[..., Any]:
        for name, metavar, meaning in reversed(options):
            function = click.option(name, metavar=metavar, help=meaning)(function)
        return function

    return add


def shared_options() -> Callable[..., Any]:
    """Return the options of every kind: `--slug`, `--site`, `--settings`, `--edit`, `--json`."""
    options = (
        click.option(
            "--slug",
            metavar="SLUG",
            help=_("Its name, in a-z, 0-9 and -; made from the title if left out."),
        ),
        site_option(),
        settings_option(),
        click.option("--edit", is_flag=True, help=_("Open the file in $VISUAL or $EDITOR.")),
        click.option(
            "--json", "as_json", is_flag=True, help=_("Ask nothing; print the path as JSON.")
        ),
    )

    def add(function: Callable[..., Any]) -> Callable[..., Any]:
        for option in reversed(options):
            function = option(function)
        return function

    return add


def keep_given(typed: Mapping[str, str | None]) -> dict[str, str]:
    """Return the options that were given. Raises WrongUsage for what is not UTF-8."""
    from ambassade.writing.placing import encode

    given = {key: value for key, value in typed.items() if value is not None}
    for value in given.values():
        encode(value)
    return given


def finish(around: Around, name: str, text: str, *, edit: bool, as_json: bool) -> int:
    """Write the file unless it has errors, tell its path and its problems; return the exit code.

    Raises WrongUsage where a file is there already.
    """
    from ambassade.writing.placing import place

    problems = around.find_faults(name, text)
    if any(problem.level is Level.ERROR for problem in problems):
        tell_problems(problems, "json" if as_json else "text")
        say(_("Nothing was written."))
        return 1
    path = around.folder.root / name
    place(path, text)
    shown = _shown(path)
    click.echo(json.dumps({"path": shown}) if as_json else inert(shown, longest=len(shown)))
    tell_problems(problems, out=sys.stderr)
    if edit:
        click.edit(filename=str(path))
    return 0


def _shown(path: Path) -> str:
    here = Path.cwd()
    return str(path.relative_to(here) if path.is_relative_to(here) else path)


def told(around: Around, name: str, before: str, after: str) -> str | None:
    """Return what is newly wrong with a file when an answer makes `after` of `before`.

    What a rule says of keys that are still to be asked for is no fault of the answer.
    """
    from ambassade.rules.content import consent_missing

    known = {(one.code, one.values) for one in around.find_faults(name, before)}
    found = [
        one
        for one in around.find_faults(name, after)
        if one.level is Level.ERROR
        and (one.code, one.values) not in known
        and one.code != consent_missing.RULE.code
    ]
    return " ".join(found[0].sentences(_)) if found else None
