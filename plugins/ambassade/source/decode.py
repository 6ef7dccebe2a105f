"""Bytes to text: UTF-8, plain line ends, no control characters."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ambassade.problem import Place, Problem
from ambassade.rules.reading import bidi_control, control_character, not_utf8, too_large

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

LIMIT = 1_000_000
MOST_TOLD = 100  # of one kind in one file: nobody reads the hundred thousandth
_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ufffe\uffff]")  # the last two are in no XML
_BIDI = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def decode(data: bytes, file: str) -> tuple[str | None, list[Problem]]:
    """Return the text of `data` (None if it is none) and what is wrong with its characters."""
    if len(data) > LIMIT:
        return None, [too_large.RULE.at(Place(file), size=len(data), limit=LIMIT)]
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8")
        byte = f"0x{data[error.start]:02X}"
        return None, [not_utf8.RULE.at(_place_after(before, file), byte=byte)]
    text = text.removeprefix("\ufeff").replace("\r\n", "\n")
    # Which holds for most, and takes a third of the time of looking for either kind.
    if text.replace("\n", "").isprintable():
        return text, []
    problems = list(_tell_all(control_character.about, _CONTROLS, text, file))
    warnings = list(_tell_all(bidi_control.about, _BIDI, text, file))
    return (None if problems else text), problems + warnings


def find_hidden(text: str) -> str | None:
    r"""Return the first control character of a value, that an escape such as `\x07` put there."""
    found = _CONTROLS.search(text)
    return found.group() if found else None


def find_bidi(text: str) -> str | None:
    """Return the first bidi control of a value."""
    found = _BIDI.search(text)
    return found.group() if found else None


def _tell_all(
    tell: Callable[[Place, str], Problem], pattern: re.Pattern[str], text: str, file: str
) -> Iterator[Problem]:
    if not pattern.search(text):
        return
    told = 0
    for number, line in enumerate(text.split("\n"), 1):
        for found in pattern.finditer(line):
            yield tell(Place(file, number, found.start() + 1), found.group())
            told += 1
            if told == MOST_TOLD:
                return


def _place_after(before: str, file: str) -> Place:
    line_start = before.rfind("\n") + 1
    return Place(file, before.count("\n") + 1, len(before) - line_start + 1)
