"""What changed since a revision of git: reviews and the lock, as they were and as they are."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ambassade.catalogue import may_count
from ambassade.gone_reviews import find_gone
from ambassade.lock import lock_review

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ambassade.model import Locked, Review
    from ambassade.public import Item


@dataclass(frozen=True, slots=True)
class Since:
    """Reviews whose files are no longer what they were at a revision, and the lock.

    `former` are those as they were, `present` as they are; `new` have a file where none was.
    `there` are the keys of all files. `former_items` and `items` are those whose files changed, came
    or went; `folders` and `former_folders` name all items, `rated_items` those of `former_items`
    with a rating that counted. `skipped` names what could not be read as it was, `links` and
    `former_links` what leads elsewhere; `is_blind` is true where the revision had nothing at all.
    """

    revision: str
    former: Mapping[str, Review]
    present: Mapping[str, Review]
    new: Mapping[str, Review]
    former_lock: Mapping[str, Locked]
    lock: Mapping[str, Locked]
    there: frozenset[str]
    former_items: Mapping[str, Item] = field(default_factory=dict)
    items: Mapping[str, Item] = field(default_factory=dict)
    former_folders: frozenset[str] = frozenset()
    folders: frozenset[str] = frozenset()
    rated_items: frozenset[str] = frozenset()
    skipped: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    former_links: tuple[str, ...] = ()
    is_blind: bool = False

    def was_public(self, key: str) -> bool:
        """Tell whether the former review of that key was published, or had been."""
        return self.former[key].status == "published" or key in self.former_lock

    def entries(self) -> dict[str, Locked]:
        """Return what each former review that was published or locked would have been locked as.

        Those that were forgotten since are left out.
        """
        found = {}
        for key, review in self.former.items():
            before = self.former_lock.get(key)
            if self.was_public(key) and not self._is_forgotten(key):
                found[key] = lock_review(review, before.locked if before else None)
        return found

    def _is_forgotten(self, key: str) -> bool:
        lines = (self.lock.get(key), self.former_lock.get(key))
        return any(line is not None and line.forgotten for line in lines)

    def gone(self) -> dict[str, Review | None]:
        """Return the keys of those that are gone, each with what it is now under a new key."""
        return find_gone(self.new.values(), self.entries(), self.there)

    def moved_stubs(self) -> dict[str, str]:
        """Return the keys of tombstones whose ratings went to another folder, with their new keys."""
        known = {key: line for key, line in self.former_lock.items() if line.forgotten}
        found = find_gone(self.new.values(), known, self.there)
        return {
            key: now.key
            for key, now in found.items()
            if now and now.key in self.lock and self.lock[now.key].forgotten
        }

    def stubs(self) -> Iterator[tuple[str, Review, Review | None]]:
        """Yield each forgotten review that was rated, as it was and is: the rating is to stay."""
        moved = self.moved_stubs()
        for key, review in self.former.items():
            is_rated = review.review_rating is not None and self.was_public(key)
            is_known = key in self.present or key not in self.there
            if is_rated and is_known and key not in moved and self._is_forgotten(key):
                yield key, review, self.present.get(key)

    def counted(self, key: str) -> bool:
        """Tell whether the rating of a former review was one for an average."""
        review, line = self.former.get(key), self.former_lock.get(key)
        return bool(line and line.counts) or (review is not None and may_count(review))

    def moved(self) -> dict[str, str]:
        """Return the former keys of reviews that are elsewhere now, with their new keys."""
        found = {key: now.key for key, now in self.gone().items() if now is not None}
        return {**found, **self.moved_stubs()}

    def renamed(self) -> dict[str, str]:
        """Return the items whose folder has another name now, with it: all of each went there."""
        found: dict[str, set[str]] = defaultdict(set)
        for before, now in self.moved().items():
            found[before.partition("/")[0]].add(now.partition("/")[0])
        return {
            before: next(iter(now))
            for before, now in found.items()
            if before not in self.folders and len(now) == 1 and not now & self.former_folders
        }
