"""Whether Pagefind, which makes the full-text index, is installed here, and where its program is."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

INSTALL = "pip install 'ambassade[search]'"


def find_search_program() -> Path | None:
    """Return Pagefind's program; None where its package, or the program itself, is not there."""
    try:
        # Only here: it is no package that every site needs.
        found: Path | None = import_module("pagefind.service").get_executable()
    except (ImportError, FileNotFoundError):
        return None
    return found if found and found.is_file() else None
