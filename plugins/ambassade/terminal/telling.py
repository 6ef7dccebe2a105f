"""Problems and stops put into words: for a terminal, for GitHub, for programs."""

from __future__ import annotations

import json
import re
import sys
from typing import TYPE_CHECKING, Any, TextIO

from ambassade.locale import terminal_language, translations
from ambassade.problem import Level, Place, Problem, inert

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from ambassade.stop import Stop

FORMATS = ("text", "github", "json")
_WORDS = {Level.ERROR: "error", Level.WARNING: "warning", Level.INFORMATION: "information"}
_COLOURS = {Level.ERROR: "31", Level.WARNING: "33", Level.INFORMATION: "36"}
# What JSON itself lets stand, and a terminal would obey.
_HIDDEN = re.compile("[\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]")
_GITHUB = {Level.ERROR: "error", Level.WARNING: "warning", Level.INFORMATION: "notice"}


def tell_problems(
    problems: Sequence[Problem], form: str = "text", out: TextIO | None = None
) -> None:
    """Write the problems to `out` (standard output), one a line, in the terminal's language.

    `form`: `text`, `github` (workflow commands) or `json` (one list).
    """
    out = out or sys.stdout
    translate = translations(terminal_language()).gettext
    if form == "json":
        told = [_as_json(problem, translate) for problem in problems]
        out.write(_HIDDEN.sub(_as_escape, json.dumps(told, ensure_ascii=False, indent=1)) + "\n")
        return
    for problem in problems:
        line = (
            _as_github(problem, translate)
            if form == "github"
            else as_text(problem, translate, colour=out.isatty())
        )
        out.write(line + "\n")


def _as_escape(hidden: re.Match[str]) -> str:
    return f"\\u{ord(hidden[0]):04x}"


def as_text(
    problem: Problem, translate: Callable[[str], str] = str, *, colour: bool = False
) -> str:
    """Return `file:line:column: CODE name: fact. Remedy.`; the level's word only below an error.

    What is said of the whole site has no place.
    """
    fact, remedy = problem.sentences(translate)
    word = "" if problem.level is Level.ERROR else f"{_WORDS[problem.level]}: "
    mark = f"{word}{problem.code} {problem.name}"
    if colour:
        mark = f"\x1b[{_COLOURS[problem.level]}m{mark}\x1b[0m"
    where = f"{problem.place}: " if problem.place.file else ""
    return f"{where}{mark}: {fact} {remedy}"


def _as_github(problem: Problem, translate: Callable[[str], str]) -> str:
    fact, remedy = problem.sentences(translate)
    place = problem.place
    title = _escape(f"{problem.code} {problem.name}", in_property=True)
    file = _escape(inert(place.file, longest=1000), in_property=True)
    spot = f"file={file},line={place.line},col={place.column}," if place.file else ""
    where = f"{spot}title={title}"
    return f"::{_GITHUB[problem.level]} {where}::{_escape(f'{fact} {remedy}')}"


def _escape(text: str, *, in_property: bool = False) -> str:
    """Escape as GitHub's workflow commands want it."""
    escaped = text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    return escaped.replace(":", "%3A").replace(",", "%2C") if in_property else escaped


def _as_json(problem: Problem, translate: Callable[[str], str]) -> dict[str, object]:
    fact, remedy = problem.sentences(translate)
    return {
        "file": problem.place.file,
        "line": problem.place.line,
        "column": problem.place.column,
        "level": _WORDS[problem.level],
        "code": problem.code,
        "name": problem.name,
        "fact": fact,
        "remedy": remedy,
    }


def read_problem(record: Mapping[str, Any]) -> Problem:
    """Return the problem that was told as `json`; its sentences are in a language already."""
    place = Place(record["file"], record["line"], record["column"])
    level = next(level for level, word in _WORDS.items() if word == record["level"])
    fact, remedy = (record[key].replace("{", "{{").replace("}", "}}") for key in ("fact", "remedy"))
    return Problem(place, record["code"], record["name"], level, fact, remedy)


def tell_count(problems: Sequence[Problem]) -> None:
    """Write to standard error how many problems there are of each level."""
    say(count_problems(problems))


def count_problems(problems: Sequence[Problem]) -> str:
    """Return in words how many problems there are of each level."""
    translate = translations(terminal_language())
    errors, warnings, notes = (sum(one.level is level for one in problems) for level in _WORDS)
    parts = [
        translate.ngettext("{count} error", "{count} errors", errors).format(count=errors),
        translate.ngettext("{count} warning", "{count} warnings", warnings).format(count=warnings),
        translate.ngettext("{count} note", "{count} notes", notes).format(count=notes),
    ]
    return ", ".join(parts)


def tell_stop(stop: Stop) -> None:
    """Write to standard error, on one line, why a command ended."""
    translate = translations(terminal_language()).gettext
    params = {key: inert(str(value), longest=500) for key, value in stop.params.items()}
    say(translate(stop.message).format(**params))


def tell_anew() -> None:
    """Write to standard error that what is kept in `.ambassade/` could not be read."""
    words = translations(terminal_language())
    say(words.gettext("What was remembered of former builds could not be read: it is made anew."))


def say(text: str) -> None:
    """Write lines to standard error, where what is not a result belongs; nothing that a terminal obeys."""
    lines = text.split("\n")
    sys.stderr.writelines(f"{inert(line, longest=len(line))}\n" for line in lines)
