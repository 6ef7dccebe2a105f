"""The former site once more, in a second folder, by links: what does not change need not be put there.

In: the former site, and a folder that may hold most of it already, or anything that a build left. Out:
the folder holds the same files, each the very same file, and nothing else. Between builds
`.ambassade/spare/` holds what two sites had in common, as further names of the files that are served: it
takes no room, and keeps no word that the site no longer says.
"""

from __future__ import annotations

import os
from contextlib import AbstractContextManager, suppress
from typing import TYPE_CHECKING, Final

from ambassade.kept.kept_file import keep_only, make_kept_folder
from ambassade.paths.deep_folders import make_folders, remove_tree
from ambassade.processes.aside import Aside
from ambassade.processes.workers import do_all
from ambassade.publish.folders import Folders, note_times
from ambassade.publish.listing import walk
from ambassade.publish.make_clone import make_clone
from ambassade.stop import EnvironmentFault

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable
    from pathlib import Path

    from ambassade.publish.former_site import FormerSite

# To link them takes a fiftieth of what it took to write them. A folder each takes 4 kB on most disks.
_MOST_LINKED = 300_000
_LINKED_TOGETHER = 1000
_FEWEST_SHARES = 4
# So many bytes of memory are kept for tidying up; nobody touches them, so that they take none until then.
RESERVE: Final = 4 << 20


class Clone(AbstractContextManager["Clone"]):
    """A clone that is made beside the block, in `folder`, of the `former` site; of None, none is.

    A block that does not take it leaves it as the `spare`.
    """

    def __init__(
        self, former: FormerSite | None, folder: Path, spare: Path, *, apart: bool = True
    ) -> None:
        """Start. Raises EnvironmentFault if no process can be."""
        self.folder, self.spare = folder, spare
        self._reserve = bytearray(RESERVE)
        self._aside: Aside | None = None
        if former is not None and _open(folder, spare):
            try:
                self._aside = Aside(lambda: make_clone(former, folder) or b"", apart=apart)
            except BaseException:
                put_by(folder, spare)
                raise

    def take(self) -> bytes | None:
        """Wait for it; return when its folders changed, None if it is no clone. It is the caller's then."""
        if self._aside is None:
            return None
        aside, self._aside = self._aside, None
        with aside:
            return aside.result() or None

    def __exit__(self, *_ended: object) -> None:
        """Put by what was not taken."""
        self._reserve.clear()
        if self._aside is not None:
            with self._aside:
                pass
            put_by(self.folder, self.spare)


def put_by(folder: Path, spare: Path, outdated: Iterable[str] = ()) -> None:
    """Keep a folder as the `spare`, without the files that are `outdated`; else it is removed.

    It must be of links, or it would take as much room as the site. Raises OSError where it cannot be removed.
    """
    try:
        for name in outdated:
            remove_file(folder, name)
        if _is_of_links(folder):
            make_kept_folder(spare.parent)
            remove_tree(spare)
            folder.rename(spare)
            return
    except OSError:  # such as another disk
        pass
    remove_tree(folder)


def begin_spare(
    site: Path, names: Collection[str], folders: Folders, spare: Path, jobs: int
) -> Folders:
    """Let the `spare` begin as the files `names` of a `site` built from nothing, in up to `jobs` processes.

    So the first edit begins as later ones do. Return the site's `folders`, with what is known of the spare's;
    what is left of an attempt that fails is looked at anyway.
    """
    if len(names) > _MOST_LINKED:
        return folders
    ordered = sorted(names)
    firsts = range(0, len(ordered), _LINKED_TOGETHER)

    def link(first: int) -> None:
        _link_all(site, ordered[first : first + _LINKED_TOGETHER], spare)

    try:
        make_kept_folder(spare)
        do_all(firsts, link, jobs, fewest=_FEWEST_SHARES)
        return Folders(folders.paths, folders.served, note_times(spare, folders, jobs))
    except (OSError, EnvironmentFault):
        return folders


def _link_all(site: Path, names: Iterable[str], spare: Path) -> None:
    """Link files, those of a folder one behind another. Raises OSError."""
    made = ""
    for name in names:
        above = name.rpartition("/")[0]
        if above != made:
            make_folders(f"{spare}/{above}")
            made = above
        os.link(f"{site}/{name}", f"{spare}/{name}")


def drop_spares(spare: Path) -> None:
    """Remove the `spare`, and those of other settings: they may be of the same output. Raises OSError."""
    if spare.parent.is_symlink():
        spare.parent.unlink()
    keep_only(spare.parent, lambda _name: False)
    with suppress(NotADirectoryError):
        remove_tree(spare)


def _is_of_links(folder: Path) -> bool:
    """Tell whether the files of a folder have another name elsewhere, by one of them. Raises OSError."""
    _, some = next(walk(folder), ("", None))
    return some is not None and os.lstat(some.path).st_nlink > 1


def _open(folder: Path, spare: Path) -> bool:
    """Make the folder, of the spare if there is one; tell whether it could be made."""
    with suppress(OSError):
        remove_tree(folder)
        try:
            for each in (spare.parent, spare):
                if each.is_symlink():
                    each.unlink()
            spare.rename(folder)
        except OSError:
            folder.mkdir()
    return folder.is_dir()


def remove_file(folder: Path, name: str) -> None:
    """Remove a file below `folder`, if it is one, and the folders that are empty then. Raises OSError."""
    with suppress(FileNotFoundError, NotADirectoryError, IsADirectoryError):
        os.unlink(f"{folder}/{name}")  # noqa: PTH108 - there may be 50,000
    above = name.rpartition("/")[0]
    with suppress(OSError):
        while above:
            os.rmdir(f"{folder}/{above}")  # noqa: PTH106 - as above
            above = above.rpartition("/")[0]
