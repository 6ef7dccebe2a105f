"""Pictures for tests: as hard to make small as photographs, in any format, with all that they tell."""

from __future__ import annotations

from functools import cache
from io import BytesIO
from math import prod
from random import Random
from typing import Any

from PIL import Image, ImageCms

ORIENTATION = 0x0112


@cache
def pixels(width: int, height: int, sigma: int = 40) -> Image.Image:
    """Return a picture with something in every place, left half red."""
    size, chance = (max(2, width // 8), max(2, height // 8)), Random(sigma)  # noqa: S311 - the same
    noise = Image.frombytes("L", size, bytes(_shade(chance, sigma) for _ in range(prod(size))))
    image = noise.resize((width, height), Image.Resampling.BICUBIC).convert("RGB")
    red = Image.new("RGB", (width // 2, height), (200, 30, 30))
    image.paste(Image.blend(image.crop((0, 0, width // 2, height)), red, 0.7), (0, 0))
    return image


def _shade(chance: Random, sigma: int) -> int:
    return min(255, max(0, round(chance.gauss(128, sigma))))


def photograph(
    form: str = "JPEG",
    size: tuple[int, int] = (1000, 750),
    **options: Any,  # noqa: ANN401
) -> bytes:
    """Return such a picture's file."""
    file = BytesIO()
    pixels(*size).save(file, form, **options)
    return file.getvalue()


def turned(orientation: int) -> Image.Exif:
    """Return an EXIF that says how the camera was held, who held it, and where."""
    exif = Image.Exif()
    exif[ORIENTATION] = orientation
    exif[0x013B] = "Secret artist"
    exif.get_ifd(0x8825).update({1: "N", 2: (47.0, 12.0, 34.5678)})
    return exif


def blue_for_red() -> bytes:
    """Return a colour profile under which what is red looks blue: sRGB with both exchanged."""
    data = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    return data.replace(b"rXYZ", b"?XYZ").replace(b"bXYZ", b"rXYZ").replace(b"?XYZ", b"bXYZ")
