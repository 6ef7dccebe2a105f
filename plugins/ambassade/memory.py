"""Memory, asked for before it is needed: C code may end the process where there is none."""

from __future__ import annotations

# In bytes: less than the smallest site takes to be built, once it is known that it must be; and less
# than a codec takes for the smallest picture.
TO_BUILD = 32 << 20
TO_ENCODE = 24 << 20


def ask_for_memory(size: int) -> None:
    """Raise MemoryError where so many bytes are not to be had.

    They are given back untouched, so that this costs nothing.
    """
    bytes(size)
