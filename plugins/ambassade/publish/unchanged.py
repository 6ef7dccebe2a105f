"""Which files of the former site stay as they are: those that would be written again to the byte.

In: a survey, the keys of its pages, those of the last build. Out: what is to be rendered, and the names
of the files that stay.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import groupby
from typing import TYPE_CHECKING

from ambassade.addresses import file_of
from ambassade.kept.frame import hash_code
from ambassade.kept.kept_file import digest
from ambassade.outputs import list_kept_outputs, name_item_outputs
from ambassade.page_lines import list_addresses
from ambassade.publish.page_keys import name_list
from ambassade.publish.siblings import name_with_siblings

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ambassade.page import Page
    from ambassade.public import PublicItem
    from ambassade.publish.kept_pages import KeptPages
    from ambassade.publish.new_tree import NewTree
    from ambassade.publish.page_keys import PageKeys
    from ambassade.survey.surveyed import Survey


@dataclass(slots=True)
class Unchanged:
    """Sifts what changed from the rest. `names`: the files of what was found to stay and is not in `tree`."""

    survey: Survey
    kept: KeptPages
    keys: PageKeys
    tree: NewTree
    names: list[str] = field(default_factory=list)

    def sift_items(self) -> list[PublicItem]:
        """Return the items whose pages do not stay as they are."""
        return [item for item in self.survey.site.items if not self._item_stays(item)]

    def sift_pages(self) -> list[Page]:
        """Return the pages of no one item that do not stay."""
        return [
            page
            for name, pages in groupby(self.survey.others, name_list)
            for page in self._changed_of(name, [*pages])
            if not self._page_stays(page)
        ]

    def sift_outputs(self) -> frozenset[str]:
        """Return the formats, by module, whose files stay, of those that are of no one item."""
        site = self.survey.site.without_drafts()
        kept = list_kept_outputs(site, self.survey.lines, self.kept.was_there)
        return frozenset(
            name for name, key, names in kept if self._stays(name, digest(hash_code(), key), names)
        )

    def _item_stays(self, item: PublicItem) -> bool:
        names = [*map(file_of, list_addresses(self.survey.lines.items[item.slug]))]
        names += name_item_outputs(self.survey.site, item)
        return self._stays(item.slug, self.keys.of_items[item.slug], names)

    def _changed_of(self, name: str, pages: Sequence[Page]) -> Sequence[Page]:
        """Return the pages of a list if it changed: most lists stay whole, and need one look."""
        if not name:
            return pages
        names = [file_of(page.address) for page in pages]
        if not self._stays(name, self.keys.of_list(pages), names):
            return pages
        self.kept.note_again(f"/{each}" for each in names)
        return ()

    def _page_stays(self, page: Page) -> bool:
        key = self.keys.of_page(page)
        name = file_of(page.address)
        return key is not None and self._stays(f"/{name}", key, [name])

    def _stays(self, group: str, key: bytes, names: list[str]) -> bool:
        if self.survey.site.settings.production:
            names = [each for name in names for each in name_with_siblings(name)]
        self.kept.note(group, key)
        if not self.kept.has(group, key, names):
            return False
        if self.tree.is_clone:
            self.tree.let_stay(names)
        else:
            self.names += names
        return True
