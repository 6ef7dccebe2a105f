"""The pages of a site, and what machines read of each item: rendered, or carried over as they are.

In: a survey, the renderer, what is known of the former site. Out: the files below the staged folder,
and the hash of each.
"""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from hashlib import sha256
from typing import TYPE_CHECKING

import msgspec

from ambassade.addresses import file_of
from ambassade.outputs import make_item_outputs, name_item_outputs
from ambassade.publish.batches import (
    LARGEST_OF_CARRIED,
    Batch,
    BatchPlanner,
    batch_carried,
    batch_items,
    batch_others,
)
from ambassade.publish.manifest import WrittenFile
from ambassade.publish.siblings import name_with_siblings, with_siblings
from ambassade.publish.write import NewFiles
from ambassade.stop import environment_faults
from ambassade.workers import FEWEST_TASKS, gather

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from ambassade.page import Page
    from ambassade.public import PublicItem
    from ambassade.public_site import PublicSite
    from ambassade.publish.kept_pages import KeptPages
    from ambassade.publish.page_keys import PageKeys
    from ambassade.publish.render import Renderer
    from ambassade.surveyed import Survey

# Fewer pages than that are rendered sooner than the cards of all reviews.
_FEWEST_LISTS = 200
_MOST_CARDS = 40_000
_encoder = msgspec.msgpack.Encoder()
_decoder = msgspec.msgpack.Decoder(tuple[list[tuple[str, str, int, int]], list[str]])


@dataclass(slots=True)
class PageWriter:
    """Writes one site's pages below `output`. Without `keys`, nothing is carried over.

    `written`: all files that came of it, by path.
    """

    survey: Survey
    renderer: Renderer
    output: Path
    kept: KeptPages | None = None
    keys: PageKeys | None = None
    written: dict[str, WrittenFile] = field(default_factory=dict)
    files: NewFiles = field(init=False)
    total: int = 0
    with_cards: bool = False
    _carried: list[str] = field(default_factory=list)
    _groups: dict[str, tuple[bytes, list[str]]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Open the output."""
        self.files = NewFiles(self.output)

    def write_all(self, jobs: int, tell: Callable[[int, int | None], None]) -> None:
        """Write all pages in up to `jobs` processes; `tell` hears of rendered pages, and how many there are.

        Raises TemplateFault, EnvironmentFault.
        """
        items = [item for item in self.survey.site.items if not self._carry_item(item)]
        others = [page for page in self.survey.others if not self._carry_page(page)]
        counts = {item.slug: len(self.survey.item_lines[item.slug]) for item in items}
        planner = BatchPlanner(self.survey.site, others)
        self.total = sum(counts.values()) + len(others)
        # Not of very many: the cards of a million reviews would fill the memory.
        self.with_cards = (
            len(others) >= _FEWEST_LISTS
            and len(self.survey.site.reviews) * len(self.survey.site.settings.languages)
            <= _MOST_CARDS
        )
        first = [*batch_items(counts), *batch_carried(self._carried)]
        second = batch_others(len(others))
        # Lists wait for the cards; without, everything is done at once.
        for batches in (first, second) if self.with_cards else ([*first, *second],):
            self._write_batches(batches, planner, jobs, tell)
        self._note_groups()

    def _write_batches(
        self,
        batches: Sequence[Batch],
        planner: BatchPlanner,
        jobs: int,
        tell: Callable[[int, int | None], None],
    ) -> None:
        machines = self.survey.site.without_drafts()
        before = len(self.written)

        def write(batch: Batch) -> bytes:
            with environment_faults(self.output):
                files = [*self._render(batch, planner, machines)]
            with_cards = self.with_cards and batch.slug is not None and batch.first == 0
            item = self.survey.site.by_slug[batch.slug] if with_cards and batch.slug else None
            return _encoder.encode((files, self.renderer.render_cards(item) if item else []))

        def tell_pages(_done: int) -> None:
            tell(min(len(self.written) - before, self.total), self.total)

        is_much = self.total >= FEWEST_TASKS or len(self._carried) >= LARGEST_OF_CARRIED
        fewest = 2 if is_much else len(batches) + 1
        for number, data in gather(batches, write, jobs, tell_pages, fewest=fewest):
            files, cards = _decoder.decode(data)
            for name, sha256_of, size, modified in files:
                self.written[name] = WrittenFile(sha256_of, size, modified)
            slug = batches[number].slug
            if cards and slug is not None:
                self.renderer.take_cards(self.survey.site.by_slug[slug], cards)

    def _render(
        self, batch: Batch, planner: BatchPlanner, machines: PublicSite
    ) -> Iterator[tuple[str, str, int, int]]:
        for name in batch.names:
            yield self._carry_file(name)
        for page in planner.pages_of(batch):
            yield from self._write(file_of(page.address), self.renderer.render(page))
        if batch.slug is not None and batch.first == 0:
            for name, data in make_item_outputs(machines, machines.by_slug[batch.slug]):
                yield from self._write(name, data)

    def _write(self, name: str, data: bytes) -> Iterator[tuple[str, str, int, int]]:
        is_for_servers = self.survey.site.settings.production
        files = with_siblings(name, data) if is_for_servers else [(name, data)]
        for each, content in files:
            self.files.write(each, content)
            modified = os.stat(f"{self.output}/{each}").st_mtime_ns  # noqa: PTH116 - for 50,000 files
            yield each, sha256(content).hexdigest(), len(content), modified

    def _carry_item(self, item: PublicItem) -> bool:
        if self.keys is None:
            return False
        names = [file_of(line.address) for line in self.survey.item_lines[item.slug]]
        names += name_item_outputs(self.survey.site, item)
        return self._carry(item.slug, self.keys.of_item(item), names)

    def _carry_page(self, page: Page) -> bool:
        key = self.keys.of_page(page) if self.keys else None
        name = file_of(page.address)
        return key is not None and self._carry(f"/{name}", key, [name])

    def _carry(self, group: str, key: bytes, names: list[str]) -> bool:
        """Carry a group of files over if they are what would be rendered; tell whether they are."""
        if self.kept is None:
            return False
        if self.survey.site.settings.production:
            names = [each for name in names for each in name_with_siblings(name)]
        self._groups[group] = key, names
        former = self.kept.former
        if former is None or not self.kept.has(group, key, names):
            return False
        self._carried += names
        return True

    def _carry_file(self, name: str) -> tuple[str, str, int, int]:
        former = self.kept.former if self.kept else None
        if former is None:
            message = f"{name!r} of no former site is to be carried over"
            raise ValueError(message)
        former.carry(name, self.output)
        file = former.describe(name)
        return name, file.sha256, file.size, file.modified

    def _note_groups(self) -> None:
        if self.kept is None:
            return
        hashes = {name: file.sha256 for name, file in self.written.items()}
        for group, (key, names) in self._groups.items():
            self.kept.note(group, key, {name: hashes.get(name, "") for name in names})
