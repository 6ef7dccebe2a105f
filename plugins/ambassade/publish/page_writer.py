"""The pages of a site, and what machines read of each item: rendered, or carried over as they are.

In: a survey, the renderer, what is known of the former site. Out: the files of the new one.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import msgspec

from ambassade.addresses import file_of
from ambassade.outputs import make_item_outputs
from ambassade.page_lines import count_lines
from ambassade.processes.aside import Aside
from ambassade.processes.workers import gather
from ambassade.public_site import without_drafts
from ambassade.publish.batches import (
    FURTHER,
    LARGEST_OF_CARRIED,
    Batch,
    BatchPlanner,
    batch_carried,
    batch_items,
    batch_others,
)
from ambassade.publish.manifest import WrittenFile
from ambassade.publish.siblings import name_with_siblings, with_siblings
from ambassade.stop import environment_faults

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence

    from ambassade.page import Page
    from ambassade.public import PublicItem
    from ambassade.public_site import PublicSite
    from ambassade.publish.item_pages import ItemPages
    from ambassade.publish.new_tree import NewTree
    from ambassade.publish.render import Renderer
    from ambassade.publish.unchanged import Unchanged
    from ambassade.survey.surveyed import Survey

# Fewer pages than that are rendered sooner than each worker has loaded its templates.
_FEWEST_PAGES = 300
# So many pages of lists wait until the cards of all reviews are kept.
_FEWEST_LISTS = 200
# A file's path, and what is known of it.
_Written = tuple[str, WrittenFile]
_encoder = msgspec.msgpack.Encoder()
_decoder = msgspec.msgpack.Decoder(tuple[list[_Written], set[str], set[str]])


@dataclass(slots=True)
class PageWriter:
    """Writes one site's pages into `tree`, but those that are `unchanged`: `rendered` of `total`.

    `item_pages` tells which pages stay of an item that changed.
    `make_further` gives the path and bytes of what is no page and of no one item, but of formats `staying`.
    """

    survey: Survey
    renderer: Renderer
    tree: NewTree
    make_further: Callable[[Container[str]], Iterator[tuple[str, bytes]]]
    unchanged: Unchanged | None = None
    item_pages: ItemPages | None = None
    total: int = 0
    rendered: int = 0
    staying: frozenset[str] = frozenset()

    def write_all(self, jobs: int, tell: Callable[[int, int | None], None]) -> None:
        """Write all in up to `jobs` processes; `tell` hears of rendered pages, and how many there are.

        Raises TemplateFault, EnvironmentFault.
        """
        items = self.unchanged.sift_items() if self.unchanged else self.survey.site.items
        self.staying = self.unchanged.sift_outputs() if self.unchanged else frozenset()
        counts = {item.slug: count_lines(self.survey.lines.items[item.slug]) for item in items}
        if jobs > 1 and 0 < sum(counts.values()) < _FEWEST_PAGES <= len(self.survey.lines):
            self._write_few(counts, jobs, tell)
            return
        others = self._sift_pages()
        planner = BatchPlanner(self.survey.site, others)
        self.total = sum(counts.values()) + len(others)
        first = [FURTHER, *batch_items(counts), *self._let_stay()]
        second = batch_others(len(others))
        # Where there are many lists they wait for the cards; else everything is done at once.
        for batches in (first, second) if len(others) >= _FEWEST_LISTS else ([*first, *second],):
            self._write_batches(batches, planner, jobs, tell)

    def _write_few(
        self, counts: Mapping[str, int], jobs: int, tell: Callable[[int, int | None], None]
    ) -> None:
        """Write the pages of a few items, and what is no page, in a process beside all others."""

        def write() -> bytes:
            planner = BatchPlanner(self.survey.site, ())
            machines = self.survey.site.without_drafts()
            batches = [*batch_items(counts), FURTHER]
            with environment_faults(self.tree.folder):
                return self._encode(
                    file for one in batches for file in self._render(one, planner, machines)
                )

        with Aside(write) as beside:
            others = self._sift_pages()
            self.total = sum(counts.values()) + len(others)
            batches = [*batch_others(len(others)), *self._let_stay()]
            self._write_batches(batches, BatchPlanner(self.survey.site, others), jobs, tell)
            self._note_written(beside.result())
        tell(self.total, self.total)

    def _sift_pages(self) -> Sequence[Page]:
        return self.unchanged.sift_pages() if self.unchanged else self.survey.others

    def _let_stay(self) -> list[Batch]:
        """Return the batches of files to carry over; into a clone there are none, they are there."""
        return batch_carried(self.unchanged.names if self.unchanged else [])

    def _encode(self, files: Iterable[_Written]) -> bytes:
        """Return what a process has to tell: what it wrote, whose cards and whose records were not whole."""
        cards, told = self.renderer.cards, [*files]
        # It is told to the one that counts them all; of a worker's 50,000 files it takes 16 MB.
        for name, _ in told:
            self.tree.files.pop(name, None)
        return _encoder.encode((told, cards.broken if cards else (), self.survey.broken))

    def _note_written(self, told: bytes) -> None:
        files, broken, unread = _decoder.decode(told)
        for name, file in files:
            self.tree.note(name, file)
        if self.renderer.cards:
            self.renderer.cards.broken |= broken
        self.survey.broken.update(unread)

    def _write_batches(
        self,
        batches: Sequence[Batch],
        planner: BatchPlanner,
        jobs: int,
        tell: Callable[[int, int | None], None],
    ) -> None:
        machines = self.survey.site.without_drafts()

        def write(batch: Batch) -> bytes:
            with environment_faults(self.tree.folder):
                return self._encode(self._render(batch, planner, machines))

        def tell_pages(_done: int) -> None:
            tell(self.rendered, self.total)

        is_much = self.total >= _FEWEST_PAGES or any(
            len(batch.names) == LARGEST_OF_CARRIED for batch in batches
        )
        fewest = 2 if is_much else len(batches) + 1
        for number, data in gather(batches, write, jobs, tell_pages, fewest=fewest):
            self._note_written(data)
            self.tree.let_stay(batches[number].names)
            self.rendered += batches[number].last - batches[number].first

    def _render(
        self, batch: Batch, planner: BatchPlanner, machines: PublicSite
    ) -> Iterator[_Written]:
        if batch.further:
            for name, data in self.make_further(self.staying):
                yield from self._write(name, data)
        for name in batch.names:
            yield name, self.tree.carry(name)
        item = None if batch.slug is None else planner.item_of(batch.slug)
        for page in planner.pages_of(batch):
            yield from self._write_page(page, item)
        if item is not None and batch.first == 0:
            for name, data in make_item_outputs(machines, without_drafts(item)):
                yield from self._write(name, data)
            self.renderer.keep_cards(item)
            if self.item_pages:
                self.item_pages.keep(item, planner.all_pages_of(item.slug))

    def _write_page(self, page: Page, item: PublicItem | None) -> Iterator[_Written]:
        name = file_of(page.address)
        names = name_with_siblings(name) if self._is_for_servers else [name]
        if item and self.item_pages and self.item_pages.stays(item, page, names):
            yield from ((each, self.tree.carry(each)) for each in names)
        else:
            yield from self._write(name, self.renderer.render(page))

    def _write(self, name: str, data: bytes) -> Iterator[_Written]:
        for each, content in with_siblings(name, data) if self._is_for_servers else [(name, data)]:
            yield each, self.tree.write(each, content)

    @property
    def _is_for_servers(self) -> bool:
        return self.survey.site.settings.production
