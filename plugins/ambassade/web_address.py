"""Which addresses may be linked: absolute http(s) ones that hide nothing."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

_LONGEST_ADDRESS = 2_000
_NEVER = re.compile(r"[\s<>\"\\`{}|^]")


def is_web_address(text: str) -> bool:
    """Tell whether `text` is an absolute http(s) address with a host and nothing that hides."""
    if len(text) > _LONGEST_ADDRESS or not text.isprintable() or _NEVER.search(text):
        return False
    try:
        parts = urlsplit(text)
        port_is_good = parts.port is None or parts.port > 0
    except ValueError:
        return False
    has_host = bool(parts.hostname and re.fullmatch(r"[^\s/@]+", parts.hostname))
    return (
        parts.scheme in {"http", "https"} and has_host and port_is_good and "@" not in parts.netloc
    )
