"""Which pages the last build rendered, by what they hang on. The pages themselves are in the output.

In: the key of a group of files (`page_keys.py`), the site that is served. Out: whether they are what
would be rendered again.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from ambassade.publish.former_site import FormerSite


@dataclass(slots=True)
class KeptPages:
    """Keys of groups of files by name: an item's slug, a list's name, or the path of a page of none.

    `before` are those that the `former` site was built by, `now` those of the new one.
    """

    former: FormerSite | None
    before: Mapping[str, bytes]
    now: dict[str, bytes] = field(default_factory=dict)

    def has(self, group: str, key: bytes, names: Sequence[str]) -> bool:
        """Tell whether the files `names` of the former site are what `key` would give again."""
        return (
            self.former is not None
            and self.before.get(group) == key
            and self.former.is_untouched(names)
        )

    def was_there(self, name: str) -> bool:
        """Tell whether the last build left a file of that name, be it there or not."""
        former = self.former
        return former is not None and (name in former.files or name in (former.touched or ()))

    def note_again(self, groups: Iterable[str]) -> None:
        """Remember of groups that stay what gave them the last time."""
        self.now.update((each, self.before[each]) for each in groups if each in self.before)

    def note(self, group: str, key: bytes) -> None:
        """Remember that `key` gives these files."""
        self.now[group] = key
