"""What is in a large output folder, listed by two processes: one from each end, until they meet.

In: the folder. Out: its listing. The one begins at once, the other when it has nothing else to do.
"""

from __future__ import annotations

import os
from contextlib import AbstractContextManager
from mmap import mmap
from typing import TYPE_CHECKING

import msgspec

from ambassade.aside import Aside
from ambassade.publish.listing import Listing, list_stamps
from ambassade.stop import environment_faults

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

# So many folders can be dealt out in good shares, whatever they hold.
_FEWEST = 100
_decoder = msgspec.msgpack.Decoder(Listing)


class SharedListing(AbstractContextManager["SharedListing"]):
    """Lists what is below a folder, nothing where it is not there."""

    def __init__(self, folder: Path, *, apart: bool) -> None:
        """Start, in a process of its own if `apart`. Raises EnvironmentFault."""
        self._folder = folder
        with environment_faults(folder):
            self._folders, self._above = _part(folder)
        self._ends = _Ends(len(self._folders))
        self._beside = Aside(
            lambda: _encode(self._list(self._ends.rise())),
            apart=apart and bool(self._folders),
        )

    def finish(self) -> Listing:
        """Help, and return what is there. Raises EnvironmentFault."""
        mine, others = self._list(self._ends.sink()), self._beside.result()
        if not others:
            return list_stamps(self._folder)
        whole = Listing()
        for part in (self._above, mine, _decoder.decode(others)):
            whole.stamps.update(part.stamps)
            whole.numbers.update(part.numbers)
        return whole

    def __exit__(self, *_ended: object) -> None:
        """Stop the other process where nobody waits for it."""
        with self._beside:
            pass

    def _list(self, numbers: Iterator[int]) -> Listing:
        return list_stamps(self._folder, (self._folders[number] for number in numbers))


def _encode(listing: Listing) -> bytes:
    """Return a listing as bytes; none where a name is no Unicode, which MessagePack has no way to tell."""
    try:
        return msgspec.msgpack.encode(listing)
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


def _part(folder: Path) -> tuple[list[str], Listing]:
    """Return folders below, each with a slash at its end, and what is above them. Raises OSError."""
    above = Listing()
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
                        above.add(name, entry)
    return folders, above
