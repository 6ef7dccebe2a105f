"""Tells when something changed that a build reads: the site's own files, and what Ambassade brings.

In: the site's folder and its settings files. Out: an event is set after each change; editors' swap
files, what builds write and what begins with a dot are no change.
"""

from __future__ import annotations

import ast
import time
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import partial
from itertools import chain
from pathlib import Path
from threading import Event, Thread
from typing import TYPE_CHECKING, Final

from watchfiles import Change, watch

from ambassade.content_folder import can_hold_content
from ambassade.paths.folder_tree import walk_tree
from ambassade.stop import Stop
from ambassade.theme import package_theme

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

FOLDERS: Final = ("reviews", "content", "theme", "plugins")
DEBOUNCE_MS: Final = 400
STEP_MS: Final = 30
LOOKS_EVERY_MS: Final = 1000
AGAIN_AFTER: Final = 0.5
_SWAP_SUFFIXES: Final = ("~", ".swp", ".swx", ".tmp", ".bak", ".pyc", "_jb_tmp___", "_jb_old___")
_SWAP_NAMES: Final = ("4913", "__pycache__", "Thumbs.db")


@contextmanager
def watching(site: Path, settings_files: Sequence[Path], changed: Event) -> Iterator[None]:
    """Set `changed` whenever something changes during the block."""
    watcher = _Watcher(site, tuple(settings_files), changed)
    threads = [Thread(target=each, daemon=True) for each in (watcher.watch_top, watcher.watch_deep)]
    for thread in threads:
        thread.start()
    try:
        yield
    finally:
        watcher.stop.set()
        watcher.restart.set()
        for thread in threads:
            thread.join(timeout=1)


class _Watcher:
    """Two watches: one of what lies directly in the site's folder, one of whole folders."""

    def __init__(self, site: Path, settings_files: tuple[Path, ...], changed: Event) -> None:
        self.site, self.settings_files, self.changed = site, settings_files, changed
        self.stop, self.restart = Event(), Event()

    def watch_top(self) -> None:
        """Watch settings files, and whether folders come and go, or others take their places."""
        parents = {self.site, *(file.parent for file in self.settings_files)}
        known = self._identify(parents)
        while not self.stop.is_set():
            for changes in _watch(parents, self.stop, deep=False):
                paths = {Path(path) for _, path in changes}
                now = self._identify(parents)
                if now != known or self._is_of_top(paths):
                    # What the settings say of folders may be new, too.
                    self.restart.set()
                    self.changed.set()
                if now != known:
                    # Of a folder that is gone the system tells nothing any more.
                    known = now
                    break

    def _is_of_top(self, paths: set[Path]) -> bool:
        return bool(paths & set(self._folders())) or any(map(self._is_settings, paths))

    def _identify(self, parents: Iterable[Path]) -> dict[Path, tuple[int, int]]:
        """Return which folders are at these paths, as the system numbers them."""
        found = {}
        for path in (*parents, *self._folders()):
            with suppress(OSError):
                told = path.stat()
                found[path] = told.st_dev, told.st_ino
        return found

    def watch_deep(self) -> None:
        """Watch all that is in the folders that there are now, until these change."""
        while not self.stop.is_set():
            self.restart.clear()
            brought = (Path(__file__).parent.parent, package_theme())
            own = [each for each in self._folders() if each.is_dir()]
            folders = [*own, *linked_folders(own, self.site), *filter(Path.is_dir, brought)]
            stop = _Either(self.stop, self.restart)
            for changes in _watch(outermost(folders), stop, deep=True):
                paths = [Path(path) for _, path in changes]
                if any(is_of_interest(path, folders) for path in paths):
                    self.changed.set()
                if any(path.is_symlink() and path.is_dir() for path in paths):
                    # It may lead to a folder that nobody watches yet.
                    self.restart.set()

    def _folders(self) -> tuple[Path, ...]:
        content = find_folder(self.site, self.settings_files, "PATH", "content")
        own = (content,) if can_hold_content(content, self.site) else ()
        return (*(self.site / name for name in FOLDERS), *own)

    def _is_settings(self, path: Path) -> bool:
        # Settings files import others of their folder.
        return path.suffix == ".py" and is_of_interest(path, [path.parent])


@dataclass(frozen=True, slots=True)
class _Either:
    one: Event
    other: Event

    def is_set(self) -> bool:
        return self.one.is_set() or self.other.is_set()


def _watch(
    folders: Iterable[Path], stop: Event | _Either, *, deep: bool
) -> Iterator[set[tuple[Change, str]]]:
    """Yield changes until `stop`; by looking again and again where the system cannot tell."""
    look = partial(
        watch,
        *folders,
        watch_filter=None,
        stop_event=stop,
        debounce=DEBOUNCE_MS,
        step=STEP_MS,
        recursive=deep,
        ignore_permission_denied=True,
        # Above, it is time to look whether the folders are still the same.
        rust_timeout=LOOKS_EVERY_MS,
        yield_on_timeout=not deep,
    )
    try:
        yield from look()
    except (OSError, RuntimeError):
        # No watches are left to give, or a folder has just gone.
        time.sleep(AGAIN_AFTER)
        if not stop.is_set():
            with suppress(OSError, RuntimeError):
                yield from look(force_polling=True)


def linked_folders(folders: Iterable[Path], site: Path) -> list[Path]:
    """Return the folders of the site that links below `folders` lead to: a build reads what is in them."""
    found = set()
    with suppress(Stop, OSError):
        for entry in chain.from_iterable(map(walk_tree, folders)):
            if entry.is_symlink() and entry.is_dir():
                found.add(Path(entry.path).resolve())
    # What leads out of the site is refused, and the whole of it holds what builds write.
    return [each for each in found if site.resolve() in each.parents]


def outermost(folders: Iterable[Path]) -> list[Path]:
    """Return the folders without those that lie in another of them; each once."""
    unique = set(folders)
    return [each for each in unique if unique.isdisjoint(each.parents)]


def is_of_interest(path: Path, folders: Sequence[Path]) -> bool:
    """Tell whether a build can care for `path`, which lies in one of `folders`."""
    folder = next((each for each in folders if path.is_relative_to(each)), path.parent)
    parts = path.relative_to(folder).parts
    return not any(
        part.startswith((".", "#")) or part.endswith(_SWAP_SUFFIXES) or part in _SWAP_NAMES
        for part in parts
    )


def find_folder(site: Path, settings_files: Iterable[Path], setting: str, usual: str) -> Path:
    """Return the folder that a setting names, else the `usual` one; no settings file is run."""
    name = usual
    for file in settings_files:
        try:
            tree = ast.parse(file.read_bytes())
        except (OSError, ValueError, SyntaxError, RecursionError, MemoryError):
            continue
        for node in tree.body:
            match node:
                case ast.Assign([ast.Name(found)], ast.Constant(str(value))) if found == setting:
                    name = value
    return site / name
