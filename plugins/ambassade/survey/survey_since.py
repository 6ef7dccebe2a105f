"""A site compared with a revision of git: what was published must still say the same.

Only files under reviews/ that differ are read: as they were at the revision, and as they are.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from ambassade.catalogue import counts
from ambassade.paths.folder_tree import walk_tree
from ambassade.problem import Level
from ambassade.public import Picture
from ambassade.rules.content import changed_after_lock, locked_review_gone
from ambassade.rules.severity import judge
from ambassade.rules.since import changed_since, check_since, gone_since
from ambassade.since import Since
from ambassade.source.git_revision import Revision, find_revision, hash_like
from ambassade.source.item_reader import read_item
from ambassade.source.lock_reader import LOCK_FILE, read_lock
from ambassade.source.review_reader import parse_review_name, read_review
from ambassade.stop import environment_faults

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from ambassade.model import Locked, Review
    from ambassade.problem import Place, Problem
    from ambassade.public import Item
    from ambassade.settings import Settings


def survey_since(
    site: Path, settings: Settings, revision: str, told: Iterable[Problem] = ()
) -> list[Problem]:
    """Return what is wrong with the reviews of `site` compared with those at `revision`.

    What `told` says of a review by its lock is not said again. Raises WrongUsage without a
    repository or such a revision, EnvironmentFault.
    """
    found = find_revision(site, revision)
    since = _Comparison(site, settings.default_language, found).read(revision)
    known = {_same(problem) for problem in told}
    return [one for one in judge(check_since(since), settings) if _same(one) not in known]


def _same(problem: Problem) -> tuple[str, object]:
    """Return what is equal for a fault that is found with git and without."""
    if problem.code in {changed_after_lock.RULE.code, changed_since.RULE.code}:
        return "changed", problem.place
    if problem.code in {locked_review_gone.RULE.code, gone_since.RULE.code}:
        return "gone", dict(problem.values).get("review")
    return problem.code, problem


@dataclass(slots=True)
class _Comparison:
    site: Path
    language: str
    revision: Revision
    skipped: list[str] = field(default_factory=list)

    def read(self, typed: str) -> Since:
        listed, former_links = self.revision.list_files("reviews")
        present = {name: self._bytes(name) for name in self._list_present(is_review)}
        former = self.revision.read_files(_find_changed(listed, present, is_review))
        former_items, items = self._read_items(listed)
        former_lock, lock = self._read_locks(listed)
        return Since(
            revision=typed,
            former=self._read_former(former),
            present=self._read_sound({n: present[n] for n in former if n in present}),
            new=self._read_sound({n: data for n, data in present.items() if n not in listed}),
            former_lock=former_lock,
            lock=lock,
            there=frozenset(key_of(name) for name in present),
            former_items=former_items,
            items=items,
            former_folders=_list_folders(listed),
            folders=_list_folders(self._list_present(is_item)),
            rated_items=self._find_rated({*former_items}, listed, former_lock),
            skipped=tuple(self.skipped),
            links=tuple(self._list_links()),
            former_links=tuple(name for name in former_links if not _is_hidden(name)),
            is_blind=bool(present) and not listed and not former_links,
        )

    def _read_items(self, listed: dict[str, str]) -> tuple[dict[str, Item], dict[str, Item]]:
        """Return the items whose files changed, came or went: as they were, and as they are."""
        present = {name: self._bytes(name) for name in self._list_present(is_item)}
        changed = _find_changed(listed, present, is_item)
        former = _read_sound_items(self.revision.read_files(changed))
        now = {n: data for n, data in present.items() if n in changed or n not in listed}
        return former, _read_sound_items(now)

    def _find_rated(
        self, items: set[str], listed: dict[str, str], former_lock: Mapping[str, Locked]
    ) -> frozenset[str]:
        """Return those of the `items` of which any rating counted at the revision."""
        locked = {_item_of(key) for key, line in former_lock.items() if line.counts}
        left = items - locked
        names = {
            name: digest
            for name, digest in listed.items()
            if is_review(name) and _item_of(key_of(name)) in left
        }
        reviews = self._read_sound(self.revision.read_files(names)).values()
        return frozenset(items & locked | {one.item for one in reviews if counts(one)})

    def _read_locks(
        self, listed: dict[str, str]
    ) -> tuple[Mapping[str, Locked], Mapping[str, Locked]]:
        path = self.site / LOCK_FILE
        now, faults = read_lock(self._bytes(LOCK_FILE), LOCK_FILE) if path.is_file() else ({}, [])
        if faults:
            # What cannot be read is told already, and is not gone.
            return {}, now
        if LOCK_FILE not in listed:
            return {}, now
        data = self.revision.read_files({LOCK_FILE: listed[LOCK_FILE]})
        before, faults = read_lock(data[LOCK_FILE], LOCK_FILE)
        if faults:
            self.skipped.append(LOCK_FILE)
        return before, now

    def _list_present(self, is_wanted: Callable[[str], bool]) -> list[str]:
        names = (
            path.relative_to(self.site).as_posix()
            for path in sorted((self.site / "reviews").glob("*/*.yaml"))
            if path.is_file()
        )
        return [name for name in names if is_wanted(name)]

    def _list_links(self) -> Iterator[str]:
        """Yield what leads elsewhere in reviews/, which can be a link itself."""
        top = self.site / "reviews"
        if top.is_symlink():
            yield "reviews"
            return
        for link in sorted(entry.path for entry in walk_tree(top) if entry.is_symlink()):
            name = Path(link).relative_to(self.site).as_posix()
            if not _is_hidden(name):
                yield name

    def _bytes(self, name: str) -> bytes:
        with environment_faults(self.site / name):
            return (self.site / name).read_bytes()

    def _read_former(self, files: dict[str, bytes]) -> dict[str, Review]:
        sound = self._read_sound(files)
        self.skipped += [name for name in files if key_of(name) not in sound]
        return sound

    def _read_sound(self, files: dict[str, bytes]) -> dict[str, Review]:
        """Return the reviews of those files that have no error of reading, by key."""
        reviews = {}
        for name, data in files.items():
            parsed = parse_review_name(PurePosixPath(name).stem)
            if parsed is None:
                continue
            item = PurePosixPath(name).parent.name
            review, told = read_review(data, name, item, parsed, self.language, _take_any_picture)
            if review and not any(problem.level is Level.ERROR for problem in told):
                reviews[review.key] = review
        return reviews


def is_review(name: str) -> bool:
    """Tell whether the site's reader takes the file at `name` for a review."""
    path = PurePosixPath(name)
    named = path.suffix == ".yaml" and parse_review_name(path.stem) is not None
    return named and _is_in_item(path)


def is_item(name: str) -> bool:
    """Tell whether the site's reader takes the file at `name` for an item."""
    path = PurePosixPath(name)
    return path.name == "item.yaml" and _is_in_item(path)


def _is_in_item(path: PurePosixPath) -> bool:
    return len(path.parts) == len(("reviews", "item", "review")) and not _is_hidden(str(path))


def _is_hidden(name: str) -> bool:
    return any(part.startswith(".") for part in PurePosixPath(name).parts)


def _list_folders(names: Iterable[str]) -> frozenset[str]:
    return frozenset(name.split("/")[1] for name in names if is_item(name))


def _find_changed(
    listed: dict[str, str], present: dict[str, bytes], is_wanted: Callable[[str], bool]
) -> dict[str, str]:
    """Return the hashes of those listed files that changed since or went."""
    return {
        name: digest
        for name, digest in listed.items()
        if is_wanted(name) and (name not in present or hash_like(digest, present[name]) != digest)
    }


def _read_sound_items(files: dict[str, bytes]) -> dict[str, Item]:
    """Return the items of those files that have no error of reading, by slug."""
    items = {}
    for name, data in files.items():
        item, told = read_item(data, name, PurePosixPath(name).parent.name, _take_any_picture)
        if item and not any(problem.level is Level.ERROR for problem in told):
            items[item.slug] = item
    return items


def key_of(name: str) -> str:
    """Return the key of the review in the file `name`."""
    return name.removeprefix("reviews/").removesuffix(".yaml")


def _item_of(key: str) -> str:
    """Return the item of the review of that key."""
    return key.partition("/")[0]


def _take_any_picture(typed: str, place: Place) -> Picture:  # noqa: ARG001 - a PictureFinder's signature
    """Take a picture for there: it may have gone since."""
    return Picture(typed)
