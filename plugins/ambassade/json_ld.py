r"""JSON for structured data: empty properties left out, safe inside a `<script>`."""

from __future__ import annotations

import json
from typing import Any

import msgspec

Node = dict[str, Any]

_MAY_BE_EMPTY = (str, list, dict)
_ESCAPES = (
    ("<", "\\u003c"),
    (">", "\\u003e"),
    ("&", "\\u0026"),
    ("\u2028", "\\u2028"),
    ("\u2029", "\\u2029"),
)


class Pruned(Node):
    """A node without empty properties at any depth, which stands on several pages: not to be changed."""


def prune(value: object) -> Any:  # noqa: ANN401 - JSON
    """Return `value` without properties that are None or empty, at any depth."""
    if isinstance(value, Pruned):
        return value
    if isinstance(value, dict):
        kept = {}
        for key, inner in value.items():
            kind = type(inner)
            # Nearly all are such: half the time of a page's data would be calls.
            if kind is str or kind is int or inner is None:
                if inner or kind is int:
                    kept[key] = inner
                continue
            left = prune(inner)
            # A number is never empty, not even 0.
            if left or not isinstance(left, _MAY_BE_EMPTY):
                kept[key] = left
        return {} if len(kept) == 1 and "@type" in kept else kept
    if isinstance(value, list | tuple):
        return [prune(inner) for inner in value if inner is not None]
    return value


def script_text(value: object) -> str:
    r"""Return `value` as JSON whose `<`, `>`, `&`, U+2028 and U+2029 are `\uXXXX` escapes.

    It is made of JSON's own types. Raises ValueError for a number that JSON does not know.
    """
    data = msgspec.json.encode(value)
    if b"null" in data:  # what msgspec makes of such a number, too
        json.dumps(value, allow_nan=False)
    text = data.decode()
    for typed, written in _ESCAPES:
        # To replace what is not there takes much longer than to find that it is not.
        if typed in text:
            text = text.replace(typed, written)
    return text
