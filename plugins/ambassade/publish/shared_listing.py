"""What is in a large output folder, looked at by two processes: one from each end, until they meet.

In: the folder, and what was there once. Out: what is no longer so. The one begins at once, the other
when it has nothing else to do. What lies beside the files that were there comes last: who looks for it
later need not be told.
"""

from __future__ import annotations

import os
import stat
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from mmap import mmap
from typing import TYPE_CHECKING, Final

import msgspec

from ambassade.paths.opened_folder import opened
from ambassade.processes.aside import Aside
from ambassade.publish.folder_look import FolderLook
from ambassade.publish.folders import Folders, folders_of
from ambassade.publish.listing import PACKED, Stamp, pack_stamp
from ambassade.publish.written_files import WrittenFiles
from ambassade.stop import environment_faults

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from ambassade.publish.listing import Stamps
    from ambassade.publish.manifest import WrittenFile

# So many files, or folders, are looked at in one go.
_TOGETHER = 500
_STAMP: Final = PACKED.size
# Of a file that has a second name in the spare.
_NAMES: Final = 2
# Where more have not, telling them takes as long as looking at the spare.
_MOST_UNPAIRED: Final = 1000


class _Seen(msgspec.Struct, array_like=True):
    """What is not as it was known, or new, what is gone, and by number when folders changed.

    `unpaired`: known files that have not just two names, of many some.
    """

    other: dict[str, Stamp] = msgspec.field(default_factory=dict)
    gone: set[str] = msgspec.field(default_factory=set)
    times: dict[int, int] = msgspec.field(default_factory=dict)
    unpaired: set[str] = msgspec.field(default_factory=set)

    def join(self, beside: _Seen) -> None:
        """Take in what another process saw. Between the looks of two at one file it may have changed."""
        self.gone |= beside.gone
        self.unpaired |= beside.unpaired
        self.other = {
            name: stamp
            for name, stamp in (beside.other | self.other).items()
            if name not in self.gone
        }
        for number, time in beside.times.items():
            self.times[number] = min(time, self.times.get(number, time))


_decoder = msgspec.msgpack.Decoder(_Seen)


@dataclass(frozen=True, slots=True)
class Found:
    """What is there, as it differs from what was known: what is not as it was, or new, and what is `gone`.

    `folders`: those that were known, and when they changed. `unpaired`: known files that have not just two
    names, as those have that the spare holds too; None: too many.
    """

    other: Stamps
    gone: frozenset[str] = frozenset()
    folders: Folders = field(default_factory=Folders)
    unpaired: frozenset[str] | None = None

    def all_of(self, known: Mapping[str, WrittenFile]) -> dict[str, Stamp]:
        """Return all that is there."""
        same = {name: file.stamp for name, file in known.items() if name not in self.gone}
        return {**same, **self.other}


class SharedListing(AbstractContextManager["SharedListing"]):
    """Finds out how what is below a folder differs from the files that are `known` and their `folders`.

    Nothing need be there, nor known. Nearly all is as it was: only the rest is told.
    """

    def __init__(
        self,
        folder: Path,
        known: Mapping[str, WrittenFile],
        folders: Folders | None = None,
        *,
        apart: bool,
    ) -> None:
        """Start, in a process of its own if `apart`. Raises EnvironmentFault."""
        self._folder = folder
        self._known = known if isinstance(known, WrittenFiles) else WrittenFiles.of(known)
        self._folders = folders or folders_of(self._known.names)
        self._inside = FolderLook(folder, self._folders, self._known)
        self._shares = [
            (of_folders, range(first, min(first + _TOGETHER, count)))
            for of_folders, count in ((False, len(known)), (True, len(self._inside)))
            for first in range(0, count, _TOGETHER)
        ]
        self._ends = _Ends(len(self._shares))
        self._beside = Aside(lambda: _encode(self._look(self._ends.rise())), apart=apart)

    def finish(self, *, whole: bool = True) -> Found:
        """Help, and return what differs; not `whole`: of the known files alone. Raises EnvironmentFault."""
        if not whole:
            self._ends.leave_out(sum(not of_folders for of_folders, _ in self._shares))
        seen, others = self._look(self._ends.sink()), self._beside.result()
        seen.join(_decoder.decode(others) if others else self._look(iter(range(len(self._shares)))))
        unpaired = None if len(seen.unpaired) > _MOST_UNPAIRED else frozenset(seen.unpaired)
        return Found(seen.other, frozenset(seen.gone), self._folders.seen(seen.times), unpaired)

    def __exit__(self, *_ended: object) -> None:
        """Stop the other process where nobody waits for it."""
        with self._beside:
            pass

    def _look(self, numbers: Iterator[int]) -> _Seen:
        seen = _Seen()
        with environment_faults(self._folder):
            for number in numbers:
                of_folders, share = self._shares[number]
                if of_folders:
                    found = self._inside.look(share)
                    seen.other |= found.other
                    seen.times |= found.times
                else:
                    self._look_at_files(share, seen)
        return seen

    def _look_at_files(self, numbers: Iterable[int], seen: _Seen) -> None:
        names, stamps = self._known.names, self._known.stamps
        with opened(self._folder) as (descriptor, before):
            for number in numbers:
                name = names[number]
                try:
                    found = os.lstat(before + name, dir_fd=descriptor)
                except (FileNotFoundError, NotADirectoryError):
                    seen.gone.add(name)
                    continue
                if found.st_nlink != _NAMES and len(seen.unpaired) <= _MOST_UNPAIRED:
                    seen.unpaired.add(name)
                if (stamp := pack_stamp(found)) != stamps[number * _STAMP : (number + 1) * _STAMP]:
                    if stat.S_ISDIR(found.st_mode):
                        seen.gone.add(name)
                    else:
                        seen.other[name] = stamp


def _encode(seen: _Seen) -> bytes:
    """Return it as bytes; none where a name is no Unicode, which MessagePack has no way to tell."""
    try:
        return msgspec.msgpack.encode(seen)
    except UnicodeEncodeError:
        return b""


class _Ends:
    """How far two processes have come on their ways through `count` numbers, known to both.

    Each looks how far the other is before it says what it takes: both may take a number, never neither.
    """

    def __init__(self, count: int) -> None:
        self._shared = memoryview(mmap(-1, 16)).cast("q")
        self._shared[1] = count

    def leave_out(self, first: int) -> None:
        """Let neither take a number from the `first` on that it did not take yet."""
        self._shared[1] = min(self._shared[1], first)

    def rise(self) -> Iterator[int]:
        """Yield the numbers from the lowest on, until the other one has taken them."""
        number = 0
        while number < self._shared[1]:
            self._shared[0] = number + 1
            yield number
            number += 1

    def sink(self) -> Iterator[int]:
        """Yield the numbers from the highest on, until the other one has taken them."""
        number = self._shared[1] - 1
        while number >= self._shared[0]:
            self._shared[1] = number
            yield number
            number -= 1
