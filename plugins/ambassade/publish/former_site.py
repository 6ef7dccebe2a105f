"""The site that is served now: which of its files are as they were written, to go on being used.

In: the output folder. Out: its files' hashes, and links to them in a new folder. A file that is
carried over is the same file, so its time is the same too.
"""

from __future__ import annotations

import os
import shutil
import stat
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ambassade.publish.manifest import MANIFEST_NAME, WrittenFile, read_manifest

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path


@dataclass(slots=True)
class FormerSite:
    """A built site. `hashes` are its manifest's, `listed` is when that was written."""

    folder: Path
    hashes: dict[str, str]
    listed: int
    _made: set[str] = field(default_factory=set)

    def are_whole(self, names: Iterable[str]) -> bool:
        """Tell whether all these files are there, and untouched since they were listed."""
        return all(self.is_whole(name) for name in names)

    def is_whole(self, name: str) -> bool:
        """Tell whether the file is there, and untouched since it was listed."""
        if name not in self.hashes:
            return False
        try:
            found = os.lstat(f"{self.folder}/{name}")
        except OSError:
            return False
        return stat.S_ISREG(found.st_mode) and found.st_mtime_ns <= self.listed

    def describe(self, name: str) -> WrittenFile:
        """Return what is known of one of its whole files. Raises OSError."""
        found = os.lstat(f"{self.folder}/{name}")
        return WrittenFile(self.hashes[name], found.st_size, found.st_mtime_ns)

    def carry(self, name: str, staged: Path) -> None:
        """Put the file below `staged` too, at the same path. Raises OSError."""
        target = f"{staged}/{name}"
        above = os.path.dirname(target)  # noqa: PTH120 - for 50,000 files
        if above not in self._made:
            os.makedirs(above, exist_ok=True)  # noqa: PTH103 - as above
            self._made.add(above)
        try:
            os.link(f"{self.folder}/{name}", target)
        except FileExistsError:
            raise
        except OSError:  # a disk without links
            shutil.copy2(f"{self.folder}/{name}", target)


def open_former_site(output: Path) -> FormerSite | None:
    """Return the site that is in `output`, None where there is none of ours."""
    hashes = read_manifest(output)
    try:
        listed = (output / MANIFEST_NAME).stat().st_mtime_ns
    except OSError:
        return None
    return None if hashes is None else FormerSite(output, hashes, listed)
