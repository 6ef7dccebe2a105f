"""Memory: asked for before it is needed, and a little put by to tell that there is no more."""

from __future__ import annotations

# Less than any site takes, once Python is loaded.
_LEAST = 48 << 20
_PUT_BY = 2 << 20


def ask_for_memory() -> None:
    """Raise MemoryError where there is not even what the smallest site takes.

    Without this it is missed while libraries are loaded, which not all of them outlive: C code ends the
    process without a word. The memory is not touched, so that this costs nothing.
    """
    bytes(_LEAST)


def put_memory_by() -> list[bytes]:
    """Return what is to be cleared when there is no memory left: enough of it to say so."""
    return [bytes(_PUT_BY)]
