"""The shards of a site's items: kept ones where nothing changed, the others made anew.

In: the folders. Out: their shards. Where there are many files, several processes make them.
"""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from functools import partial
from typing import TYPE_CHECKING

import msgspec

from ambassade.kept.frame import hash_code
from ambassade.kept.kept_file import digest
from ambassade.locale import terminal_language
from ambassade.processes.aside import Aside
from ambassade.processes.workers import gather
from ambassade.source.item_folder import FolderReader
from ambassade.survey.shard import make_shard
from ambassade.survey.shard_codec import encode_shard, tell_spots

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from ambassade.kept.file_stamp import FileStamp
    from ambassade.kept.record_file import Made
    from ambassade.lock_lines import LockLines
    from ambassade.problem import Place, Problem
    from ambassade.public import Picture
    from ambassade.source.reviews_folder import ItemFolder
    from ambassade.source.site_reader import SiteReader
    from ambassade.survey.shard import Shard
    from ambassade.survey.shard_codec import Encoded
    from ambassade.survey.shard_store import MakeAnew, ShardStore


_encoder = msgspec.msgpack.Encoder()
# A shard, and its records, public and private, where those could not be kept.
_decoder = msgspec.msgpack.Decoder(tuple[bytes, tuple[bytes, bytes] | None])
# To start a worker and to hear what it found takes as long as some hundred files.
_FEWEST_FILES = 400


@dataclass(slots=True)
class ItemSurvey:
    """Looks at items' folders, each alone, with the `lock` of its reviews."""

    reader: SiteReader
    lock: LockLines
    today: date
    drafts: bool
    store: ShardStore
    stamps: dict[str, FileStamp | None] = field(default_factory=dict)

    def look_at_all(
        self,
        folders: Sequence[ItemFolder],
        jobs: int,
        progress: Callable[[int, int | None], None],
        *,
        apart: bool,
    ) -> list[Shard]:
        """Return what comes of each folder, in their order; `progress` hears how many are done.

        `apart`: the first that changed has a process of its own.
        """
        frames = self._frames(folders)
        shards: dict[str, Shard] = {}
        changed: list[ItemFolder] = []
        beside: list[Aside] = []

        def make(folder: ItemFolder) -> bytes:
            made, is_kept = self._make(folder, frames[folder.slug])
            return _encoder.encode((made.lists, None if is_kept else (made.public, made.private)))

        with ExitStack() as stack:
            for folder in folders:
                kept = self.store.load(folder, frames[folder.slug], self._anew(folder))
                if kept is not None:
                    shards[folder.slug] = kept
                    continue
                changed.append(folder)
                if apart and not beside:
                    # Most often it is the only one: it is made while the kept ones are loaded.
                    beside.append(stack.enter_context(Aside(partial(make, folder))))
            rest = changed[len(beside) :]
            few = sum(len(folder.files) for folder in rest) < _FEWEST_FILES
            tell = partial(_tell_more, progress, len(beside), len(changed))
            for number, data in gather(rest, make, 1 if few else jobs, tell, fewest=2):
                shards[rest[number].slug] = self._take(rest[number], data)
            for folder, aside in zip(changed, beside, strict=False):
                shards[folder.slug] = self._take(folder, aside.result())
        self.store.drop_others(folders)
        return [shards[folder.slug] for folder in folders]

    def _take(self, folder: ItemFolder, data: bytes) -> Shard:
        """Return the shard that a worker hands over."""
        made, records = _decoder.decode(data)
        return self.store.open(folder, made, self._anew(folder), records)

    def _anew(self, folder: ItemFolder) -> MakeAnew:
        """Return what makes the records of a folder again, where those that were kept are not whole."""

        def make() -> tuple[Made, Made]:
            self.store.broken.add(folder.slug)
            made, _ = self._make(folder, self._frames([folder])[folder.slug])
            public, private = tell_spots(made.lists)
            return (public, made.public), (private, made.private)

        return make

    def _frames(self, folders: Sequence[ItemFolder]) -> dict[str, bytes]:
        """Return by item a hash of all that its shard hangs on besides files and pictures."""
        settings = repr(self.reader.settings).encode()
        # Some problems hold names of languages as they are told to whoever reads.
        told = f"{self.today} {self.drafts} {terminal_language()}".encode()
        common = digest(hash_code(), settings, told)
        return {each.slug: digest(common, self.lock.tell(each.slug)) for each in folders}

    def _make(self, folder: ItemFolder, frame: bytes) -> tuple[Encoded, bool]:
        """Return the shard of a folder, and whether it could be kept."""
        pictures: dict[str, FileStamp | None] = {}

        def find_picture(typed: str, place: Place) -> Picture | Problem:
            path = self.reader.pictures.path_below(typed)
            if path is not None:
                pictures[path] = self._stamp(path)
            return self.reader.pictures.find(typed, place)

        settings = self.reader.settings
        reader = FolderReader(self.reader.site, settings, find_picture)
        records = replace(reader.read(folder), lock=self.lock.of_item(folder.slug))
        shard = make_shard(records, reader.problems, settings, self.today, drafts=self.drafts)
        made = encode_shard(shard)
        return made, self.store.save(folder, frame, reader.hashes, pictures, made)

    def _stamp(self, picture: str) -> FileStamp | None:
        """Return what a picture was before it was looked at, which is done once."""
        if picture not in self.stamps:
            self.stamps[picture] = self.store.stamp_picture(picture)
        return self.stamps[picture]


def _tell_more(progress: Callable[[int, int], None], before: int, total: int, number: int) -> None:
    progress(before + number, total)
