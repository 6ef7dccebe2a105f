"""By what a file is known again without being read.

Some disks keep whole seconds: what is written twice within one is as it was, by its stamp. There, a file that
changed just before it was read is not known again.
"""

from __future__ import annotations

import struct
from struct import Struct
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    import os
    from collections.abc import Mapping

# Size in bytes, times of change and of its entry in nanoseconds, number: packed, as there are many.
FileStamp = bytes
_packed: Final = Struct("<qqqQ")
_pack = _packed.pack
# Equal to the stamp of no file.
UNSETTLED: Final = FileStamp()
# In nanoseconds. FAT counts in steps of two seconds.
_SECOND: Final = 1_000_000_000
_TICK: Final = 2 * _SECOND
# 64 bits hold the times of the years 1678 to 2262.
_LONGEST: Final = 2**63 - 1
_LONGEST_NUMBER: Final = 2**64 - 1


def stamp_of(found: os.stat_result) -> FileStamp:
    """Return the stamp of what was looked at."""
    try:
        return _pack(found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino)
    except struct.error:  # of a year that nobody lives in
        return _pack(found.st_size, time_of(found), _within(found.st_ctime_ns), number_of(found))


def keep_settled(files: Mapping[str, FileStamp], moment: int) -> Mapping[str, FileStamp]:
    """Return stamps of the files of a folder as they may be kept, UNSETTLED where a file may change unseen.

    `moment`: before any of them was read, in nanoseconds since 1970.
    """
    some = next(iter(files.values()), UNSETTLED)
    if not some or _packed.unpack(some)[2] % _SECOND:
        return files
    return {
        name: stamp if is_settled(_packed.unpack(stamp)[2], moment) else UNSETTLED
        for name, stamp in files.items()
    }


def is_settled(changed: int, moment: int) -> bool:
    """Tell whether a file whose entry `changed` then has another stamp when it changes after `moment`."""
    return changed % _SECOND != 0 or not 0 <= moment - changed < _TICK


def time_of(found: os.stat_result) -> int:
    """Return when it changed, in nanoseconds; the furthest moment of what is further away."""
    return _within(found.st_mtime_ns)


def number_of(found: os.stat_result) -> int:
    """Return its number; of one that is longer than others' the end."""
    return found.st_ino & _LONGEST_NUMBER


def _within(moment: int) -> int:
    return moment if -_LONGEST <= moment <= _LONGEST else _LONGEST
