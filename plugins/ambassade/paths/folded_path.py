"""Paths as disks see them that take capital and small letters, and both forms of an accent, for one."""

from __future__ import annotations

import unicodedata


def fold_path(path: str) -> str:
    """Return what two paths have in common that are one file on the disks of Windows or macOS."""
    return path.lower() if path.isascii() else unicodedata.normalize("NFC", path).lower()
