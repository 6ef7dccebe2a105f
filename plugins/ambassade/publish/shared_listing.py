"""What is in a large output folder, listed by two processes: one from each end, until they meet.

In: the folder, and what was there once. Out: what is no longer so. The one begins at once, the other
when it has nothing else to do.
"""

from __future__ import annotations

import os
from contextlib import AbstractContextManager
from dataclasses import dataclass
from mmap import mmap
from typing import TYPE_CHECKING

import msgspec

from ambassade.aside import Aside
from ambassade.publish.listing import Stamp, list_stamps, stamp_of, walk
from ambassade.stop import environment_faults

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from ambassade.publish.listing import Stamps
    from ambassade.publish.manifest import WrittenFile

# So many folders can be dealt out in good shares, whatever they hold.
_FEWEST = 100


class _Seen(msgspec.Struct, array_like=True):
    """What was found: how much is as it was known, by the number of the folder, and what is not."""

    known: dict[int, int] = msgspec.field(default_factory=dict)
    other: dict[str, Stamp] = msgspec.field(default_factory=dict)


_decoder = msgspec.msgpack.Decoder(_Seen)


@dataclass(frozen=True, slots=True)
class Found:
    """What is there, as it differs from what was known: what is not as it was, or new, and what is `gone`."""

    other: Stamps
    gone: frozenset[str] = frozenset()

    def all_of(self, known: Mapping[str, WrittenFile]) -> dict[str, Stamp]:
        """Return all that is there."""
        same = {
            name: (file.size, file.modified, file.number)
            for name, file in known.items()
            if name not in self.gone
        }
        return {**same, **self.other}


def compare(there: Stamps, known: Mapping[str, WrittenFile]) -> Found:
    """Return what is `there` by what was `known`."""
    other = {name: stamp for name, stamp in there.items() if not _is_same(known.get(name), stamp)}
    return Found(other, frozenset(known.keys() - there.keys()))


class SharedListing(AbstractContextManager["SharedListing"]):
    """Lists what is below a folder, nothing where it is not there.

    `known`: what was there once. Nearly all is still so: that is counted, and only the rest told.
    """

    def __init__(self, folder: Path, known: Mapping[str, WrittenFile], *, apart: bool) -> None:
        """Start, in a process of its own if `apart`. Raises EnvironmentFault."""
        self._folder, self._known = folder, known
        with environment_faults(folder):
            self._folders, self._above = _part(folder)
        self._ends = _Ends(len(self._folders))
        self._beside = Aside(
            lambda: _encode(self._look(self._ends.rise())),
            apart=apart and bool(self._folders),
        )

    def finish(self) -> Found:
        """Help, and return what is there. Raises EnvironmentFault."""
        mine, others = self._look(self._ends.sink()), self._beside.result()
        if not (self._folders or self._above):
            return compare({}, self._known)
        if not others:
            return compare(list_stamps(self._folder), self._known)
        there, above = _decoder.decode(others), compare(self._above, self._known).other
        # Both may have looked into a folder, and a file may have changed between.
        both = mine.known.keys() & there.known.keys()
        again, twice = self._look(iter(both)), tuple(self._folders[number] for number in both)
        found = {**there.other, **mine.other}
        once = {name: stamp for name, stamp in found.items() if not name.startswith(twice)}
        other = {**once, **again.other, **above}
        seen = sum((mine.known | there.known | again.known).values())
        seen += len(self._above) - len(above)
        if seen + len(other.keys() & self._known.keys()) < len(self._known):  # some is gone
            return compare(list_stamps(self._folder), self._known)
        return Found(other)

    def __exit__(self, *_ended: object) -> None:
        """Stop the other process where nobody waits for it."""
        with self._beside:
            pass

    def _look(self, numbers: Iterator[int]) -> _Seen:
        seen, known = _Seen(), self._known
        with environment_faults(self._folder):
            for number in numbers:
                count = 0
                for name, entry in walk(self._folder, below=self._folders[number]):
                    stamp = stamp_of(entry)
                    if _is_same(known.get(name), stamp):
                        count += 1
                    else:
                        seen.other[name] = stamp
                seen.known[number] = count
        return seen


def _is_same(file: WrittenFile | None, stamp: Stamp) -> bool:
    return file is not None and file.is_same(stamp)


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


def _part(folder: Path) -> tuple[list[str], dict[str, Stamp]]:
    """Return folders below, each with a slash at its end, and what is above them. Raises OSError."""
    above: dict[str, Stamp] = {}
    folders = [""] if folder.is_dir() else []
    while 0 < len(folders) < _FEWEST:
        opened, folders = folders, []
        for each in opened:
            with os.scandir(f"{folder}/{each}") as entries:
                for entry in entries:
                    name = each + entry.name
                    if entry.is_dir(follow_symlinks=False):
                        folders.append(f"{name}/")
                    else:
                        above[name] = stamp_of(entry)
    return folders, above
