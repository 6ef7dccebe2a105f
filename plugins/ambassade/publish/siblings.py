"""Compressed siblings of files for production: `index.html.gz` and `index.html.br` beside `index.html`.

A web server sends them as they are (nginx: `gzip_static`, `brotli_static`) and need not compress.
The same bytes give the same siblings: no time, no name in them.
"""

from __future__ import annotations

import gzip
from typing import TYPE_CHECKING, Final

import brotli

if TYPE_CHECKING:
    from collections.abc import Iterator

_TEXTS: Final = frozenset({"css", "html", "js", "json", "svg", "txt", "xml"})
_GZIP_LEVEL: Final = 9
# Of the eleven: the next takes ten times as long for a twentieth less. Ours are thousands of pages.
_BROTLI_QUALITY: Final = 6


def with_siblings(name: str, data: bytes) -> Iterator[tuple[str, bytes]]:
    """Yield the file, and its siblings if it is of a kind that has them."""
    yield name, data
    if has_siblings(name):
        yield f"{name}.br", brotli.compress(data, mode=brotli.MODE_TEXT, quality=_BROTLI_QUALITY)
        yield f"{name}.gz", gzip.compress(data, _GZIP_LEVEL, mtime=0)


def name_with_siblings(name: str) -> list[str]:
    """Return the names of what `with_siblings` yields."""
    return [name, f"{name}.br", f"{name}.gz"] if has_siblings(name) else [name]


def has_siblings(name: str) -> bool:
    """Tell whether a file is text, which compresses well."""
    return name.rpartition(".")[2].lower() in _TEXTS
