"""A site's folder to `Records`: every file of `reviews/`, every header of stories and pages."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from pathlib import PurePath
from typing import TYPE_CHECKING, Final

from ambassade.lock_lines import LockLines
from ambassade.model import Records
from ambassade.paths.folder_tree import list_tree
from ambassade.problem import Place, Problem
from ambassade.rules.reading import (
    file_name,
    folder_name,
    link_outside,
    not_a_file,
    stray_file,
)
from ambassade.source.item_folder import FolderReader
from ambassade.source.links_outside import leads_outside
from ambassade.source.lock_reader import LOCK_FILE, read_lock
from ambassade.source.reviews_folder import list_reviews
from ambassade.source.story_reader import read_static_page, read_story
from ambassade.source.unfit import find_unfit
from ambassade.stop import environment_faults

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from ambassade.media import PictureFolder
    from ambassade.public import StaticPage, Story
    from ambassade.settings import Settings
    from ambassade.source.lock_reader import ReadLock
    from ambassade.source.reviews_folder import ItemFolder, Note, ReviewsFolder

_LIKE_MARKDOWN = {".markdown", ".md", ".mdown", ".mkd", ".rst", ".htm", ".html", ".txt"}

# How a text begins that means to be a story or a page; a file without may be anybody's notes.
_HEADER: Final = re.compile(rb"(\xef\xbb\xbf)?(---\s|title\s*:)", re.IGNORECASE)


@dataclass(slots=True)
class SiteReader:
    """Reads one site. `note` hears of every file before it is read; `reviews`, where it was listed before.

    Raises EnvironmentFault where a file cannot be read.
    """

    site: Path
    settings: Settings
    pictures: PictureFolder
    note: Note
    reviews: ReviewsFolder | None = None
    problems: list[Problem] = field(default_factory=list)
    unread: set[str] = field(default_factory=set)

    def read(self) -> Records:
        """Return all records; `problems` then holds everything that is wrong with the files."""
        folders = [self.read_folder(folder) for folder in self.item_folders()]
        rest = self.read_rest(self.read_lock())
        return replace(
            rest,
            items=tuple(item for one in folders for item in one.items),
            reviews=tuple(review for one in folders for review in one.reviews),
            unread=frozenset(self.unread),
        )

    def item_folders(self) -> tuple[ItemFolder, ...]:
        """Return the folders of items, each with its files noted, and tell what stands beside them."""
        listed = self.reviews or list_reviews(self.site)
        self._note_all(listed)
        for name in listed.garbled:
            self._tell(folder_name.RULE.at(self._start(listed.path / name), folder=name))
        for name in filter(_is_yaml, listed.files):
            self._tell(stray_file.RULE.at(self._start(listed.path / name), name=name))
        for folder in listed.folders:
            self._note_all(folder)
            for name in folder.garbled:
                self._tell(file_name.RULE.at(self._start(folder.path / name), name=name))
        return listed.folders

    def _note_all(self, folder: ReviewsFolder | ItemFolder) -> None:
        """Note a folder and what is in it; tell links out of the site, and what is no file."""
        self.note(folder.path, folder.files)
        for name in (*folder.others, *folder.links, *folder.strange, *folder.garbled):
            self.note(folder.path / name, None)
        for name in folder.links:
            self._tell(link_outside.RULE.at(self._start(folder.path / name)))
        for name in folder.strange:
            self._tell(not_a_file.RULE.at(self._start(folder.path / name)))

    def read_folder(self, folder: ItemFolder) -> Records:
        """Return the records of one folder of `reviews/`."""
        reader = FolderReader(self.site, self.settings, self.pictures.find)
        records = reader.read(folder)
        self.problems += reader.problems
        self.unread |= reader.unread
        return records

    def read_rest(self, lock: LockLines) -> Records:
        """Return what is no item and no review: the stories, the static pages, the `lock`."""
        self.problems += find_unfit(self.site, self.pictures.content)
        # What lies beside these two, such as what a theme is made with, is not looked at.
        self.problems += find_unfit(self.site, self.site / "theme", ("static", "templates"))
        self._tell_loose_texts()
        return Records(
            stories=tuple(self._read_stories()),
            pages=tuple(self._read_pages()),
            lock=lock,
        )

    def read_lock(self, read: ReadLock = read_lock) -> LockLines:
        """Return the lines of the lock, which `read` makes of its bytes."""
        path = self.site / LOCK_FILE
        if not path.is_file():
            # One that comes while a site is built counts as changed.
            self.note(path, None)
            return LockLines(LOCK_FILE, {})
        lines, problems = read(self._bytes(path), LOCK_FILE)
        self.problems += problems
        return lines

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

    def _tell_loose_texts(self) -> None:
        """Tell what is written as a story or a page, and lies beside their folders."""
        content = self.pictures.content
        for path in sorted(content.glob("*.*")) if content.is_dir() else ():
            if path.suffix.lower() in _LIKE_MARKDOWN and path.is_file() and not path.is_symlink():
                self.note(path, None)
                if _HEADER.match(self._bytes(path)):
                    fact, remedy = stray_file.LOOSE_TEXT, stray_file.MOVE_TEXT
                    told = stray_file.RULE.at(
                        self._start(path), fact=fact, remedy=remedy, name=path.name
                    )
                    self._tell(told)

    def _markdown(self, folder: str) -> Iterator[Path]:
        self.note(self.pictures.content / folder, None)
        for path in list_tree(self.pictures.content / folder):
            self.note(path, None)
            if path.is_symlink() and leads_outside(path, self.site, self.pictures.content):
                continue  # told already
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

    def _bytes(self, path: Path) -> bytes:
        self.note(path, None)
        with environment_faults(path):
            return path.read_bytes()

    def _name(self, path: Path) -> str:
        return path.relative_to(self.site).as_posix()

    def _start(self, path: Path) -> Place:
        return Place(self._name(path))

    def _tell(self, problem: Problem) -> None:
        self.problems.append(problem)


def _is_yaml(name: str) -> bool:
    return PurePath(name).suffix.lower() in {".yaml", ".yml"}
