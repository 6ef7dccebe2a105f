"""Where in a file of a site something stands that was found in what is made of it.

In: the file, the ways in which it may be typed there. Out: its place.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from ambassade.problem import Place

if TYPE_CHECKING:
    from pathlib import Path

_SAID: Final = re.compile(r'<([^\s>]+)(?: ([^\s=]+)=(?:…|"(.*)"))?>', re.DOTALL)


def find_in_source(root: Path, file: Place, *typed: str) -> Place:
    """Return where one of these stands in a file of the site in `root`, else the place `file`."""
    links = "|".join(map(re.escape, typed))
    wanted = re.compile(rf"(?<![\w./}}-])(?:{links})(?![\w/-])")
    for number, line in enumerate(_read(root, file).splitlines(), 1):
        if found := wanted.search(line):
            return Place(file.file, number, found.start() + 1)
    return file


def find_tag_in_source(root: Path, file: Place, said: str) -> Place:
    """Return where a start tag stands, `said` as `<img src="/a.png">`, `<p style=…>` or `<base>`.

    Where its address was made of Markdown, that is found; else the place `file` is returned.
    """
    parts = _SAID.fullmatch(said)
    if parts is None:
        return file
    tag, name, value = parts.groups("")
    begin = rf"<{re.escape(tag)}\b"
    named = rf"{begin}[^<>]*?\s{re.escape(name)}"
    ways = [rf"{named}\s*=\s*[\"']?{re.escape(value)}"] if value else []
    # Any other word may stand elsewhere, too.
    ways += [rf"(?<![\w./}}-]){re.escape(value)}(?![\w/-])"] if "/" in value else []
    ways += [rf"{named}\b", begin] if name else [begin]
    text = _read(root, file)
    for way in ways:
        if found := re.search(way, text, re.IGNORECASE):
            before = text[: found.start()]
            column = found.start() - before.rfind("\n")
            return Place(file.file, before.count("\n") + 1, column)
    return file


def _read(root: Path, file: Place) -> str:
    try:
        return (root / file.file).read_text("utf-8-sig", "replace")
    except OSError:
        return ""
