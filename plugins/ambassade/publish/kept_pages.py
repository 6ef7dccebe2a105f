"""Which pages the last build rendered, by what they hang on: an index beside the site itself.

In: the key of a group of files (`page_keys.py`), what the manifest of the site that is served says of
them, their sizes and times. Out: whether they are what would be rendered again. The pages themselves
are in the output.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import msgspec

from ambassade.kept_file import (
    UNFINISHED,
    NotWhole,
    decode_kept,
    digest,
    keep_only,
    write_kept,
)
from ambassade.publish.former_site import find_stamp

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    from ambassade.publish.former_site import FormerSite, Stamp

_PURPOSE = "pages 2"
_decoder = msgspec.msgpack.Decoder(dict[str, tuple[bytes, bytes]])


@dataclass(slots=True)
class KeptPages:
    """Groups of files by name: an item's slug, or the path of a page that is of no item."""

    path: Path
    former: FormerSite | None
    before: Mapping[str, tuple[bytes, bytes]]
    broken: bool = False
    now: dict[str, tuple[bytes, Mapping[str, str]]] = field(default_factory=dict)

    def has(self, group: str, key: bytes, names: Sequence[str]) -> bool:
        """Tell whether the files `names` of the former site are what `key` would give again."""
        kept = self.before.get(group)
        if self.former is None or kept is None or kept[0] != key:
            return False
        if any(self.former.stamp(name) is None for name in names):
            return False
        hashes = {name: self.former.hashes.get(name, "") for name in names}
        return kept[1] == _hash(hashes, self.former.stamp)

    def note(self, group: str, key: bytes, hashes: Mapping[str, str]) -> None:
        """Remember that `key` gives these files; `hashes` by name, in their order."""
        self.now[group] = key, hashes

    def save(self, output: Path) -> None:
        """Keep what was noted, now that the files are in `output` with the times they keep."""
        kept = {
            group: (key, _hash(hashes, lambda name: find_stamp(f"{output}/{name}")))
            for group, (key, hashes) in self.now.items()
        }
        write_kept(self.path, _PURPOSE, msgspec.msgpack.encode(kept))
        keep_only(self.path.parent, lambda name: not name.endswith(UNFINISHED))


def open_kept_pages(path: Path, former: FormerSite | None) -> KeptPages:
    """Return what is kept in `path` of the pages of the site `former`."""
    try:
        kept = decode_kept(path, _PURPOSE, _decoder)
        return KeptPages(path, former, kept or {})
    except NotWhole:
        return KeptPages(path, former, {}, broken=True)


def _hash(hashes: Mapping[str, str], stamp: Callable[[str], Stamp | None]) -> bytes:
    # Not only the times, which a clock that was set back makes worthless.
    return digest(*(f"{name} {each} {stamp(name)}".encode() for name, each in hashes.items()))
