"""A folder that is open: the system need not walk the way to it for each of a hundred thousand files."""

from __future__ import annotations

import os
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@contextmanager
def opened(folder: Path | str) -> Iterator[tuple[int | None, str]]:
    """Yield a descriptor for `dir_fd`, and what goes before the path of a file below the folder.

    None, and the way to the folder, where the system has no such thing, or there is no such folder.
    """
    descriptor = None
    if os.stat in os.supports_dir_fd:
        with suppress(OSError):
            descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        yield descriptor, f"{folder}/" if descriptor is None else ""
    finally:
        if descriptor is not None:
            os.close(descriptor)
