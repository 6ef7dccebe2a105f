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
from pathlib import Path
from threading import Event, Thread
from typing import TYPE_CHECKING, Final

from watchfiles import Change, watch

from ambassade.content_folder import can_hold_content
from ambassade.theme import package_theme

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

FOLDERS: Final = ("reviews", "content", "theme", "plugins")
DEBOUNCE_MS: Final = 400
STEP_MS: Final = 30
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
        """Watch settings files, and whether folders come and go."""
        parents = {self.site, *(file.parent for file in self.settings_files)}
        while not self.stop.is_set():
            for changes in _watch(parents, self.stop, deep=False):
                paths = {Path(path) for _, path in changes}
                if paths & set(self._folders()) or any(self._is_settings(path) for path in paths):
                    # What the settings say of folders may be new, too.
                    self.restart.set()
                    self.changed.set()

    def watch_deep(self) -> None:
        """Watch all that is in the folders that there are now, until these change."""
        while not self.stop.is_set():
            self.restart.clear()
            brought = (Path(__file__).parent.parent, package_theme())
            folders = [each for each in (*self._folders(), *brought) if each.is_dir()]
            stop = _Either(self.stop, self.restart)
            for changes in _watch(outermost(folders), stop, deep=True):
                if any(is_of_interest(Path(path), folders) for _, path in changes):
                    self.changed.set()

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
    )
    try:
        yield from look()
    except (OSError, RuntimeError):
        # No watches are left to give, or a folder has just gone.
        time.sleep(AGAIN_AFTER)
        if not stop.is_set():
            with suppress(OSError, RuntimeError):
                yield from look(force_polling=True)


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
