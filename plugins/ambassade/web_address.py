"""Which addresses may be linked: absolute http(s) ones that hide nothing."""

from __future__ import annotations

import re
import unicodedata
from contextlib import suppress
from urllib.parse import quote, urlsplit

_LONGEST_ADDRESS = 2_000
_NEVER = re.compile(r"[\s<>\"\\`{}|^]")
# No name of a host has these signs, nor nothing between two dots: `https://…` is still to be filled in.
_NEVER_IN_HOST = re.compile(r"[\s!#$&'()*+,/;=?@\[\]]|^\.|\.\.")


def is_web_address(text: str) -> bool:
    """Tell whether `text` is an absolute http(s) address with a host and nothing that hides."""
    if len(text) > _LONGEST_ADDRESS or not text.isprintable() or _NEVER.search(text):
        return False
    try:
        parts = urlsplit(text)
        port_is_good = parts.port is None or parts.port > 0
    except ValueError:
        return False
    return (
        parts.scheme in {"http", "https"}
        and _is_host(parts.hostname or "")
        and port_is_good
        and "@" not in parts.netloc
    )


def _is_host(name: str) -> bool:
    """Tell whether a host may have this name, as browsers understand it: `…` is three dots."""
    return bool(name) and not _NEVER_IN_HOST.search(unicodedata.normalize("NFKC", name))


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
