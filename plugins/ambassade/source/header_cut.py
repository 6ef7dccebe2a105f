"""Lines that were meant for a header, and stand below its end.

In: a Markdown file as typed. Out: the first such line. A space before a colon, as the French type
it, ends a header (`Status : draft`), and so does a list of YAML's or an empty line.
"""

from __future__ import annotations

import re
from itertools import takewhile
from typing import TYPE_CHECKING

from ambassade.problem import Place, Problem
from ambassade.rules.reading import header_cut
from ambassade.source.header import is_end, read_header_lines

if TYPE_CHECKING:
    from collections.abc import Collection

_LIKE_KEY = re.compile(
    "[ ]{0,3}(?:[-*•][ ]+)?(?P<key>[^\\W\\d_][\\w -]{0,20}?)[ \u00a0\u202f]*:(?:\\s|\\Z)"
)
# With these nobody begins a text.
_NO_TEXT = {"client_url", "lang", "modified", "slug", "status", "translation"}


def find_header_cut(text: str, file: str, keys: Collection[str]) -> Problem | None:
    """Return the problem of the first line that was meant for the header, None where there is none."""
    lines = text.split("\n")
    entries, end = read_header_lines(lines, file)
    if end >= len(lines) or is_end(lines[end]):
        return None
    if lines[end].strip():
        return _tell_next(lines, end, file, keys)
    begin = next((n for n in range(end, len(lines)) if lines[n].strip()), len(lines))
    wanted = _NO_TEXT if entries.pairs else keys
    for number, line in enumerate(_paragraph(lines, begin), begin + 1):
        if (key := _key_of(line)) and key.lower() in wanted:
            place, remedy = Place(file, number), header_cut.JOIN
            return header_cut.RULE.at(place, remedy=remedy, key=key)
    return None


def _tell_next(lines: list[str], end: int, file: str, keys: Collection[str]) -> Problem | None:
    """Return the problem where the line that ends the header, or one below it, looks like one of it."""
    below = (_key_of(line) for line in _paragraph(lines, end + 1))
    if _key_of(lines[end]) or any(key and key.lower() in keys for key in below):
        return header_cut.RULE.at(Place(file, end + 1))
    return None


def _paragraph(lines: list[str], begin: int) -> list[str]:
    return list(takewhile(str.strip, lines[begin:]))


def _key_of(line: str) -> str | None:
    found = _LIKE_KEY.match(line)
    return found["key"] if found else None
