"""The headers that a host would send with a file of the built site: as its `_headers` has them.

In: the folder of the site, the path asked for. Out: the headers; none where there is no such file.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def headers_for(root: Path, path: str) -> dict[str, str]:
    """Return the headers of all rules that `path` matches."""
    try:
        lines = (root / "_headers").read_text("ascii").splitlines()
    except (OSError, ValueError):
        return {}
    headers: dict[str, str] = {}
    matches = False
    for line in lines:
        if line.startswith("/"):
            matches = re.fullmatch(re.escape(line).replace(r"\*", ".*"), path) is not None
        elif matches:
            name, _, value = line.strip().partition(": ")
            headers[name] = value
    return headers
