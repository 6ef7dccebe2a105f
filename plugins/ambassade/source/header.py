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
    lines = text.split("\n")
    start = 1 if _BEGIN.match(lines[0]) else 0
    pairs: list[tuple[Scalar, Scalar]] = []
    for number, line in enumerate(lines[start:], start + 1):
        if not line.strip() or _END.match(line) or len(pairs) == _MOST_KEYS:
            break
        if match := _KEY.fullmatch(line):
            key = Scalar(match["key"].lower(), Place(file, number, match.start("key") + 1))
            place = Place(file, number, match.start("value") + 1)
            pairs.append((key, Scalar(match["value"].strip(), place)))
        elif (match := _MORE.fullmatch(line)) and pairs:
            key, value = pairs[-1]
            pairs[-1] = (key, Scalar(f"{value.text}\n{match['value'].strip()}", value.place))
        else:
            break
    return Entries(tuple(pairs), Place(file))
