"""Under which path a built site expects to be served: the site says it itself, in its API."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

if TYPE_CHECKING:
    from pathlib import Path


def read_base(root: Path) -> str:
    """Return the path of the address of the site built in `root`, unquoted, no slash at its end."""
    try:
        url = json.loads((root / "api/v1/site.json").read_bytes())["url"]
        return unquote(str(urlsplit(url).path)).rstrip("/")
    except (OSError, ValueError, LookupError, TypeError, AttributeError):
        return ""
