"""The shards of former builds, one file an item, in `.ambassade/shards/`.

A shard is taken from there only where all that it hangs on is the same: the files of its folder, the
pictures they name, the item's lines of the lock, the settings, the day, the code. What was never
touched is told by size and times; what was touched, or checked out anew, by its content.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import msgspec

from ambassade.file_stamp import FileStamp, stamp_of
from ambassade.kept_file import NotWhole, decode_kept, keep_only, write_kept
from ambassade.shard_codec import decode_shard
from ambassade.source.item_folder import hash_source

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from ambassade.shard import Shard
    from ambassade.source.reviews_folder import ItemFolder

_PURPOSE = "shard 3"
_SUFFIX = ".shard"


class _Kept(msgspec.Struct, array_like=True):
    """What is kept: of files in one piece each, as they are seldom looked at one by one."""

    frame: bytes
    stamps: msgspec.Raw
    hashes: msgspec.Raw
    others: tuple[str, ...]
    pictures: dict[str, FileStamp | None]
    shard: msgspec.Raw


_encoder = msgspec.msgpack.Encoder()
_decoder = msgspec.msgpack.Decoder(_Kept)
_stamps_decoder = msgspec.msgpack.Decoder(dict[str, FileStamp])
_hashes_decoder = msgspec.msgpack.Decoder(dict[str, bytes])


@dataclass(slots=True)
class ShardStore:
    """Shards in one folder, `frame` being a hash of all that is no file of an item's.

    `broken` tells whether something was there that could not be used.
    """

    folder: Path
    images: Path
    broken: bool = field(default=False)

    def load(self, folder: ItemFolder, frame: bytes) -> Shard | None:
        """Return what was kept of `folder`; None where there is nothing, or it is no longer so."""
        path = self._path(folder)
        try:
            kept = decode_kept(path, _PURPOSE, _decoder)
            if kept is None or not self._hangs_on_the_same(kept, folder, frame):
                return None
            if bytes(kept.stamps) == _encoder.encode(folder.files):
                return decode_shard(kept.shard)
            hashes = _hashes_decoder.decode(kept.hashes)
            stamps = _stamps_decoder.decode(kept.stamps)
            if not _holds_the_same(folder, stamps, hashes):
                return None
            shard = decode_shard(kept.shard)
        except (NotWhole, ValueError):
            self.broken = True
            return None
        self.save(folder, frame, hashes, kept.pictures, bytes(kept.shard))
        return shard

    def _hangs_on_the_same(self, kept: _Kept, folder: ItemFolder, frame: bytes) -> bool:
        return (
            kept.frame == frame
            and kept.others == folder.others
            and all(stamp == self.stamp_picture(each) for each, stamp in kept.pictures.items())
        )

    def save(
        self,
        folder: ItemFolder,
        frame: bytes,
        hashes: Mapping[str, bytes],
        pictures: Mapping[str, FileStamp | None],
        shard: bytes,
    ) -> None:
        """Keep a shard that was made of files with these `hashes`; not where that cannot be.

        `pictures` are by path below `content/images/`, as they were before they were looked at.
        """
        kept = _Kept(
            frame,
            msgspec.Raw(_encoder.encode(folder.files)),
            msgspec.Raw(_encoder.encode({name: hashes.get(name, b"") for name in folder.files})),
            folder.others,
            dict(sorted(pictures.items())),
            msgspec.Raw(shard),
        )
        write_kept(self._path(folder), _PURPOSE, _encoder.encode(kept))

    def drop_others(self, folders: Iterable[ItemFolder]) -> None:
        """Remove what was kept of folders that are no more."""
        known = {self._path(folder).name for folder in folders}
        keep_only(self.folder, known.__contains__)

    def stamp_picture(self, picture: str) -> FileStamp | None:
        """Return by what a picture is known again, `picture` being a path below `content/images/`."""
        try:
            return stamp_of((self.images / picture).stat())
        except (OSError, ValueError):
            return None

    def _path(self, folder: ItemFolder) -> Path:
        return self.folder / f"{folder.slug}{_SUFFIX}"


def _holds_the_same(
    folder: ItemFolder, stamps: Mapping[str, FileStamp], hashes: Mapping[str, bytes]
) -> bool:
    """Tell whether a folder's files hold what they did: what was touched is read."""
    return stamps.keys() == hashes.keys() == folder.files.keys() and all(
        stamp == stamps[name] or _hash_file(folder.path / name) == hashes[name]
        for name, stamp in folder.files.items()
    )


def _hash_file(path: Path) -> bytes | None:
    try:
        return hash_source(path.read_bytes())
    except OSError:
        return None
