"""What is wrong, and where: a fault is a value, never an exception.

A `Rule` is the identity of a kind of fault (code, name, level, its two sentences); `Rule.at` makes
a `Problem` of it at a `Place`. Sentences are gettext messages with `{placeholders}`; they are put
into words only where they are told, in the reader's language.
"""

from __future__ import annotations

import enum
import unicodedata
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ambassade.frozen import Frozen

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

_LONGEST_VALUE = 80


def N_(message: str) -> str:  # noqa: N802 - gettext's own name for "to be translated, later"
    """Return `message` as it is; marks it for the catalogue."""
    return message


class Word(str):
    """A value of a sentence that is itself a message, translated when the sentence is told."""

    __slots__ = ()


class Level(enum.IntEnum):
    """How grave a problem is. Only an error stops a build; what is off is not told."""

    ERROR = 0
    WARNING = 1
    INFORMATION = 2
    OFF = 3


class Place(Frozen, frozen=True, order=True):
    """A spot in a file: path as the editor knows it (relative to the site), line and column from 1."""

    file: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{inert(self.file, longest=1000)}:{self.line}:{self.column}" if self.file else ""


NOWHERE = Place("")
"""The place of what is said of a site as a whole."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One fault at one place, its sentences not yet in anybody's language."""

    place: Place
    code: str
    name: str
    level: Level
    fact: str
    remedy: str
    values: tuple[tuple[str, str], ...] = ()

    def sentences(self, translate: Callable[[str], str] = str) -> tuple[str, str]:
        """Return fact and remedy in the language of `translate` (a gettext function)."""
        values = {
            key: translate(value) if isinstance(value, Word) else value
            for key, value in self.values
        }
        return translate(self.fact).format_map(values), translate(self.remedy).format_map(values)

    @property
    def sort_key(self) -> tuple[bool, Place, str, tuple[tuple[str, str], ...]]:
        """By place, then code: the order in which problems are told; the site as a whole is last."""
        return not self.place.file, self.place, self.code, self.values


@dataclass(frozen=True, slots=True)
class Rule:
    """A kind of fault. Codes are never used again for another.

    `level` holds where no profile says otherwise; `under` by profile (`fr`, `google`, …), of which
    the gravest counts. Nothing sound can be built of what a `fixed` rule faults: its level is not
    for settings to change.
    """

    code: str
    name: str
    level: Level
    fact: str
    remedy: str
    under: Mapping[str, Level] = field(default_factory=dict, hash=False)
    fixed: bool = False

    def at(self, place: Place, *, fact: str = "", remedy: str = "", **values: object) -> Problem:
        """Return the problem of this kind at `place`; `fact` and `remedy` replace the usual ones.

        A list or tuple among the values is told with commas.
        """
        told = tuple((key, _put_into_words(value)) for key, value in values.items())
        return Problem(
            place, self.code, self.name, self.level, fact or self.fact, remedy or self.remedy, told
        )


def _put_into_words(value: object) -> str:
    if isinstance(value, Word):
        return value
    if isinstance(value, list | tuple):
        return ", ".join(inert(str(each)) for each in value)
    return inert(str(value))


def inert(value: str, longest: int = _LONGEST_VALUE) -> str:
    r"""Return `value` on one line, safe for a terminal: controls as `\x1b`, cut at `longest` characters."""
    cut = value if len(value) <= longest else value[: longest - 1] + "…"
    if cut.isprintable():
        return cut
    return "".join(char if _is_harmless(char) else _escape(char) for char in cut)


def _is_harmless(char: str) -> bool:
    return char == " " or unicodedata.category(char) not in {"Cc", "Cf", "Cs", "Zl", "Zp", "Cn"}


def _escape(char: str) -> str:
    return char.encode("unicode_escape").decode("ascii")
