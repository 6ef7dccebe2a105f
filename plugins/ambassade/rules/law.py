"""The laws and pages that rules rest on, by the short names that docstrings and templates use.

Article numbers move: they stand in law.toml alone. This is no legal advice.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

_MENTION = re.compile(r"\{([a-z0-9-]+)\}")


@dataclass(frozen=True, slots=True)
class Source:
    """A text: how it is named, what it asks, and whether it was read or only reported.

    `said_in`: by language, how it is named there where that differs.
    """

    said: str
    asks: str
    sure: str
    said_in: Mapping[str, str] = field(default_factory=dict)


@cache
def all_sources() -> Mapping[str, Source]:
    """Return every text by its short name, such as `fr-fair`."""
    # A build names no law.
    import tomllib  # noqa: PLC0415
    from importlib.resources import files  # noqa: PLC0415

    table = tomllib.loads(files("ambassade.rules").joinpath("law.toml").read_text("utf-8"))
    return {name: Source(**row) for name, row in table.items()}


def name_sources(text: str, language: str = "en") -> str:
    """Return `text` with each `{short-name}` put in full. Raises KeyError for one that is not known."""

    def name(match: re.Match[str]) -> str:
        source = all_sources()[match[1]]
        return source.said_in.get(language, source.said)

    return _MENTION.sub(name, text)
