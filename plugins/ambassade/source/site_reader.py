"""A site's folder to `Records`: every file of `reviews/`, every header of stories and pages."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ambassade.model import Records, Review
from ambassade.problem import Level, Place, Problem
from ambassade.rules.reading import file_name, folder_name, folder_without_item, stray_file
from ambassade.source.item_reader import read_item
from ambassade.source.lock_reader import LOCK_FILE, read_lock
from ambassade.source.review_reader import parse_review_name, read_review
from ambassade.source.story_reader import read_static_page, read_story
from ambassade.stop import environment_faults

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from ambassade.media import PictureFolder
    from ambassade.model import Locked
    from ambassade.public import Item, StaticPage, Story
    from ambassade.settings import Settings

_LIKE_MARKDOWN = {".markdown", ".md", ".mdown", ".mkd", ".rst", ".htm", ".html", ".txt"}
_FOLDER = re.compile(r"[a-z0-9-]+")


@dataclass(slots=True)
class SiteReader:
    """Reads one site. `note` hears of every file before it is read.

    Raises EnvironmentFault where a file cannot be read.
    """

    site: Path
    settings: Settings
    pictures: PictureFolder
    note: Callable[[Path], None]
    problems: list[Problem] = field(default_factory=list)
    unread: set[str] = field(default_factory=set)

    def read(self) -> Records:
        """Return all records; `problems` then holds everything that is wrong with the files."""
        items: list[Item] = []
        reviews: list[Review] = []
        for folder in self._item_folders():
            item = self._read_item(folder)
            if item is not None:
                items.append(item)
            reviews.extend(self._read_reviews(folder))
        return Records(
            items=tuple(items),
            reviews=tuple(reviews),
            stories=tuple(self._read_stories()),
            pages=tuple(self._read_pages()),
            lock=self._read_lock(),
            unread=frozenset(self.unread),
        )

    def _item_folders(self) -> Iterator[Path]:
        for path in _entries(self.site / "reviews"):
            if path.is_dir():
                if not _FOLDER.fullmatch(path.name):
                    self._tell(folder_name.RULE.at(self._start(path), folder=path.name))
                yield path
            elif _is_yaml(path):
                self._tell(stray_file.RULE.at(self._start(path), name=path.name))

    def _read_item(self, folder: Path) -> Item | None:
        path = folder / "item.yaml"
        if not path.is_file():
            self._tell(folder_without_item.RULE.at(self._start(path), folder=folder.name))
            return None
        item, problems = read_item(
            self._bytes(path), self._name(path), folder.name, self.pictures.find
        )
        self.problems += problems
        return item

    def _read_reviews(self, folder: Path) -> Iterator[Review]:
        language = self.settings.default_language
        for path in _entries(folder):
            name = parse_review_name(path.stem) if path.suffix == ".yaml" else None
            if path.is_dir():
                self._tell_nested(path)
            elif name is None and _is_yaml(path) and path.name != "item.yaml":
                self._tell_misnamed(path)
            elif name is not None:
                review, problems = read_review(
                    self._bytes(path),
                    self._name(path),
                    folder.name,
                    name,
                    language,
                    self.pictures.find,
                )
                self.problems += problems
                if any(problem.level is Level.ERROR for problem in problems):
                    self.unread.add(f"{folder.name}/{path.stem}")
                if review is not None:
                    yield review

    def _read_lock(self) -> dict[str, Locked]:
        path = self.site / LOCK_FILE
        if not path.is_file():
            # One that comes while a site is built counts as changed.
            self.note(path)
            return {}
        entries, problems = read_lock(self._bytes(path), LOCK_FILE)
        self.problems += problems
        return entries

    def _read_stories(self) -> Iterator[Story]:
        for path in self._markdown("stories"):
            story, problems = read_story(
                self._bytes(path), self._name(path), self.settings, self.pictures.find
            )
            self.problems += problems
            if story is not None:
                yield story

    def _read_pages(self) -> Iterator[StaticPage]:
        for path in self._markdown("pages"):
            page, problems = read_static_page(
                self._bytes(path), self._name(path), self.settings, self.pictures.find
            )
            self.problems += problems
            if page is not None:
                yield page

    def _markdown(self, folder: str) -> Iterator[Path]:
        for path in sorted((self.pictures.content / folder).rglob("*")):
            if not path.is_file() or any(part.startswith(".") for part in path.parts[-2:]):
                continue
            if path.suffix == ".md":
                yield path
            elif path.suffix.lower() in _LIKE_MARKDOWN:
                fact, remedy = stray_file.NOT_MARKDOWN, stray_file.RENAME
                told = stray_file.RULE.at(
                    self._start(path), fact=fact, remedy=remedy, name=path.name
                )
                self._tell(told)

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

    def _bytes(self, path: Path) -> bytes:
        self.note(path)
        with environment_faults(path):
            return path.read_bytes()

    def _name(self, path: Path) -> str:
        return path.relative_to(self.site).as_posix()

    def _start(self, path: Path) -> Place:
        return Place(self._name(path))

    def _tell(self, problem: Problem) -> None:
        self.problems.append(problem)


def _entries(folder: Path) -> list[Path]:
    if not folder.is_dir():
        return []
    with environment_faults(folder):
        return sorted(path for path in folder.iterdir() if not path.name.startswith("."))


def _is_yaml(path: Path) -> bool:
    return path.suffix.lower() in {".yaml", ".yml"}
