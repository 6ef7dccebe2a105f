"""The header of a Markdown file, as Python-Markdown's `meta` extension reads it, with places."""

from __future__ import annotations

import re

from ambassade.fields.node import Entries, Scalar
from ambassade.problem import Place

_KEY = re.compile(r"[ ]{0,3}(?P<key>[A-Za-z0-9_-]+):\s*(?P<value>.*)")
_MORE = re.compile(r"(?:[ ]{4}|[ ]{0,3}\t)(?P<value>.*)")  # there, a tab is up to four spaces
_MOST_KEYS = 1_000  # no header has so many
_BEGIN = re.compile(r"-{3}")
_END = re.compile(r"-{3}|\.{3}")


def read_header(text: str, file: str) -> Entries:
    """Return the `Key: value` lines at the top of `text`; keys in lower case."""
    return read_header_lines(text.split("\n"), file)[0]


def is_end(line: str) -> bool:
    """Tell whether a header that begins with `---` ends with `line`."""
    return _END.match(line) is not None


def read_header_lines(lines: list[str], file: str) -> tuple[Entries, int]:
    """Return the header of a text of `lines`, and how many of them it takes."""
    start = 1 if _BEGIN.match(lines[0]) else 0
    end = len(lines)
    pairs: list[tuple[Scalar, Scalar]] = []
    for number, line in enumerate(lines[start:], start + 1):
        if not line.strip() or is_end(line) or len(pairs) == _MOST_KEYS:
            end = number - 1
            break
        if match := _KEY.fullmatch(line):
            key = Scalar(match["key"].lower(), Place(file, number, match.start("key") + 1))
            place = Place(file, number, match.start("value") + 1)
            pairs.append((key, Scalar(match["value"].strip(), place)))
        elif (match := _MORE.fullmatch(line)) and pairs:
            key, value = pairs[-1]
            pairs[-1] = (key, Scalar(f"{value.text}\n{match['value'].strip()}", value.place))
        else:
            end = number - 1
            break
    return Entries(tuple(pairs), Place(file)), end
