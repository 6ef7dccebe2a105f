"""Which pages the last build rendered, by what they hang on: an index beside the site itself.

In: the key of a group of files (`page_keys.py`), and what the manifest of the site that is served says
of them. Out: whether they are what would be rendered again. The pages themselves are in the output.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import msgspec

from ambassade.kept_file import NotWhole, digest, read_kept, write_kept

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from ambassade.publish.former_site import FormerSite

_PURPOSE = "pages 1"
_decoder = msgspec.msgpack.Decoder(dict[str, tuple[bytes, bytes]])


@dataclass(slots=True)
class KeptPages:
    """Groups of files by name: an item's slug, or the path of a page that is of no item."""

    path: Path
    former: FormerSite | None
    before: Mapping[str, tuple[bytes, bytes]]
    broken: bool = False
    now: dict[str, tuple[bytes, bytes]] = field(default_factory=dict)

    def has(self, group: str, key: bytes, names: Sequence[str]) -> bool:
        """Tell whether the files `names` of the former site are what `key` would give again."""
        kept = self.before.get(group)
        if self.former is None or kept is None or kept[0] != key:
            return False
        return kept[1] == _hash(names, self.former.hashes) and self.former.are_whole(names)

    def note(self, group: str, key: bytes, names: Sequence[str], hashes: Mapping[str, str]) -> None:
        """Remember that `key` gives these files."""
        self.now[group] = key, _hash(names, hashes)

    def save(self) -> None:
        """Keep what was noted."""
        write_kept(self.path, _PURPOSE, msgspec.msgpack.encode(self.now))


def open_kept_pages(path: Path, former: FormerSite | None) -> KeptPages:
    """Return what is kept in `path` of the pages of the site `former`."""
    try:
        data = read_kept(path, _PURPOSE)
        return KeptPages(path, former, {} if data is None else _decoder.decode(data))
    except (NotWhole, msgspec.MsgspecError):
        return KeptPages(path, former, {}, broken=True)


def _hash(names: Sequence[str], hashes: Mapping[str, str]) -> bytes:
    return digest(*(f"{name} {hashes.get(name)}".encode() for name in names))
