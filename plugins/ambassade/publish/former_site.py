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

    from ambassade.publish.listing import Stamps


@dataclass(slots=True)
class FormerSite:
    """A built site. `key` is a hash of its manifest, `hashes` are that one's.

    `stamps` are of all files there are. `touched`: files that are not as the last build left them; None:
    that is not known of any.
    """

    folder: Path
    key: bytes
    hashes: Mapping[str, str]
    stamps: Stamps
    touched: frozenset[str] | None = None
    _made: set[str] = field(default_factory=set)

    def compare(self, kept: Stamps) -> None:
        """Learn what the last build left. Copied to another disk, files have other numbers."""
        if kept is self.stamps:
            self.touched = frozenset()
            return
        self.touched = frozenset(
            name
            for name in kept.keys() | self.stamps.keys()
            if (stamp := kept.get(name)) is None or stamp[:2] != self.stamps.get(name, ())[:2]
        )

    def is_untouched(self, names: Sequence[str]) -> bool:
        """Tell whether files are there, as the last build left them."""
        known = self.touched is not None and self.touched.isdisjoint(names)
        return known and self.hashes.keys() >= {*names}

    def describe(self, name: str) -> WrittenFile:
        """Return what is known of one of its files. Raises KeyError where it has none of that name."""
        return WrittenFile(self.hashes[name], *self.stamps.get(name, (0, 0, 0)))

    def holds(self, name: str, hashed: str, data: bytes) -> bool:
        """Tell whether a file has these bytes, of the SHA-256 `hashed`. Raises EnvironmentFault."""
        stamp = self.stamps.get(name)
        if self.hashes.get(name) != hashed or stamp is None or stamp[0] != len(data):
            return False
        path = self.folder / name
        with environment_faults(path):
            return self.is_untouched((name,)) or path.read_bytes() == data

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


def open_former_site(output: Path, look: Callable[[], Stamps] | None = None) -> FormerSite | None:
    """Return the site that is in `output`, None where there is none of ours.

    `look` tells what is there, where somebody else looks. Raises EnvironmentFault.
    """
    listed = read_list(output)
    hashes = None if listed is None else parse_manifest(listed)
    if listed is None or hashes is None:
        return None
    key = sha256(listed).digest()
    # Of a large site it is large.
    del listed
    return FormerSite(output, key, hashes, look() if look else list_stamps(output))
