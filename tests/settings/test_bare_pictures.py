"""Pictures as they are published: the same pixels, and nothing else that somebody put into the file."""

from __future__ import annotations

import struct
import zlib
from io import BytesIO
from typing import TYPE_CHECKING, Any

import pytest
from PIL import Image, ImageChops, PngImagePlugin

from ambassade.media import read_picture
from ambassade.pictures.bare_picture import strip

if TYPE_CHECKING:
    from pathlib import Path

SECRET = b"qzsecret"
FORMATS = ["PNG", "JPEG", "WEBP", "AVIF", "GIF"]


def _save(form: str, *, several: bool = False, **options: Any) -> bytes:  # noqa: ANN401 - Pillow's
    image = Image.linear_gradient("L").resize((40, 30)).convert("RGB")
    more = {"save_all": True, "append_images": [image.rotate(90)]} if several else {}
    file = BytesIO()
    image.save(file, form, **more, **options)
    return file.getvalue()


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def _segment(mark: int, data: bytes) -> bytes:
    return bytes([0xFF, mark]) + struct.pack(">H", len(data) + 2) + data


def _exif() -> Image.Exif:
    exif = Image.Exif()
    exif[0x013B] = SECRET.decode()
    return exif


def _texts() -> PngImagePlugin.PngInfo:
    texts = PngImagePlugin.PngInfo()
    texts.add_text("Author", SECRET.decode())
    return texts


JPEG, PNG, GIF, WEBP = (_save(form) for form in ("JPEG", "PNG", "GIF", "WEBP"))
TELLTALE = {
    **{f"{form} end": _save(form) + SECRET for form in FORMATS},
    **{f"{form} exif": _save(form, exif=_exif()) for form in ("PNG", "JPEG", "WEBP", "AVIF")},
    **{f"{form} xmp": _save(form, xmp=SECRET) for form in ("JPEG", "WEBP", "AVIF")},
    "jpeg comment": _save("JPEG", comment=SECRET),
    "jpeg comment behind the pixels": JPEG[:-2] + _segment(0xFE, SECRET) + JPEG[-2:],
    "jpeg iptc": JPEG[:2] + _segment(0xED, b"Photoshop 3.0\0" + SECRET) + JPEG[2:],
    "jpeg maker": JPEG[:2] + _segment(0xE5, SECRET) + JPEG[2:],
    "jpeg more xmp": JPEG[:2] + _segment(0xE1, b"http://ns.adobe.com/xmp/extension/\0" + SECRET) + JPEG[2:],
    "jpeg progressive": _save("JPEG", progressive=True, comment=SECRET),
    "jpeg of two": _save("MPO", several=True, exif=_exif()),
    "png text": _save("PNG", pnginfo=_texts()),
    "png late text": PNG[:-12] + _chunk(b"tEXt", b"Author\0" + SECRET) + PNG[-12:],
    "png private": PNG[:33] + _chunk(b"prVt", SECRET) + PNG[33:],
    "gif comment": _save("GIF", comment=SECRET),
    "gif film": _save("GIF", several=True, comment=SECRET),
    "gif xmp": GIF[:-1] + b"\x21\xff\x0bXMP DataXMP\x08" + SECRET + b"\0" + GIF[-1:],
    "webp film": _save("WEBP", several=True, exif=_exif()),
    "webp unknown": WEBP[:4] + struct.pack("<I", len(WEBP) + 8) + WEBP[8:] + b"ABCD\x08\0\0\0" + SECRET,
}  # fmt: skip


@pytest.mark.parametrize("name", TELLTALE)
def test_what_is_no_picture_is_taken_out_and_no_pixel_changes(name: str, tmp_path: Path) -> None:
    before = TELLTALE[name]
    assert SECRET in before
    (tmp_path / "a").write_bytes(before)
    after = read_picture(tmp_path / "a")
    assert SECRET not in after
    with Image.open(BytesIO(before)) as old, Image.open(BytesIO(after)) as new:
        frames = 1 if old.format == "MPO" else getattr(old, "n_frames", 1)
        assert getattr(new, "n_frames", 1) == frames
        if "AVIF" not in name:  # that one is encoded anew
            assert ImageChops.difference(old.convert("RGB"), new.convert("RGB")).getbbox() is None


@pytest.mark.parametrize("form", FORMATS)
def test_a_picture_that_tells_nothing_stays_as_it_is_byte_for_byte(
    form: str, tmp_path: Path
) -> None:
    profile = b"" if form == "GIF" else b"colours of this picture"
    data = _save(form, icc_profile=profile) if profile else _save(form)
    (tmp_path / "a").write_bytes(data)
    assert read_picture(tmp_path / "a") == data


@pytest.mark.parametrize("form", ["PNG", "JPEG", "GIF"])
def test_what_is_cut_off_is_refused_instead_of_guessed(form: str) -> None:
    whole = _save(form)
    with pytest.raises(ValueError, match=r"."):
        strip(whole[:-20], form)
