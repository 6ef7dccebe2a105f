"""The shards of former builds, three files an item, in `.ambassade/shards/`: what lists ask, and records.

A shard is taken from there only where all that it hangs on is the same: the files of its folder, the
pictures they name, the item's lines of the lock, the settings, the day, the code. What was never
touched is told by size and times; what was touched, or checked out anew, by its content.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from time import time_ns
from typing import TYPE_CHECKING

import msgspec

from ambassade.kept.file_stamp import FileStamp, keep_settled, stamp_of
from ambassade.kept.kept_file import (
    NotWhole,
    decode_kept,
    keep_only,
    make_kept_folder,
    write_kept,
    write_whole,
)
from ambassade.kept.record_file import RecordFile
from ambassade.source.item_folder import hash_source
from ambassade.survey.shard_codec import decode_shard

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from pathlib import Path

    from ambassade.kept.record_file import Made
    from ambassade.source.reviews_folder import ItemFolder
    from ambassade.survey.shard import Shard
    from ambassade.survey.shard_codec import Encoded

    # Gives what is to be in the public file of records, and in the private one.
    MakeAnew = Callable[[], tuple[Made, Made]]

_PURPOSE = "shard 6"
# What lists ask; the reviews as they may be seen; the reviews as they are on record.
_SHARD, _PUBLIC, _PRIVATE = _SUFFIXES = ".shard", ".public", ".private"


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

    `broken`: the items of which something was there that could not be used. It `began` before anything
    was read, in nanoseconds since 1970.
    """

    folder: Path
    images: Path
    broken: set[str] = field(default_factory=set)
    began: int = field(default_factory=time_ns)

    def load(self, folder: ItemFolder, frame: bytes, make_anew: MakeAnew) -> Shard | None:
        """Return what was kept of `folder`; None where there is nothing, or it is no longer so.

        `make_anew` gives its records if they turn out not to be whole.
        """
        path = self._path(folder, _SHARD)
        try:
            kept = decode_kept(path, _PURPOSE, _decoder)
            if kept is None or not self._hangs_on_the_same(kept, folder, frame):
                return None
            is_untouched = bytes(kept.stamps) == _encoder.encode(folder.files)
            hashes = {} if is_untouched else _hashes_decoder.decode(kept.hashes)
            if not (is_untouched or _holds_the_same(folder, kept.stamps, hashes)):
                return None
            shard = self.open(folder, kept.shard, make_anew)
        except (NotWhole, ValueError):
            self.broken.add(folder.slug)
            return None
        if not is_untouched:
            self._keep(folder, frame, hashes, kept.pictures, bytes(kept.shard))
        return shard

    def open(
        self,
        folder: ItemFolder,
        shard: bytes | msgspec.Raw,
        make_anew: MakeAnew,
        records: tuple[bytes, bytes] | None = None,
    ) -> Shard:
        """Return a shard. Its `records` are in their files where they are not given. Raises ValueError."""
        public, private = records or (None, None)
        return decode_shard(
            folder.slug,
            shard,
            RecordFile(self._path(folder, _PUBLIC), lambda: make_anew()[0], public),
            RecordFile(self._path(folder, _PRIVATE), lambda: make_anew()[1], private),
        )

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
        shard: Encoded,
    ) -> bool:
        """Keep a shard that was made of files with these `hashes`; tell whether its records are kept.

        `pictures` are by path below `content/images/`, as they were before they were looked at.
        """
        try:
            make_kept_folder(self.folder)
            write_whole(self._path(folder, _PUBLIC), shard.public)
            write_whole(self._path(folder, _PRIVATE), shard.private)
        except OSError:
            return False
        self._keep(folder, frame, hashes, pictures, shard.lists)
        return True

    def _keep(
        self,
        folder: ItemFolder,
        frame: bytes,
        hashes: Mapping[str, bytes],
        pictures: Mapping[str, FileStamp | None],
        shard: bytes,
    ) -> None:
        kept = _Kept(
            frame,
            msgspec.Raw(_encoder.encode(keep_settled(folder.files, self.began))),
            msgspec.Raw(_encoder.encode({name: hashes.get(name, b"") for name in folder.files})),
            folder.others,
            {each: self._settle(stamp) for each, stamp in sorted(pictures.items())},
            msgspec.Raw(shard),
        )
        write_kept(self._path(folder, _SHARD), _PURPOSE, _encoder.encode(kept))

    def drop_others(self, folders: Iterable[ItemFolder]) -> None:
        """Remove what was kept of folders that are no more."""
        known = {self._path(folder, suffix).name for folder in folders for suffix in _SUFFIXES}
        keep_only(self.folder, known.__contains__)

    def stamp_picture(self, picture: str) -> FileStamp | None:
        """Return by what a picture is known again, `picture` being a path below `content/images/`."""
        try:
            return stamp_of((self.images / picture).stat())
        except (OSError, ValueError):
            return None

    def _settle(self, stamp: FileStamp | None) -> FileStamp | None:
        return keep_settled({"": stamp}, self.began)[""] if stamp else stamp

    def _path(self, folder: ItemFolder, suffix: str) -> Path:
        return self.folder / f"{folder.slug}{suffix}"


def _holds_the_same(folder: ItemFolder, kept: msgspec.Raw, hashes: Mapping[str, bytes]) -> bool:
    """Tell whether a folder's files hold what they did: what was touched is read. Raises ValueError."""
    stamps = _stamps_decoder.decode(kept)
    return stamps.keys() == hashes.keys() == folder.files.keys() and all(
        stamp == stamps[name] or _hash_file(folder.path / name) == hashes[name]
        for name, stamp in folder.files.items()
    )


def _hash_file(path: Path) -> bytes | None:
    try:
        return hash_source(path.read_bytes())
    except OSError:
        return None
