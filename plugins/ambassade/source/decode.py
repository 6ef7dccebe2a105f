"""Bytes to text: UTF-8, plain line ends, no control characters."""

from __future__ import annotations

import re

from ambassade.problem import Place, Problem, Rule
from ambassade.rules.reading import bidi_control, control_character, not_utf8, too_large

LIMIT = 1_000_000
_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f]")
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
    problems = [
        _at(control_character.RULE, text, found, file) for found in _CONTROLS.finditer(text)
    ]
    warnings = [_at(bidi_control.RULE, text, found, file) for found in _BIDI.finditer(text)]
    return (None if problems else text), problems + warnings


def find_hidden(text: str) -> str | None:
    r"""Return the first control character of a value, that an escape such as `\x07` put there."""
    found = _CONTROLS.search(text)
    return found.group() if found else None


def _at(rule: Rule, text: str, found: re.Match[str], file: str) -> Problem:
    code = f"U+{ord(found.group()):04X}"
    return rule.at(_place_after(text[: found.start()], file), character=code)


def _place_after(before: str, file: str) -> Place:
    line_start = before.rfind("\n") + 1
    return Place(file, before.count("\n") + 1, len(before) - line_start + 1)
