"""Where in a file of a site something stands that was found in what is made of it.

In: the file, the ways in which it may be typed there. Out: its place.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ambassade.problem import Place

if TYPE_CHECKING:
    from pathlib import Path


def find_in_source(root: Path, file: Place, *typed: str) -> Place:
    """Return where one of these stands in a file of the site in `root`, else the place `file`."""
    links = "|".join(map(re.escape, typed))
    wanted = re.compile(rf"(?<![\w./}}-])(?:{links})(?![\w/-])")
    try:
        text = (root / file.file).read_text("utf-8-sig", "replace")
    except OSError:
        return file
    for number, line in enumerate(text.splitlines(), 1):
        if found := wanted.search(line):
            return Place(file.file, number, found.start() + 1)
    return file
