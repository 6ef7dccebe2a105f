"""The pages of a site, and what machines read of each item: rendered, or carried over as they are.

In: a survey, the renderer, what is known of the former site. Out: the files of the new one.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import groupby
from typing import TYPE_CHECKING

import msgspec

from ambassade.addresses import file_of
from ambassade.aside import Aside
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
from ambassade.publish.page_keys import name_list
from ambassade.publish.siblings import name_with_siblings, with_siblings
from ambassade.stop import environment_faults
from ambassade.workers import gather

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from ambassade.page import Page
    from ambassade.public import PublicItem
    from ambassade.public_site import PublicSite
    from ambassade.publish.kept_pages import KeptPages
    from ambassade.publish.new_tree import NewTree
    from ambassade.publish.page_keys import PageKeys
    from ambassade.publish.render import Renderer
    from ambassade.surveyed import Survey

# Fewer pages than that are rendered sooner than each worker has loaded its templates.
_FEWEST_PAGES = 300
# Fewer pages than that are rendered sooner than the cards of all reviews.
_FEWEST_LISTS = 200
_encoder = msgspec.msgpack.Encoder()
_decoder = msgspec.msgpack.Decoder(list[tuple[str, str, int, int]])


@dataclass(slots=True)
class PageWriter:
    """Writes one site's pages into `tree`. Without `keys`, nothing is carried over."""

    survey: Survey
    renderer: Renderer
    tree: NewTree
    kept: KeptPages | None = None
    keys: PageKeys | None = None
    total: int = 0
    _carried: list[str] = field(default_factory=list)

    def write_all(
        self,
        jobs: int,
        tell: Callable[[int, int | None], None],
        write_texts: Callable[[], None],
    ) -> None:
        """Write all pages in up to `jobs` processes; `tell` hears of rendered pages, and how many there are.

        `write_texts` writes what is no page, by the way. Raises TemplateFault, EnvironmentFault.
        """
        items = [item for item in self.survey.site.items if not self._carry_item(item)]
        counts = {item.slug: len(self.survey.item_lines[item.slug]) for item in items}
        if jobs > 1 and 0 < sum(counts.values()) < _FEWEST_PAGES:
            self._write_few(counts, tell, write_texts)
            return
        others = self._find_changed()
        planner = BatchPlanner(self.survey.site, others)
        self.total = sum(counts.values()) + len(others)
        self._let_stay()
        first = [*batch_items(counts), *batch_carried(self._carried)]
        second = batch_others(len(others))
        # Where there are many lists they wait for the cards; else everything is done at once.
        for batches in (first, second) if len(others) >= _FEWEST_LISTS else ([*first, *second],):
            self._write_batches(batches, planner, jobs, tell)
        write_texts()

    def _write_few(
        self,
        counts: Mapping[str, int],
        tell: Callable[[int, int | None], None],
        write_texts: Callable[[], None],
    ) -> None:
        """Write the pages of a few items in one process, while this one looks at the others."""
        batches = batch_items(counts)

        def write() -> bytes:
            planner = BatchPlanner(self.survey.site, ())
            machines = self.survey.site.without_drafts()
            with environment_faults(self.tree.folder):
                files = [file for one in batches for file in self._render(one, planner, machines)]
            return _encoder.encode(files)

        with Aside(write) as beside:
            others = self._find_changed()
            self.total = sum(counts.values()) + len(others)
            self._let_stay()
            self._write_batches(
                [*batch_others(len(others)), *batch_carried(self._carried)],
                BatchPlanner(self.survey.site, others),
                1,
                tell,
            )
            write_texts()
            self._note_written(_decoder.decode(beside.result()))

    def _let_stay(self) -> None:
        """Of a clone, what is carried over is there."""
        if self.tree.is_clone:
            self.tree.let_stay(self._carried)
            self._carried = []

    def _note_written(self, files: Iterable[tuple[str, str, int, int]]) -> None:
        for name, hashed, size, modified in files:
            file = WrittenFile(hashed, size, modified)
            # Written by this process, it is there already.
            if self.tree.files.setdefault(name, file) != file:
                message = f"two files want the path {name!r} in {self.tree.folder}"
                raise ValueError(message)

    def _write_batches(
        self,
        batches: Sequence[Batch],
        planner: BatchPlanner,
        jobs: int,
        tell: Callable[[int, int | None], None],
    ) -> None:
        machines = self.survey.site.without_drafts()
        files_of = self.tree.files
        before = len(files_of)

        def write(batch: Batch) -> bytes:
            with environment_faults(self.tree.folder):
                return _encoder.encode([*self._render(batch, planner, machines)])

        def tell_pages(_done: int) -> None:
            tell(min(len(files_of) - before, self.total), self.total)

        is_much = self.total >= _FEWEST_PAGES or len(self._carried) >= LARGEST_OF_CARRIED
        fewest = 2 if is_much else len(batches) + 1
        for number, data in gather(batches, write, jobs, tell_pages, fewest=fewest):
            self._note_written(_decoder.decode(data))
            self.tree.stayed.update(batches[number].names)

    def _render(
        self, batch: Batch, planner: BatchPlanner, machines: PublicSite
    ) -> Iterator[tuple[str, str, int, int]]:
        for name in batch.names:
            yield _describe(name, self.tree.carry(name))
        for page in planner.pages_of(batch):
            yield from self._write(file_of(page.address), self.renderer.render(page))
        if batch.slug is not None and batch.first == 0:
            for name, data in make_item_outputs(machines, machines.by_slug[batch.slug]):
                yield from self._write(name, data)
            self.renderer.keep_cards(self.survey.site.by_slug[batch.slug])

    def _write(self, name: str, data: bytes) -> Iterator[tuple[str, str, int, int]]:
        is_for_servers = self.survey.site.settings.production
        for each, content in with_siblings(name, data) if is_for_servers else [(name, data)]:
            yield _describe(each, self.tree.write(each, content))

    def _carry_item(self, item: PublicItem) -> bool:
        if self.keys is None:
            return False
        names = [file_of(line.address) for line in self.survey.item_lines[item.slug]]
        names += name_item_outputs(self.survey.site, item)
        return self._carry(item.slug, self.keys.of_items[item.slug], names)

    def _find_changed(self) -> list[Page]:
        """Return the pages of no one item that do not stay as they are."""
        lists = groupby(self.survey.others, name_list)
        return [
            page
            for name, pages in lists
            for page in self._changed_of(name, [*pages])
            if not self._carry_page(page)
        ]

    def _changed_of(self, name: str, pages: Sequence[Page]) -> Sequence[Page]:
        """Return the pages of a list if it changed: most lists stay whole, and need one look."""
        if self.keys is None or self.kept is None or not name:
            return pages
        names = [file_of(page.address) for page in pages]
        if not self._carry(name, self.keys.of_list(pages), names):
            return pages
        self.kept.note_again(f"/{each}" for each in names)
        return ()

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
        self.kept.note(group, key)
        if not self.kept.has(group, key, names):
            return False
        self._carried += names
        return True


def _describe(name: str, file: WrittenFile) -> tuple[str, str, int, int]:
    return name, file.sha256, file.size, file.modified
