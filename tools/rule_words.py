"""Hands the titles and reasons of rules to Babel, beside the sentences marked in their modules.

In: a module of `plugins/ambassade/rules/`, as `make catalogue` opens it. Out: messages.
"""

from __future__ import annotations

import ast
from typing import IO, TYPE_CHECKING, Any

from babel.messages.extract import extract_python

from ambassade.rules.documentation import read_docstring

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


def extract(
    source: IO[bytes],
    keywords: Mapping[str, Any],
    tags: list[str],
    options: Any,  # noqa: ANN401 - Babel's own type of them is private
) -> Iterator[tuple[object, ...]]:
    """Yield line, function, message and remarks of each, as Babel asks of an extraction method."""
    said = read_docstring(ast.get_docstring(ast.parse(source.read())) or "")
    if said is not None:
        yield from ((1, None, said[part], []) for part in ("title", "why"))
    source.seek(0)
    yield from extract_python(source, keywords, tags, options)
