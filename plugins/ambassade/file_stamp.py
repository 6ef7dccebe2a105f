"""By what a file is known again without being read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    import os

# Size in bytes, times of change and of its entry in nanoseconds, number.
FileStamp = tuple[int, int, int, int]
# 64 bits hold the times of the years 1678 to 2262. That of its entry only the system sets.
_LONGEST: Final = 2**63 - 1


def stamp_of(found: os.stat_result) -> FileStamp:
    """Return the stamp of what was looked at."""
    return found.st_size, time_of(found), found.st_ctime_ns, found.st_ino


def time_of(found: os.stat_result) -> int:
    """Return when it changed, in nanoseconds; the furthest moment of what is further away."""
    moment = found.st_mtime_ns
    return moment if -_LONGEST <= moment <= _LONGEST else _LONGEST
