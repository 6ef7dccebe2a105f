"""One folder of `reviews/` to its item and its reviews."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from hashlib import blake2b
from typing import TYPE_CHECKING

from ambassade.model import Records, Review
from ambassade.paths.reserved_names import is_reserved
from ambassade.problem import Level, Place, Problem
from ambassade.rules.reading import file_name, folder_name, folder_without_item
from ambassade.source.item_reader import read_item
from ambassade.source.review_reader import parse_review_name, read_review
from ambassade.stop import environment_faults

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from ambassade.fields.reading import PictureFinder
    from ambassade.public import Item
    from ambassade.settings import Settings
    from ambassade.source.reviews_folder import ItemFolder

_FOLDER = re.compile(r"[a-z0-9-]+")
ITEM_FILE = "item.yaml"
# Also what editors make of it that hide endings; not what they put by, such as `….yaml.bak`.
_MEANT_AS_REVIEW = re.compile(r"\.ya?ml(\.txt)?$", re.IGNORECASE)


def find_name_faults(name: str, place: Place) -> Iterator[Problem]:
    """Yield what keeps an item from having a folder of that `name`, whatever its letters are."""
    if is_reserved(name):
        fact, remedy = folder_name.RESERVED, folder_name.ANOTHER
        yield folder_name.RULE.at(place, fact=fact, remedy=remedy, folder=name)
    elif len(name) > folder_name.LONGEST:
        fact, remedy, longest = folder_name.TOO_LONG, folder_name.SHORTEN, folder_name.LONGEST
        yield folder_name.RULE.at(place, fact=fact, remedy=remedy, folder=name, longest=longest)


@dataclass(slots=True)
class FolderReader:
    """Reads one folder. `hashes`: of the files that were read. Raises EnvironmentFault."""

    site: Path
    settings: Settings
    find_picture: PictureFinder
    problems: list[Problem] = field(default_factory=list)
    unread: set[str] = field(default_factory=set)
    hashes: dict[str, bytes] = field(default_factory=dict)

    def read(self, folder: ItemFolder) -> Records:
        """Return its records; `problems` then holds what is wrong with its files."""
        if not _FOLDER.fullmatch(folder.slug):
            self._tell(folder_name.RULE.at(self._start(folder.path), folder=folder.slug))
        for problem in find_name_faults(folder.slug, self._start(folder.path)):
            self._tell(problem)
        item = self._read_item(folder)
        reviews = tuple(self._read_reviews(folder))
        return Records((item,) if item else (), reviews, unread=frozenset(self.unread))

    def _read_item(self, folder: ItemFolder) -> Item | None:
        path = folder.path / ITEM_FILE
        if ITEM_FILE not in folder.files:
            self._tell(folder_without_item.RULE.at(self._start(path), folder=folder.slug))
            return None
        item, problems = read_item(
            self._read_bytes(folder.path, ITEM_FILE),
            self._name(path),
            folder.slug,
            self.find_picture,
        )
        self.problems += problems
        return item

    def _read_reviews(self, folder: ItemFolder) -> Iterator[Review]:
        language, slug = self.settings.default_language, folder.slug
        beside = self._name(folder.path)
        for other in folder.others:
            self._tell_nested(folder.path / other)
        for file in folder.files:
            stem, _, suffix = file.rpartition(".")
            name = parse_review_name(stem) if suffix == "yaml" else None
            if name is not None:
                data = self._read_bytes(folder.path, file)
                review, problems = read_review(
                    data, f"{beside}/{file}", slug, name, language, self.find_picture
                )
                self.problems += problems
                if any(problem.level is Level.ERROR for problem in problems):
                    self.unread.add(f"{slug}/{stem}")
                if review is not None:
                    yield review
            elif file != ITEM_FILE and _MEANT_AS_REVIEW.search(file):
                self._tell_misnamed(folder.path / file)

    def _tell_misnamed(self, path: Path) -> None:
        if path.suffix != ".yaml":
            fact, remedy = file_name.YML, file_name.RENAME
            told = file_name.RULE.at(
                self._start(path), fact=fact, remedy=remedy, name=path.name, suffix=path.suffix
            )
        else:
            told = file_name.RULE.at(self._start(path), name=path.name)
        self._tell(told)

    def _tell_nested(self, path: Path) -> None:
        fact, remedy = folder_without_item.NESTED, folder_without_item.MOVE
        self._tell(
            folder_without_item.RULE.at(
                self._start(path), fact=fact, remedy=remedy, folder=path.name
            )
        )

    def _read_bytes(self, folder: Path, name: str) -> bytes:
        path = f"{folder}/{name}"
        # Of thousands of files, a Path of each takes as long as reading it.
        with environment_faults(path), open(path, "rb", buffering=0) as file:  # noqa: PTH123
            data = file.read()
        self.hashes[name] = hash_source(data)
        return data

    def _name(self, path: Path) -> str:
        return path.relative_to(self.site).as_posix()

    def _start(self, path: Path) -> Place:
        return Place(self._name(path))

    def _tell(self, problem: Problem) -> None:
        self.problems.append(problem)


def hash_source(data: bytes) -> bytes:
    """Return the hash by which a source file is known again."""
    return blake2b(data, digest_size=16).digest()
