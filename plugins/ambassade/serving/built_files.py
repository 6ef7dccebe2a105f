"""From an address to a file of the built site, and to no other file.

In: the folder, the site's path, the address asked for. Out: a file's path, an address to go to
instead, or None.
"""

from __future__ import annotations

import mimetypes
import os
from typing import TYPE_CHECKING, Final
from urllib.parse import quote, unquote

if TYPE_CHECKING:
    from pathlib import Path

HTML: Final = "text/html; charset=utf-8"
# What is asked of a whole host (RFC 8615), such as its security.txt.
_WELL_KNOWN: Final = ".well-known"
# The system's own table knows too little on some systems, and wrong things on others.
_TYPES: Final = {
    ".html": HTML,
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".atom.xml": "application/atom+xml",
    ".xml": "application/xml",
    ".txt": "text/plain; charset=utf-8",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".gif": "image/gif",
    ".webp": "image/webp",
    ".avif": "image/avif",
    ".ico": "image/x-icon",
    ".woff2": "font/woff2",
    ".vtt": "text/vtt; charset=utf-8",
    ".webmanifest": "application/manifest+json",
}


def find_file(root: Path, base: str, target: str) -> Path | str | None:
    """Return the file below `root` that the request's `target` means.

    A string is where to go instead: a folder's address has a slash at its end, and `/` leads to
    where the site is. None: there is nothing, or it is not to be shown.
    """
    asked, _, query = target.partition("#")[0].partition("?")
    path = unquote(asked, errors="replace")
    if path.rstrip("/") in {"", base} and path != f"{base}/":
        return f"{quote(base)}/"
    if not path.startswith(f"{base}/"):
        return None
    inside = path.removeprefix(f"{base}/")
    parts = inside.removesuffix("/").split("/") if inside else []
    names = parts[1:] if parts[:1] == [_WELL_KNOWN] else parts
    if not all(map(_is_plain, names)):
        return None
    file = root.joinpath(*parts)
    # Of a name that is too long the system says that it is an error; these say no.
    if os.path.isdir(file):  # noqa: PTH112
        if inside and not inside.endswith("/"):
            return quote(f"{path}/") + (f"?{query}" if query else "")
        file /= "index.html"
    elif inside.endswith("/"):
        return None
    is_file = os.path.isfile(file)  # noqa: PTH113
    return file if is_file and file.resolve().is_relative_to(root.resolve()) else None


def _is_plain(part: str) -> bool:
    """Tell whether a part of a path is a mere name; what begins with a dot is not for the world."""
    return bool(part) and part[0] != "." and not any(char in part for char in "\\\0:")


def type_of_file(name: str) -> str:
    """Return the media type of a file by its name."""
    for suffix, media_type in _TYPES.items():
        if name.lower().endswith(suffix):
            return media_type
    return mimetypes.guess_type(name)[0] or "application/octet-stream"
