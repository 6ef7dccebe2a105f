"""By what a file is known again without being read."""

from __future__ import annotations

from struct import Struct
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    import os

# Size in bytes, times of change and of its entry in nanoseconds, number: packed, as there are many.
FileStamp = bytes
_pack = Struct("<qqqQ").pack
# 64 bits hold the times of the years 1678 to 2262.
_LONGEST: Final = 2**63 - 1
_LONGEST_NUMBER: Final = 2**64 - 1


def stamp_of(found: os.stat_result) -> FileStamp:
    """Return the stamp of what was looked at."""
    return _pack(found.st_size, time_of(found), _within(found.st_ctime_ns), number_of(found))


def time_of(found: os.stat_result) -> int:
    """Return when it changed, in nanoseconds; the furthest moment of what is further away."""
    return _within(found.st_mtime_ns)


def number_of(found: os.stat_result) -> int:
    """Return its number; of one that is longer than others' the end."""
    return found.st_ino & _LONGEST_NUMBER


def _within(moment: int) -> int:
    return moment if -_LONGEST <= moment <= _LONGEST else _LONGEST
