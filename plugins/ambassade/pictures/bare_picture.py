"""A picture's bytes without what is no picture: only the parts that are known to be needed stay.

In: the bytes of a file and its format. Out: the same picture, no pixel changed, without EXIF, XMP,
comments, private parts and whatever follows its end. A picture that has none of them stays as it
is, byte for byte. Nothing is decoded.
"""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING
from zlib import crc32

if TYPE_CHECKING:
    from collections.abc import Iterator

_PNG = frozenset(
    b"acTL bKGD cHRM cICP cLLI fcTL fdAT gAMA hIST iCCP mDCV pHYs sBIT sPLT sRGB tRNS".split()
)
_WEBP = frozenset({b"VP8X", b"VP8 ", b"VP8L", b"ALPH", b"ANIM", b"ANMF", b"ICCP"})
_WEBP_SAYS_METADATA = 0x08 | 0x04
_AVIF = frozenset({b"ftyp", b"meta", b"mdat", b"mini", b"moov"})
_JPEG_KEPT = {0xE0: b"JFIF\0", 0xE2: b"ICC_PROFILE\0", 0xEE: b"Adobe"}
_APPLICATION, _COMMENT, _SCAN, _END = range(0xE0, 0xF0), 0xFE, 0xDA, 0xD9
_GIF_CONTROL, _GIF_APPLICATION = 0xF9, 0xFF
_GIF_LOOPS = (b"NETSCAPE2.0", b"ANIMEXTS1.0")


def strip(data: bytes, form: str) -> bytes:
    """Return the picture without the rest. Raises ValueError where its parts cannot be told apart.

    Of a PNG also where a part is not as it was saved, by its checksum.
    """
    parts = {"PNG": _png, "JPEG": _jpeg, "MPO": _jpeg, "WEBP": _webp, "GIF": _gif, "AVIF": _avif}
    try:
        return b"".join(parts[form](data))
    except (struct.error, IndexError, KeyError) as error:
        message = f"no {form} that can be told apart"
        raise ValueError(message) from error


def _png(data: bytes) -> Iterator[bytes]:
    yield data[:8]
    at = 8
    while True:
        length, kind = struct.unpack_from(">I4s", data, at)
        end = at + length + 12
        if kind[:1].isupper() or kind in _PNG:
            if crc32(data[at + 4 : end - 4]) != struct.unpack_from(">I", data, end - 4)[0]:
                raise ValueError(at)
            yield data[at:end]
        if kind == b"IEND":
            return
        at = end


def _jpeg(data: bytes) -> Iterator[bytes]:
    yield data[:2]
    at = 2
    while True:
        if data[at] != 0xFF:  # noqa: PLR2004 - every marker begins with it
            raise ValueError(at)
        mark = data[at + 1]
        if mark == 0xFF:  # noqa: PLR2004 - a fill byte
            at += 1
            continue
        if mark == _END:
            yield data[at : at + 2]
            return
        end = at + 2 + int(struct.unpack_from(">H", data, at + 2)[0])
        if mark == _SCAN:
            end = _find_marker(data, end)
        is_needed = mark not in _APPLICATION and mark != _COMMENT
        kept = _JPEG_KEPT.get(mark)
        if is_needed or (kept and data.startswith(kept, at + 4)):
            yield data[at:end]
        at = end


def _find_marker(data: bytes, at: int) -> int:
    """Return where the next marker after a scan's pixels is."""
    while True:
        at = data.index(b"\xff", at)
        if data[at + 1] not in {0, *range(0xD0, 0xD8)}:
            return at
        at += 2


def _webp(data: bytes) -> Iterator[bytes]:
    kept = []
    at, whole = 12, 8 + struct.unpack_from("<I", data, 4)[0]
    if whole > len(data):
        raise ValueError(whole)
    while at + 8 <= whole:
        kind, length = struct.unpack_from("<4sI", data, at)
        end = at + 8 + length + length % 2
        part = data[at:end]
        if kind == b"VP8X":
            flags = part[8] & ~_WEBP_SAYS_METADATA
            part = part[:8] + bytes([flags]) + part[9:]
        if kind in _WEBP:
            kept.append(part)
        at = end
    yield data[:4] + struct.pack("<I", 4 + sum(map(len, kept))) + data[8:12]
    yield from kept


def _gif(data: bytes) -> Iterator[bytes]:
    at = 13 + _table_size(data[10])
    yield data[:at]
    while True:
        kind, start = data[at], at
        if kind == 0x3B:  # noqa: PLR2004 - the end
            yield data[at : at + 1]
            return
        if kind == 0x2C:  # noqa: PLR2004 - an image
            at = _skip_blocks(data, at + 11 + _table_size(data[at + 9]))
            yield data[start:at]
            continue
        label, at = data[at + 1], _skip_blocks(data, at + 2)
        loops = label == _GIF_APPLICATION and data[start + 3 : start + 14] in _GIF_LOOPS
        if label == _GIF_CONTROL or loops:
            yield data[start:at]


def _table_size(flags: int) -> int:
    return 3 << ((flags & 7) + 1) if flags & 0x80 else 0


def _skip_blocks(data: bytes, at: int) -> int:
    while data[at]:
        at += data[at] + 1
    return at + 1


def _avif(data: bytes) -> Iterator[bytes]:
    """Yield the file up to its last known box: places in it are counted from its beginning."""
    at = last = 0
    while at + 8 <= len(data):
        length, kind = struct.unpack_from(">I4s", data, at)
        if length == 1:
            length = struct.unpack_from(">Q", data, at + 8)[0]
        at = at + length if length else len(data)
        if kind in _AVIF and at > len(data):
            raise ValueError(at)
        if kind not in _AVIF and not length:
            break
        last = min(at, len(data)) if kind in _AVIF else last
        if kind not in _AVIF and at > len(data):
            break
    yield data[:last]
