"""When the folders of a site last changed: one that has not since holds what it held, and is not listed.

In: the paths of a site's files, and what the last build noted of its folders. Out: what is in them besides,
which is looked for only where something changed. The system itself notes that time and lets nobody set it.
"""

from __future__ import annotations

import os
import stat
from array import array
from bisect import bisect_left
from time import time_ns
from typing import TYPE_CHECKING, Final

from ambassade.frozen import Frozen
from ambassade.paths.opened_folder import opened
from ambassade.processes.workers import gather
from ambassade.publish.listing import KIND, list_above
from ambassade.stop import environment_faults

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

UNKNOWN: Final = 0
_LENGTH: Final = 8
# In nanoseconds: so far apart are the times that the coarsest of disks can tell from each other.
_TICK: Final = 2_000_000_000
_NOTED_TOGETHER: Final = 5000
# Elsewhere it is told when a folder was made.
_TELLS_CHANGE: Final = os.name == "posix"
# No path holds it.
_BETWEEN: Final = "\0"
# What sorts next after a slash.
_AFTER_SLASH: Final = "0"


class Folders(Frozen, frozen=True):
    """The folders of a site by path, sorted, a slash at the end of each; and when each changed.

    `served`: in the site that is served, `spare`: in what is kept of the one before. In nanoseconds, eight
    bytes each; UNKNOWN of a folder that is to be listed. `paths`: one behind another, as there are many.
    """

    paths: str = ""
    served: bytes = bytes(_LENGTH)
    spare: bytes = bytes(_LENGTH)

    def __post_init__(self) -> None:
        """Raise ValueError where something is not told of each: what is kept may come from anybody."""
        if not len(self.served) == len(self.spare) == (self.paths.count(_BETWEEN) + 1) * _LENGTH:
            message = "no times of folders"
            raise ValueError(message)

    def list_paths(self) -> list[str]:
        """Return the path of each."""
        return self.paths.split(_BETWEEN)

    def are_of(self, files: Sequence[str]) -> bool:
        """Tell whether they are those of these files, sorted, and none lies elsewhere."""
        return not self.lead_out and self.paths == folders_of(files).paths

    @property
    def lead_out(self) -> bool:
        """Whether one of them lies elsewhere.

        What is kept may come from anybody; nothing is to be removed for it but what is of the site.
        """
        joined = f"{_BETWEEN}{self.paths}"
        # Of a hundred thousand paths none has these.
        if not any(part in joined for part in ("//", "./", f"{_BETWEEN}/")):
            return False
        ways_out = (f"{before}{part}/" for before in (_BETWEEN, "/") for part in ("", ".", ".."))
        return any(way in joined for way in ways_out)

    def seen(self, times: Mapping[int, int]) -> Folders:
        """Return them with what was seen of some that are served, by number."""
        served = array("q", self.served)
        for number, time in times.items():
            served[number] = time
        return Folders(self.paths, served.tobytes(), self.spare)

    def after(self, files: Sequence[str], changed: Iterable[str]) -> Folders:
        """Return those of a site of `files`, sorted, in which the files `changed` came, changed or went."""
        known = self.list_paths()
        touched = {"", *(f"{above}/" for name in changed for above in list_above(name))}
        there = {each for each in touched if is_above(files, each)}
        paths, joined = known, self.paths
        if there != {each for each in touched if find_path(known, each) is not None}:
            paths = sorted({*known} - touched | there)
            joined = _BETWEEN.join(paths)
        served = _carry(known, self.served, paths, there)
        return Folders(joined, served, _carry(known, self.spare, paths, there))


def _carry(
    known: Sequence[str], times: bytes, paths: Sequence[str], touched: Iterable[str]
) -> bytes:
    """Return the times of `paths`, of which those of the `known` ones are given; not of what was touched."""
    carried = array("q", times)
    if paths is not known:
        found = dict(zip(known, carried, strict=True))
        carried = array("q", [found.get(path, UNKNOWN) for path in paths])
    for path in touched:
        carried[find_path(paths, path) or 0] = UNKNOWN
    return carried.tobytes()


def folders_of(files: Sequence[str]) -> Folders:
    """Return the folders of these files, sorted, of which nothing is known."""
    paths = [*_list_folders(files)]
    unknown = bytes(_LENGTH * len(paths))
    return Folders(_BETWEEN.join(paths), unknown, unknown)


def _list_folders(files: Sequence[str]) -> Iterator[str]:
    above = [""]
    yield ""
    for name in files:
        while not name.startswith(above[-1]):
            above.pop()
        slash = name.find("/", len(above[-1]))
        while slash >= 0:
            above.append(name[: slash + 1])
            yield above[-1]
            slash = name.find("/", slash + 1)


def list_children(files: Sequence[str], folder: str) -> Iterator[str]:
    """Yield what is in a folder of a site of `files`, sorted; folders with a slash at the end."""
    number = bisect_left(files, folder)
    while number < len(files) and files[number].startswith(folder):
        own, slash, _ = files[number].removeprefix(folder).partition("/")
        yield own + slash
        number = bisect_left(files, f"{folder}{own}{_AFTER_SLASH}", number) if slash else number + 1


def is_above(files: Sequence[str], folder: str) -> bool:
    """Tell whether one of these files, sorted, lies in a folder."""
    number = bisect_left(files, folder)
    return not folder or (number < len(files) and files[number].startswith(folder))


def find_path(paths: Sequence[str], path: str) -> int | None:
    """Return the number of a path among sorted ones; None where it is not there."""
    number = bisect_left(paths, path)
    return number if number < len(paths) and paths[number] == path else None


def note_times(root: Path, folders: Folders, jobs: int) -> bytes:
    """Return when each of these folders below `root` changed, as bytes; up to `jobs` processes look.

    Raises EnvironmentFault.
    """
    paths = folders.list_paths()

    def note(first: int) -> bytes:
        with opened(root) as (descriptor, before):
            some = paths[first : first + _NOTED_TOGETHER]
            times = [find_time(before + path, descriptor) or UNKNOWN for path in some]
        return array("q", times).tobytes()

    with environment_faults(root):
        noted = dict(gather(range(0, len(paths), _NOTED_TOGETHER), note, jobs, fewest=2))
    return b"".join(noted[number] for number in sorted(noted))


def forget_unsettled(times: bytes) -> bytes:
    """Return times of folders without those after which something may have come that they do not tell."""
    latest = find_settled()
    return array("q", [UNKNOWN if time > latest else time for time in array("q", times)]).tobytes()


def find_settled() -> int:
    """Return up to when times of folders tell of all that was done in them, in nanoseconds since 1970."""
    return time_ns() - _TICK


def find_time(folder: str, below: int | None = None) -> int | None:
    """Return when a folder, with a slash at its end, changed; None where there is none. Raises OSError.

    `below`: the descriptor of an open folder that the path begins at; itself is "".
    """
    try:
        # With the slash a link would be followed.
        found = os.lstat(folder[:-1] or ".", dir_fd=below)
    except (FileNotFoundError, NotADirectoryError):
        return None
    if found.st_mode & KIND != stat.S_IFDIR:
        return None
    return found.st_ctime_ns if _TELLS_CHANGE else UNKNOWN
