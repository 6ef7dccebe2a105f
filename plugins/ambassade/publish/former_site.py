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

from ambassade.publish.manifest import WrittenFile, read_manifest

if TYPE_CHECKING:
    from pathlib import Path

# Size and time of change in nanoseconds.
Stamp = tuple[int, int]


@dataclass(slots=True)
class FormerSite:
    """A built site. `hashes` are its manifest's."""

    folder: Path
    hashes: dict[str, str]
    _stamps: dict[str, Stamp | None] = field(default_factory=dict)
    _made: set[str] = field(default_factory=set)

    def stamp(self, name: str) -> Stamp | None:
        """Return by what a file is known to be untouched; None where there is none."""
        if name not in self._stamps:
            self._stamps[name] = find_stamp(f"{self.folder}/{name}")
        return self._stamps[name]

    def describe(self, name: str) -> WrittenFile:
        """Return what is known of one of its files, which must be there."""
        size, modified = self.stamp(name) or (0, 0)
        return WrittenFile(self.hashes[name], size, modified)

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
    return None if hashes is None else FormerSite(output, hashes)


def find_stamp(path: str) -> Stamp | None:
    """Return size and time of a regular file; None of anything else or nothing."""
    try:
        found = os.lstat(path)
    except OSError:
        return None
    return (found.st_size, found.st_mtime_ns) if stat.S_ISREG(found.st_mode) else None
