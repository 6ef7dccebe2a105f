"""Questions in the terminal: with a default, with choices, asked again until the answer will do."""

from __future__ import annotations

import sys
from contextlib import suppress
from typing import TYPE_CHECKING

import click

from ambassade.locale import terminal_language, translations
from ambassade.problem import inert
from ambassade.terminal.telling import say

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    Check = Callable[[str], str | None]

_ = translations(terminal_language()).gettext
END = "."


def can_ask() -> bool:
    """Tell whether somebody is there to answer: both ends are a terminal."""
    return can_answer() and sys.stdout.isatty()


def can_answer() -> bool:
    """Tell whether somebody is there to answer what is asked on standard error."""
    return sys.stdin.isatty()


def ask(
    question: str, default: str = "", check: Check | None = None, *, beside: bool = False
) -> str:
    """Return the answer, or `default` for none. `check` returns what is wrong with it, else None.

    `beside`: ask on standard error, where standard output may go elsewhere. Raises click.Abort
    where the input ends.
    """
    shown = _("{question} [{default}]: ") if default else _("{question}: ")
    prompt = shown.format(question=question, default=inert(default))
    while True:
        if beside:
            sys.stderr.write(prompt)
            sys.stderr.flush()
        answer = _read("" if beside else prompt).strip() or default
        wrong = check(answer) if check else None
        if not wrong:
            return answer
        say(wrong)


def choose(question: str, choices: Mapping[str, str], default: str = "") -> str:
    """Return one of `choices`, which are shown by number with what they mean.

    The number or the choice itself may be answered. Raises click.Abort where the input ends.
    """
    click.echo(question)
    width = max(map(len, choices))
    for number, (choice, meaning) in enumerate(choices.items(), 1):
        click.echo(f"  {number}  {choice:{width}}  {inert(meaning, len(meaning))}".rstrip())
    numbers = {str(number): choice for number, choice in enumerate(choices, 1)}

    def check(answer: str) -> str | None:
        if answer in numbers or answer in choices:
            return None
        return _("Answer with a number from 1 to {most}.").format(most=len(choices))

    answer = ask(_("Number or word"), default, check)
    return numbers.get(answer, answer)


def ask_lines(question: str) -> str:
    """Return a text of several lines, up to a line with a single dot or the end of the input."""
    click.echo(_("{question} (end with a line that holds only a dot):").format(question=question))
    lines: list[str] = []
    with suppress(click.Abort):
        while (line := _read("")) != END:
            lines.append(line)
    return "\n".join(lines)


def _read(prompt: str) -> str:
    with suppress(ImportError):  # where there is none, a terminal cuts lines at 4,096 bytes
        import readline  # noqa: F401 - it lends `input` its editing
    try:
        return input(prompt)
    except EOFError as error:
        raise click.Abort from error
