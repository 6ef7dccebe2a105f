"""Whether a picture tells where it was taken: coordinates in its EXIF or XMP.

In: a picture that Pillow has opened and not yet decoded. Out: yes or no. Only what stands before
the pixels is read, and of a PNG the heads of its chunks: a folder of photographs stays quick.
"""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING

from PIL import ExifTags, Image

if TYPE_CHECKING:
    from pathlib import Path

_COORDINATES = frozenset(
    {
        ExifTags.GPS.GPSLatitude,
        ExifTags.GPS.GPSLongitude,
        ExifTags.GPS.GPSDestLatitude,
        ExifTags.GPS.GPSDestLongitude,
        ExifTags.GPS.GPSAreaInformation,
    }
)
_IN_XMP = (b"GPSLatitude", b"GPSLongitude", b"GPSCoordinates")
_XMP_KEYS = ("xmp", "XML:com.adobe.xmp")
_TEXT_CHUNKS = frozenset({b"iTXt", b"tEXt", b"zTXt"})
_LARGEST_CHUNK = 1_000_000
_FAULTS = (ValueError, TypeError, KeyError, IndexError, OSError, SyntaxError, struct.error)


def tells_place(image: Image.Image, path: Path) -> bool:
    """Tell whether the metadata of `image`, the file at `path`, holds coordinates. Raises OSError."""
    if any(_xmp_tells(image.info.get(key)) for key in _XMP_KEYS):
        return True
    if image.format == "PNG":
        exif, texts = _read_chunks(path)
        # What an EXIF of older programs says stands as a text; whether it has coordinates is
        # not looked into: it is seldom, and stripped when published.
        return _exif_tells(exif) or any(map(_xmp_tells, texts))
    return _exif_tells(image.info.get("exif"))


def _xmp_tells(xmp: object) -> bool:
    data = xmp.encode() if isinstance(xmp, str) else xmp
    return isinstance(data, bytes) and any(word in data for word in _IN_XMP)


def _exif_tells(data: object) -> bool:
    if not isinstance(data, bytes) or not data:
        return False
    exif = Image.Exif()
    try:
        exif.load(data)
        return not _COORDINATES.isdisjoint(exif.get_ifd(ExifTags.IFD.GPSInfo))
    except _FAULTS:  # of a broken one nothing can be said
        return False


def _read_chunks(path: Path) -> tuple[bytes, list[bytes]]:
    """Return the EXIF of a PNG and its texts, wherever they stand in the file."""
    exif, texts = b"", []
    with path.open("rb") as file:
        file.seek(8)
        while len(head := file.read(8)) == 8:  # noqa: PLR2004 - length and kind
            length, kind = struct.unpack(">I4s", head)
            if kind == b"eXIf" and length <= _LARGEST_CHUNK:
                exif = file.read(length)
                file.seek(4, 1)
            elif kind in _TEXT_CHUNKS and length <= _LARGEST_CHUNK:
                texts.append(file.read(length))
                file.seek(4, 1)
            else:
                file.seek(length + 4, 1)
    return exif, texts
