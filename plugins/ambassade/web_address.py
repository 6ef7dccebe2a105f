"""Which addresses may be linked: absolute http(s) ones that hide nothing."""

from __future__ import annotations

import re
from contextlib import suppress
from urllib.parse import quote, urlsplit

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


def escape_address(address: str) -> str:
    """Return an absolute address as browsers send it: `https://xn--….example/%C3%A9`.

    A host that has no such name stays as it is.
    """
    parts = urlsplit(address)
    with suppress(UnicodeError):
        host = str(parts.hostname).encode("idna").decode("ascii")
        host = f"[{host}]" if ":" in host else host
        parts = parts._replace(netloc=host if parts.port is None else f"{host}:{parts.port}")
    return parts._replace(path=quote(parts.path, safe="/%~:@!$&'()*+,;=")).geturl()
