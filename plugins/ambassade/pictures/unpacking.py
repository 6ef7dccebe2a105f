"""Unpacking pictures that may be damaged: whatever Pillow makes of one, it is the picture's fault.

In: the bytes of a picture. Out: UnreadablePicture where its pixels cannot be had.
"""

from __future__ import annotations

import struct
import warnings
import zlib
from contextlib import contextmanager
from io import BytesIO
from itertools import islice
from typing import TYPE_CHECKING, Final

from PIL import Image, ImageSequence

if TYPE_CHECKING:
    from collections.abc import Iterator

FORMATS: Final = frozenset({"PNG", "JPEG", "WEBP", "AVIF", "GIF"})
# Pixels of all frames of a film together: some seconds.
_MOST_UNPACKED: Final = 400_000_000
# What Pillow raises of pictures that are damaged.
_FAULTS: Final = (
    ArithmeticError,
    AttributeError,
    EOFError,
    LookupError,
    OSError,
    RuntimeError,
    SyntaxError,
    TypeError,
    ValueError,
    struct.error,
    zlib.error,
)


class UnreadablePicture(Exception):  # noqa: N818 - it is no error of ours
    """A picture that cannot be unpacked."""


@contextmanager
def unpacking() -> Iterator[None]:
    """Turn what Pillow raises of bytes that are no sound picture into UnreadablePicture.

    Of no picture's fault is MemoryError, which it calls by other names.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)  # of broken metadata
        try:
            yield
        except _FAULTS as error:
            if "memory" in str(error):
                raise MemoryError(str(error)) from error
            raise UnreadablePicture from error


def unpack_all(data: bytes) -> None:
    """Unpack each frame of a picture, of very long films the first. Raises UnreadablePicture."""
    try:
        with unpacking(), Image.open(BytesIO(data), formats=sorted(FORMATS)) as image:
            # What else such a file holds is not published.
            most = (
                1 if image.format == "MPO" else _MOST_UNPACKED // max(1, image.width * image.height)
            )
            for frame in islice(ImageSequence.Iterator(image), max(1, most)):
                frame.load()
    except Image.DecompressionBombError as error:
        raise UnreadablePicture from error
