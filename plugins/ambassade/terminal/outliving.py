"""A standard stream whose reader goes away in the middle, as `| head` does.

In: the stream. Out: one that then drops what is left, so that a command does its work and ends with
the code of what it found. Click would end it with 1, which says that the content has errors.
"""

from __future__ import annotations

import io
import os
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer


def outlive_reader(stream: TextIO) -> TextIO:
    """Return `stream` as one that may lose its reader; itself where it has no file of its own."""
    # On Windows a console is no file.
    if os.name != "posix" or not isinstance(stream, io.TextIOWrapper):
        return stream
    stream.flush()
    raw = _Outliving(stream.fileno(), "w", closefd=False)
    return io.TextIOWrapper(
        raw if isinstance(stream.buffer, io.RawIOBase) else io.BufferedWriter(raw),
        stream.encoding,
        line_buffering=stream.line_buffering,
        write_through=stream.write_through,
    )


class _Outliving(io.FileIO):
    def write(self, data: ReadableBuffer) -> int:
        """Write what is left to nobody once nobody reads it."""
        try:
            return super().write(data)
        except BrokenPipeError:
            nowhere = os.open(os.devnull, os.O_WRONLY)
            os.dup2(nowhere, self.fileno())
            os.close(nowhere)
            return memoryview(data).nbytes
