"""Copies of pictures: smaller, the right way up, in sRGB, without metadata, the same every time."""

from __future__ import annotations

import subprocess
import sys
from io import BytesIO

import pytest
from PIL import Image, ImageChops, ImageCms, ImageFilter, ImageOps, ImageStat

from ambassade.pictures.picture_variants import Use
from ambassade.pictures.unpacking import UnreadablePicture
from ambassade.publish.picture_encoder import Encoded, encode
from tests.publish.conftest import PLUGINS
from tests.publish.photographs import blue_for_red, photograph, pixels, turned

MIDDLE = frozenset({Use.MIDDLE})
SMALL = frozenset({Use.SMALL})


def _open_all(encoded: Encoded) -> list[Image.Image]:
    return [Image.open(BytesIO(each)) for each in encoded.data]


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP", "AVIF", "GIF"])
def test_every_format_gets_copies_of_the_planned_sizes(form: str) -> None:
    encoded = encode(photograph(form), MIDDLE)
    assert (encoded.width, encoded.height) == (1000, 750)
    for variant, image in zip(encoded.variants, _open_all(encoded), strict=True):
        assert image.format == variant.form
        assert image.size == (variant.width, round(variant.width * 0.75))
    assert {each.width for each in encoded.variants} | {1000} == {320, 640, 1000}
    # Encoded again in its own format and size, it would only lose.
    assert (form, 1000) not in {(each.form, each.width) for each in encoded.variants}


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP", "AVIF"])
def test_a_copy_tells_nothing_and_stands_the_right_way_up(form: str) -> None:
    data = photograph(form, exif=turned(6), xmp=b"<x>Secret xmp</x>")
    encoded = encode(data, MIDDLE)
    assert (encoded.width, encoded.height) == (750, 1000)
    for image, file in zip(_open_all(encoded), encoded.data, strict=True):
        assert image.height > image.width
        # What was at the left is at the top.
        middle, shown = image.width // 2, image.convert("RGB")
        top, bottom = shown.getpixel((middle, 9)), shown.getpixel((middle, image.height - 9))
        assert isinstance(top, tuple)
        assert isinstance(bottom, tuple)
        assert top[0] > top[1] + 60
        assert abs(bottom[0] - bottom[1]) < 30
        assert not image.getexif()
        assert not {"exif", "xmp", "comment", "icc_profile"} & image.info.keys()
        assert b"Secret" not in file


@pytest.mark.parametrize("orientation", [1, 6])
def test_a_large_photo_is_made_smaller_as_sharply_as_from_all_its_pixels(orientation: int) -> None:
    data = photograph(size=(2400, 1800), exif=turned(orientation))
    whole = ImageOps.exif_transpose(Image.open(BytesIO(data)))
    copies = [image for image in _open_all(encode(data, SMALL)) if image.format == "JPEG"]
    assert len(copies) == 3
    for image in copies:
        expected = whole.resize(image.size, Image.Resampling.LANCZOS)
        assert _detail(image) > 0.9 * _detail(expected)


def _detail(image: Image.Image) -> float:
    """Return how much pixels differ from what is around them."""
    grey = image.convert("L")
    difference = ImageChops.difference(grey, grey.filter(ImageFilter.GaussianBlur(1)))
    return ImageStat.Stat(difference).mean[0]


def test_the_better_a_format_the_smaller_its_copy_of_a_photo() -> None:
    variants = encode(photograph(), MIDDLE).variants
    sizes = {each.form: each.size for each in variants if each.width == 640}
    assert sizes["AVIF"] < 0.9 * sizes["WEBP"] < 0.81 * sizes["JPEG"]


def test_colours_look_as_before_without_their_profile() -> None:
    for image in _open_all(encode(photograph(icc_profile=blue_for_red()), SMALL)):
        assert "icc_profile" not in image.info
        left = image.convert("RGB").getpixel((image.width // 4, image.height // 2))
        assert isinstance(left, tuple)
        assert left[2] > left[0] + 40


def test_a_picture_for_printers_becomes_one_for_screens() -> None:
    file = BytesIO()
    pixels(400, 300).convert("CMYK").save(file, "JPEG", quality=95)
    encoded = encode(file.getvalue(), SMALL)
    assert {image.mode for image in _open_all(encoded)} == {"RGB"}
    left = _open_all(encoded)[0].getpixel((20, 20))
    assert isinstance(left, tuple)
    assert left[0] > left[1] + 40


def test_an_srgb_profile_goes_and_a_broken_one_does_no_harm() -> None:
    srgb = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    for image in _open_all(encode(photograph(icc_profile=srgb), SMALL)):
        assert "icc_profile" not in image.info
    assert encode(photograph(icc_profile=b"no profile at all" * 20), SMALL).variants


def test_transparency_stays_and_a_wholly_opaque_one_goes() -> None:
    clear = pixels(400, 300).convert("RGBA")
    clear.paste((0, 0, 0, 0), (0, 0, 200, 300))
    file, opaque = BytesIO(), BytesIO()
    clear.save(file, "PNG")
    pixels(400, 300).convert("RGBA").save(opaque, "PNG")
    encoded = encode(file.getvalue(), SMALL)
    assert encoded.forms == ("PNG", "WEBP", "AVIF")
    for image in _open_all(encoded):
        pixel = image.convert("RGBA").getpixel((image.width // 4, image.height // 2))
        assert isinstance(pixel, tuple)
        assert pixel[3] == 0
    assert encode(opaque.getvalue(), SMALL).forms == ("JPEG", "WEBP", "AVIF")


@pytest.mark.parametrize("form", ["GIF", "WEBP", "PNG", "AVIF"])
def test_a_moving_picture_stays_as_it_is(form: str) -> None:
    file = BytesIO()
    frames = [pixels(400, 300), pixels(400, 300).rotate(180)]
    frames[0].save(file, form, save_all=True, append_images=frames[1:], duration=100)
    encoded = encode(file.getvalue(), MIDDLE)
    assert (encoded.width, encoded.height, encoded.variants) == (400, 300, ())


@pytest.mark.parametrize(
    "data",
    [
        photograph("JPEG", (90, 60)),
        photograph("JPEG", (400, 30_000)),
    ],
    ids=["tiny", "higher than WebP can be"],
)
def test_what_cannot_be_made_smaller_has_no_copies(data: bytes) -> None:
    assert encode(data, MIDDLE | SMALL).variants == ()


@pytest.mark.parametrize(
    "data",
    [b"", b"no picture", photograph()[:3000], photograph("PNG")[:3000]],
    ids=["empty", "other", "half a JPEG", "half a PNG"],
)
def test_what_is_no_whole_picture_is_told(data: bytes) -> None:
    with pytest.raises(UnreadablePicture):
        encode(data, MIDDLE | SMALL)


def test_a_rare_kind_of_pixels_is_left_alone() -> None:
    file = BytesIO()
    pixels(400, 300).convert("L").convert("I;16").save(file, "PNG")
    assert encode(file.getvalue(), MIDDLE).variants == ()


def test_the_same_bytes_come_out_of_any_process() -> None:
    source = (
        "import sys; sys.path[:0] = sys.argv[1:2]\n"
        "from hashlib import sha256\n"
        "from ambassade.pictures.picture_variants import Use\n"
        "from ambassade.publish.picture_encoder import encode\n"
        "made = encode(sys.stdin.buffer.read(), {Use.MIDDLE})\n"
        "print(*[sha256(each).hexdigest() for each in made.data])\n"
    )
    said = {
        subprocess.run(
            [sys.executable, "-c", source, str(PLUGINS)],
            input=photograph("PNG"),
            capture_output=True,
            check=True,
        ).stdout
        for _ in range(2)
    }
    assert len(said) == 1
    assert len(next(iter(said)).split()) == 9
