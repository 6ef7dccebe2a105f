"""What is kept in `.ambassade/` between builds, in files that may be damaged, foreign or gone.

A file holds what it is for, a hash of all that follows, and the bytes that were kept. It only spares
time: whoever finds nothing whole does the work again.
"""

from __future__ import annotations

import os
from contextlib import suppress
from hashlib import blake2b
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from ambassade.site_folder import SiteFolder

FOLDER = ".ambassade"
_DIGEST = 16


class NotWhole(ValueError):  # noqa: N818 - it says what the file is
    """The file is there, and is not what was kept."""


def kept_path(folder: SiteFolder, kind: str, *, drafts: bool) -> Path:
    """Return where things of a `kind` are kept of the site in `folder`, as its settings show it."""
    name = folder.settings_files[-1].stem + ("-drafts" if drafts else "")
    return folder.root / FOLDER / kind / name


def digest(*parts: bytes) -> bytes:
    """Return a hash of `parts`, which are told apart."""
    hashed = blake2b(digest_size=_DIGEST)
    for part in parts:
        hashed.update(len(part).to_bytes(8, "big"))
        hashed.update(part)
    return hashed.digest()


def read_kept(path: Path, purpose: str) -> bytes | None:
    """Return what was kept in `path` for `purpose`, None if nothing is there. Raises NotWhole."""
    try:
        whole = path.read_bytes()
    except OSError:
        return None
    head = purpose.encode() + b"\n"
    data = whole[len(head) + _DIGEST :]
    if whole[: len(head) + _DIGEST] != head + digest(data):
        raise NotWhole(path.name)
    return data


def write_kept(path: Path, purpose: str, data: bytes) -> None:
    """Keep `data` in `path`, below a site's `.ambassade/`, in one step; not if it cannot be."""
    new = path.with_name(f"{path.name}-{os.getpid()}.new")
    with suppress(OSError):
        make_kept_folder(path.parent)
        try:
            new.write_bytes(purpose.encode() + b"\n" + digest(data) + data)
            new.replace(path)
        finally:
            new.unlink(missing_ok=True)


def make_kept_folder(folder: Path) -> None:
    """Make a folder in `.ambassade/`, which git ignores. Raises OSError."""
    folder.mkdir(parents=True, exist_ok=True)
    root = next((each for each in (folder, *folder.parents) if each.name == FOLDER), folder)
    ignore = root / ".gitignore"
    if not ignore.exists():
        ignore.write_text("*\n", encoding="ascii")
