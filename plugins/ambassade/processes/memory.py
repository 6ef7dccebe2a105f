"""Memory, asked for before it is needed: C code may end the process where there is none."""

from __future__ import annotations

# In bytes: less than the smallest site takes to be built, once it is known that it must be; and less
# than a codec takes for the smallest picture.
TO_BUILD = 32 << 20
TO_ENCODE = 24 << 20
# What the loader of Linux says of a library for which no memory is left, and what Python says when none
# is left for the error itself.
_NO_ROOM = ("failed to map segment", "without exception set", "without setting an exception")


def ask_for_memory(size: int) -> None:
    """Raise MemoryError where so many bytes are not to be had.

    They are given back untouched, so that this costs nothing.
    """
    bytes(size)


def ran_out(error: BaseException) -> bool:
    """Tell whether an error is that no memory is left, in whatever words."""
    if isinstance(error, ImportError | SystemError):
        return any(one in str(error) for one in _NO_ROOM)
    return isinstance(error, MemoryError)
