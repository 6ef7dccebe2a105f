"""The shards of a site's items: looked at by several processes where there are many files."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ambassade.shard import make_shard
from ambassade.shard_codec import decode_shard, encode_shard
from ambassade.source.item_folder import FolderReader
from ambassade.workers import gather

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import date

    from ambassade.model import Locked
    from ambassade.shard import Shard
    from ambassade.source.item_folder import ItemFolder
    from ambassade.source.site_reader import SiteReader

# To start a worker and to hear what it found takes as long as some hundred files.
_FEWEST_FILES = 400


@dataclass(frozen=True, slots=True)
class ItemSurvey:
    """Looks at items' folders, each alone."""

    reader: SiteReader
    lock: Mapping[str, Locked]
    today: date
    drafts: bool

    def look_at(self, folder: ItemFolder) -> Shard:
        """Return what comes of one folder. Raises EnvironmentFault."""
        reader = FolderReader(
            self.reader.site, self.reader.settings, self.reader.pictures.find
        )
        records = replace(reader.read(folder), lock=self.lock)
        return make_shard(
            records, reader.problems, self.reader.settings, self.today, drafts=self.drafts
        )

    def look_at_all(
        self,
        folders: Sequence[ItemFolder],
        jobs: int,
        progress: Callable[[int, int | None], None],
    ) -> list[Shard]:
        """Return what comes of each folder, in their order; `progress` hears how many are done."""
        def tell(done: int) -> None:
            progress(done, len(folders))

        if sum(len(folder.files) for folder in folders) < _FEWEST_FILES:
            shards = []
            for number, folder in enumerate(folders, start=1):
                shards.append(self.look_at(folder))
                tell(number)
            return shards
        done: dict[int, Shard] = {}
        found = gather(
            folders, lambda folder: encode_shard(self.look_at(folder)), jobs, tell, fewest=2
        )
        for number, data in found:
            done[number] = decode_shard(data)
        return [done[number] for number in range(len(folders))]
