"""What changed since a revision of git: reviews and the lock, as they were and as they are."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ambassade.lock import find_gone, lock_review

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ambassade.model import Locked, Review


@dataclass(frozen=True, slots=True)
class Since:
    """Reviews whose files are no longer what they were at a revision, and the lock.

    `former` are those as they were, `present` as they are; `new` have a file where none was.
    `there` are the keys of all files. `skipped` names what could not be read as it was.
    """

    revision: str
    former: Mapping[str, Review]
    present: Mapping[str, Review]
    new: Mapping[str, Review]
    former_lock: Mapping[str, Locked]
    lock: Mapping[str, Locked]
    there: frozenset[str]
    skipped: tuple[str, ...] = ()

    def _was_public(self, key: str) -> bool:
        return self.former[key].status == "published" or key in self.former_lock

    def entries(self) -> dict[str, Locked]:
        """Return what each former review that was published or locked would have been locked as.

        Those that were forgotten since are left out.
        """
        found = {}
        for key, review in self.former.items():
            before = self.former_lock.get(key)
            if self._was_public(key) and not self._is_forgotten(key):
                found[key] = lock_review(review, before.locked if before else None)
        return found

    def _is_forgotten(self, key: str) -> bool:
        lines = (self.lock.get(key), self.former_lock.get(key))
        return any(line is not None and line.forgotten for line in lines)

    def gone(self) -> dict[str, Review | None]:
        """Return the keys of those that are gone, each with what it is now under a new key."""
        return find_gone(self.new.values(), self.entries(), self.there)

    def stubs(self) -> Iterator[tuple[str, Review, Review | None]]:
        """Yield each forgotten review that was rated, as it was and is: the rating is to stay."""
        for key, review in self.former.items():
            is_rated = review.review_rating is not None and self._was_public(key)
            is_known = key in self.present or key not in self.there
            if is_rated and is_known and self._is_forgotten(key):
                yield key, review, self.present.get(key)
