"""A picture with coordinates is told wherever it is used, in every format that can hold them (C109)."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Any

import pytest
from PIL import Image, PngImagePlugin

from tests.rules.sample_site import find_problems, tell, write_file, write_samples, write_site

if TYPE_CHECKING:
    from pathlib import Path

REVIEW = "author: Marie\nreviewBody: Warm.\nimage: images/a.jpg\n"
XMP = b'<x:xmpmeta><rdf:Description exif:GPSLatitude="47,12.5N"/></x:xmpmeta>'


def _exif(*, located: bool) -> Image.Exif:
    exif = Image.Exif()
    exif[0x0132] = "2026:05:14 10:00:00"
    if located:
        exif.get_ifd(0x8825).update({1: "N", 2: (47.0, 12.0, 0.0), 3: "W", 4: (1.0, 33.0, 0.0)})
    return exif


def _picture(form: str, **options: Any) -> bytes:  # noqa: ANN401 - Pillow's
    file = BytesIO()
    Image.new("RGB", (8, 6), "teal").save(file, form, **options)
    return file.getvalue()


def _tell(folder: Path, picture: bytes, sample: str = REVIEW) -> list[str]:
    write_site(folder)
    write_file(folder, "content/images/a.jpg", picture)
    write_samples(sample, folder)
    return tell(find_problems(folder), "C109")


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP", "AVIF"])
def test_coordinates_in_exif_are_told(form: str, tmp_path: Path) -> None:
    (line,) = _tell(tmp_path, _picture(form, exif=_exif(located=True)))
    assert line.startswith("reviews/kettle/2026-05-14-saved-us-a-week.yaml:3:8: ")
    assert "a.jpg" not in line


def test_what_to_do_is_for_everybody_first_and_turns_no_picture(tmp_path: Path) -> None:
    (line,) = _tell(tmp_path, _picture("JPEG", exif=_exif(located=True)))
    # The orientation of a picture stands in its metadata too.
    assert " -all=" not in line
    assert 0 < line.index("without its location") < line.index("exiftool -gps:all= -xmp:geotag=`")


@pytest.mark.parametrize("form", ["JPEG", "WEBP", "AVIF"])
def test_coordinates_in_xmp_are_told(form: str, tmp_path: Path) -> None:
    assert len(_tell(tmp_path, _picture(form, xmp=XMP))) == 1


def test_coordinates_behind_the_pixels_of_a_png_are_told(tmp_path: Path) -> None:
    texts = PngImagePlugin.PngInfo()
    texts.add_itxt("XML:com.adobe.xmp", XMP.decode())
    whole = _picture("PNG", pnginfo=texts)
    start = whole.index(b"iTXt") - 4
    end = whole.index(b"IDAT") - 4
    late = whole[:start] + whole[end:-12] + whole[start:end] + whole[-12:]
    assert len(_tell(tmp_path, late)) == 1


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP", "AVIF"])
def test_a_date_or_a_camera_is_no_place(form: str, tmp_path: Path) -> None:
    assert _tell(tmp_path, _picture(form, exif=_exif(located=False))) == []


@pytest.mark.filterwarnings("error")
def test_broken_metadata_tell_nothing_and_break_nothing(tmp_path: Path) -> None:
    assert _tell(tmp_path, _picture("JPEG", exif=b"Exif\0\0MM\0*\0\0\0\x08\0\xff")) == []


def test_portraits_stills_items_and_stories_are_looked_at(tmp_path: Path) -> None:
    sample = """\
# file: reviews/kettle/2026-05-14-saved-us-a-week.yaml
author: {name: Marie, image: a.jpg}
reviewBody: Warm.
status: pending
video: {embedUrl: "https://film.example/1", thumbnailUrl: a.jpg}
# file: reviews/kettle/item.yaml
type: Product
name: Kettle
collection: complete
image: a.jpg
# file: content/stories/tea.md
Title: Tea
Date: 2026-05-20
Image: a.jpg
"""
    lines = _tell(tmp_path, _picture("JPEG", exif=_exif(located=True)), sample)
    assert [line.split(": ")[0] for line in lines] == [
        "content/stories/tea.md:3:8",
        "reviews/kettle/2026-05-14-saved-us-a-week.yaml:1:30",
        "reviews/kettle/2026-05-14-saved-us-a-week.yaml:4:59",
        "reviews/kettle/item.yaml:4:8",
    ]
