"""`ambassade init FOLDER`: a site of one's own, with one sample of each kind to learn from."""

from __future__ import annotations

import json
import re
import shlex
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ambassade.locale import terminal_language, translations
from ambassade.paths.deep_folders import make_folders
from ambassade.problem import N_, Word, inert
from ambassade.stop import WrongUsage, environment_faults
from ambassade.terminal.asking import ask, can_ask
from ambassade.terminal.examples import examples
from ambassade.terminal.telling import say

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ambassade.new_site import Answers
    from ambassade.problem import Problem

_ = translations(terminal_language()).gettext
_NAMED_AT_MOST = 5
# What was asked, of settings that nobody has seen yet.
_ASKED = {
    "SITENAME": N_("The name"),
    "COMPANY.name": N_("The name"),
    "DEFAULT_LANG": N_("The language"),
    "LANGUAGES": N_("The language"),
    "SITEURL": N_("The address"),
}
EPILOG = examples(
    {
        "ambassade init shop": "",
        'ambassade init shop --company "The Kettle Shop" --languages en,fr': "",
    }
)


@click.command(
    "init",
    help=_(
        "Begin a site in FOLDER, which is made or must be empty. What is not given as an option is "
        "asked; where nobody can be asked, it has its default. Nothing is ever overwritten."
    ),
    epilog=EPILOG,
)
@click.argument("folder", type=click.Path(readable=False, path_type=Path))
@click.option("--company", metavar="NAME", help=_("The company; the folder's name if left out."))
@click.option(
    "--languages",
    metavar="TAGS",
    help=_("The site's languages, its own first, such as en,fr; en if left out."),
)
@click.option(
    "--address",
    metavar="URL",
    help=_("Where the site will be; https://example.com if left out."),
)
@click.option("--json", "as_json", is_flag=True, help=_("Ask nothing; tell the files as JSON."))
def command(
    folder: Path, company: str | None, languages: str | None, address: str | None, *, as_json: bool
) -> int:
    """Write the site; return the exit code."""
    from ambassade.new_site import find_faults, plan_site

    _check_empty(folder)
    given = {"company": company, "languages": languages, "address": address}
    answers = _answer(folder, given, asks=can_ask() and not as_json)
    faults = find_faults(answers)
    for told in dict.fromkeys(map(_words_of, faults)):
        say(told)
    if faults:
        return WrongUsage.code
    files = plan_site(answers)
    _write(folder, files)
    if as_json:
        click.echo(json.dumps({"folder": str(folder), "files": sorted(files)}, indent=1))
    else:
        click.echo(_tell(folder, len(files)), nl=False)
    return 0


def _check_empty(folder: Path) -> None:
    if folder.exists() and not folder.is_dir():
        raise WrongUsage(N_("{folder} is a file. Name a folder."), folder=folder)
    with environment_faults(folder):
        held = sorted(path.name for path in folder.iterdir()) if folder.exists() else []
    held = [name for name in held if name != ".git"]
    if held:
        shown = ", ".join(inert(name) for name in held[:_NAMED_AT_MOST])
        raise WrongUsage(
            N_("{folder} is not empty ({names}). Name a new folder or an empty one."),
            folder=folder,
            names=shown if len(held) <= _NAMED_AT_MOST else f"{shown}, …",
        )


def _answer(folder: Path, given: Mapping[str, str | None], *, asks: bool) -> Answers:
    """Return what was given, then what is answered, then the defaults."""
    from ambassade.new_site import Answers
    from ambassade.scaffold import text_language

    answers = Answers(folder.resolve().name)
    questions = {
        "company": (_("Name of the company"), answers.company),
        "languages": (
            _("Languages of the site, its own first"),
            text_language(terminal_language()),
        ),
        "address": (_("Address where the site will be"), answers.address),
    }
    for key, (question, default) in questions.items():
        text = given[key]
        if text is None and asks:
            text = ask(question, default, lambda typed, key=key: _fault_of(key, typed))  # type: ignore[misc]
        if text and text.strip():
            answers = _put(answers, key, text)
    return answers


def _put(answers: Answers, key: str, text: str) -> Answers:
    """Return the answers with one of them as it was typed."""
    if key == "languages":
        tags = tuple(dict.fromkeys(re.findall(r"[^,;\s]+", text)))
        return replace(answers, languages=tags or answers.languages)
    line = " ".join(text.split())
    return replace(answers, address=line) if key == "address" else replace(answers, company=line)


def _fault_of(key: str, text: str) -> str | None:
    from ambassade.new_site import Answers, find_faults

    faults = find_faults(_put(Answers("x"), key, text))
    return _words_of(faults[0]) if faults else None


def _words_of(fault: Problem) -> str:
    """Return the fault in words, of what was asked."""
    values = ((key, Word(_ASKED[one]) if one in _ASKED else one) for key, one in fault.values)
    return " ".join(replace(fault, values=tuple(values)).sentences(_))


def _write(folder: Path, files: Mapping[str, str]) -> None:
    """Write all files, or none: what was written when the system refuses is removed again."""
    written: list[Path] = []
    try:
        for name, text in files.items():
            path = folder / name
            with environment_faults(path):
                make_folders(path.parent)
                with path.open("x", encoding="utf-8", newline="\n") as file:
                    written.append(path)
                    file.write(text)
    except BaseException:
        for path in written:
            path.unlink(missing_ok=True)
        raise


def _tell(folder: Path, number: int) -> str:
    from ambassade.scaffold import fill, text_language

    here = folder.resolve() == Path.cwd()
    # To `cd`, what begins with a hyphen is an option.
    in_shell = shlex.quote(f"./{folder}" if str(folder).startswith("-") else str(folder))
    return fill(
        f"{text_language(terminal_language())}/told.txt.jinja",
        folder=inert(folder.resolve().name if here else str(folder)),
        folder_in_shell="" if here else inert(in_shell, longest=len(in_shell)),
        number=number,
    )
