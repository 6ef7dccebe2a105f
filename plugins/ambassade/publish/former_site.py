"""The site that is served now: which of its files are as they were written, to go on being used.

In: the output folder, and what the last build kept of it. Out: its files' hashes, and links to them in
a new folder. A file that is carried over is the same file, so its time is the same too.
"""

from __future__ import annotations

import os
import shutil
from dataclasses import dataclass, field
from hashlib import sha256
from typing import TYPE_CHECKING

from ambassade.deep_folders import make_folders
from ambassade.publish.listing import list_stamps
from ambassade.publish.manifest import WrittenFile, parse_manifest, read_list
from ambassade.stop import environment_faults

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    from ambassade.publish.listing import Listing, Stamp


@dataclass(slots=True)
class FormerSite:
    """A built site. `listed` is its manifest, `hashes` are that one's.

    `stamps` and `numbers` are of all files there are. `touched`: files that are not as the last build
    left them, or of which that is not known.
    """

    folder: Path
    listed: bytes
    hashes: Mapping[str, str]
    stamps: Mapping[str, Stamp | None]
    numbers: Mapping[str, int]
    touched: frozenset[str] = frozenset()
    _made: set[str] = field(default_factory=set)

    @property
    def key(self) -> bytes:
        """A hash of all that is in it, as it was written."""
        return sha256(self.listed).digest()

    def compare(self, kept: Mapping[str, Stamp]) -> None:
        """Learn what the last build left."""
        if kept == self.stamps:
            # In their order, which is sorted.
            self.stamps, self.touched = kept, frozenset()
            return
        names = {*kept, *self.stamps}
        self.touched = frozenset(
            name
            for name in names
            if (stamp := kept.get(name)) is None or stamp != self.stamps.get(name)
        )

    def is_untouched(self, names: Sequence[str]) -> bool:
        """Tell whether files are there, as the last build left them."""
        return self.hashes.keys() >= {*names} and self.touched.isdisjoint(names)

    def describe(self, name: str) -> WrittenFile:
        """Return what is known of one of its files. Raises KeyError where it has none of that name."""
        return WrittenFile(self.hashes[name], *(self.stamps.get(name) or (0, 0)))

    def holds(self, name: str, hashed: str, data: bytes) -> bool:
        """Tell whether a file has these bytes, of the SHA-256 `hashed`. Raises EnvironmentFault."""
        stamp = self.stamps.get(name)
        if self.hashes.get(name) != hashed or stamp is None or stamp[0] != len(data):
            return False
        path = self.folder / name
        with environment_faults(path):
            return name not in self.touched or path.read_bytes() == data

    def carry(self, name: str, staged: Path) -> None:
        """Put the file below `staged` too, at the same path. Raises OSError."""
        target = f"{staged}/{name}"
        above = os.path.dirname(target)  # noqa: PTH120 - for 50,000 files
        if above not in self._made:
            make_folders(above)
            self._made.add(above)
        try:
            os.link(f"{self.folder}/{name}", target)
        except FileExistsError:
            raise
        except OSError:  # a disk without links
            shutil.copy2(f"{self.folder}/{name}", target)


def open_former_site(output: Path, look: Callable[[], Listing] | None = None) -> FormerSite | None:
    """Return the site that is in `output`, None where there is none of ours.

    `look` tells what is there, where somebody else looks. Raises EnvironmentFault.
    """
    listed = read_list(output)
    hashes = None if listed is None else parse_manifest(listed)
    if listed is None or hashes is None:
        return None
    there = look() if look else list_stamps(output)
    return FormerSite(output, listed, hashes, there.stamps, there.numbers, frozenset(there.stamps))
