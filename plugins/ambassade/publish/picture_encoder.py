"""A picture's copies for browsers: smaller, in better formats, in sRGB, without any metadata.

In: the bytes of a file, and how large it is shown. Out: its size as it is shown, and the copies.
The same bytes give the same copies, in whatever process: each encoder runs in one thread.
"""

from __future__ import annotations

import struct
import warnings
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from typing import TYPE_CHECKING, Any, Final

from PIL import Image, ImageCms, ImageOps, __version__, features

from ambassade.media import shown_size
from ambassade.pictures.picture_variants import Use, Variant, plan_forms, plan_widths
from ambassade.pictures.unpacking import FORMATS, UnreadablePicture, unpack_all, unpacking
from ambassade.problem import N_
from ambassade.processes.memory import TO_ENCODE, ask_for_memory
from ambassade.stop import EnvironmentFault

if TYPE_CHECKING:
    from collections.abc import Collection

    from PIL.ImageFile import ImageFile

_OPTIONS: Final[dict[str, dict[str, Any]]] = {
    # Of photos as good as at speed 7 and quality 58, in a sixth of the time and a sixth more bytes.
    "AVIF": {"quality": 60, "speed": 9, "max_threads": 1, "subsampling": "4:2:0"},
    "WEBP": {"quality": 78, "method": 2},
    "JPEG": {"quality": 80, "optimize": True, "progressive": True},
    "PNG": {"optimize": True},
}
# Drawings have hard edges between colours, and few colours: what is spared in photos shows. At
# speed 9 they would be twice as large.
_DRAWN: Final = frozenset({"PNG", "GIF"})
_DRAWN_AVIF: Final = {"quality": 58, "speed": 7, "subsampling": "4:4:4"}
_LOSSLESS: Final = {"lossless": True, "quality": 60, "method": 4}
_MODES: Final = frozenset({"1", "L", "LA", "P", "PA", "RGB", "RGBA", "CMYK", "YCbCr"})
_TINY: Final = 2_000
# Higher ones cannot be WebP.
_HIGHEST: Final = 16_383
# How much larger than its largest copy a JPEG is decoded, at least: with less, the copy is blurred.
_SPARE: Final = 1.5
# Pillow's encoder of AVIF says so where there is no memory.
_ENCODER_FAILED: Final = N_(
    "Pictures cannot be written as {form}: {reason}. Free memory, or build with fewer jobs."
)
_FAULTS = (OSError, ValueError, SyntaxError, TypeError, KeyError, IndexError, struct.error)
_CODECS = ("avif", "webp", "jpg", "zlib", "littlecms2")


@cache
def recipe() -> str:
    """Return what the bytes of a copy hang on besides the picture."""
    # To hear of their versions loads the codecs; one that cannot be, for want of memory, warns of it.
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        codecs = [features.version(each) for each in _CODECS]
    uses = [use.value for use in Use]
    return repr((3, _OPTIONS, _DRAWN_AVIF, _LOSSLESS, _TINY, _SPARE, uses, __version__, codecs))


@dataclass(frozen=True, slots=True)
class Encoded:
    """A picture's size as shown, the formats of its copies, and the copies with their bytes."""

    width: int
    height: int
    form: str
    forms: tuple[str, ...] = ()
    variants: tuple[Variant, ...] = ()
    data: tuple[bytes, ...] = ()


def look_at(data: bytes, uses: Collection[Use]) -> tuple[Encoded, bool]:
    """Return a picture without its copies, and whether any are to be made; nothing is decoded.

    Moving pictures stay as they are, as do tiny ones, damaged ones, very high ones, and rare kinds of pixels.
    """
    try:
        with unpacking(), _opened(data) as image:
            found = Encoded(*shown_size(image), str(image.format))
            wanted = plan_widths(found.width, uses)
            is_low = bool(wanted) and wanted[-1] * found.height <= _HIGHEST * found.width
            return found, is_low and len(data) > _TINY and _is_usual(image)
    except UnreadablePicture:
        return Encoded(0, 0, ""), False


def encode(data: bytes, uses: Collection[Use]) -> Encoded:
    """Return a picture with its copies. Raises UnreadablePicture where it turns out to be damaged."""
    found, wanted = look_at(data, uses)
    if not wanted:
        unpack_all(data)
        return found
    widths = plan_widths(found.width, uses)
    sizes = [(each, max(1, round(each * found.height / found.width))) for each in widths]
    with unpacking(), _opened(data) as file:
        image, profile = _decode(file, sizes[-1])
    forms = plan_forms(found.form, transparent=image.mode == "RGBA")
    variants, encoded = [], []
    for width, height in sizes:
        copy = _shrink(image, (width, height))
        for form in forms:
            if width == found.width and form == found.form:
                continue  # the picture itself: encoded again, it would only lose
            made = _save(copy, form, profile, drawn=found.form in _DRAWN)
            variants.append(Variant(form, width, len(made)))
            encoded.append(made)
    return Encoded(found.width, found.height, found.form, forms, tuple(variants), tuple(encoded))


def _opened(data: bytes) -> ImageFile:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)  # of broken metadata
        return Image.open(BytesIO(data), formats=sorted(FORMATS))


def _is_usual(image: ImageFile) -> bool:
    moves = image.format != "MPO" and getattr(image, "n_frames", 1) > 1
    return not moves and image.mode in _MODES


def _decode(file: ImageFile, size: tuple[int, int]) -> tuple[Image.Image, bytes | None]:
    """Return the picture at this size, the right way up, RGB or RGBA, in sRGB or with its profile.

    It is made smaller as early as can be: all that follows has fewer pixels to do.
    """
    scale = _SPARE * max(size) / max(file.size)
    file.draft(None, (int(scale * file.width), int(scale * file.height)))
    image = ImageOps.exif_transpose(file)
    profile = image.info.get("icc_profile")
    if image.mode in {"P", "PA", "LA"} or image.has_transparency_data:
        image = image.convert("RGBA")
    if image.mode == "RGBA" and image.getchannel("A").getextrema() == (255, 255):
        image = image.convert("RGB")
    if image.mode not in {"RGB", "RGBA", "CMYK"}:
        image, profile = image.convert("RGB"), None
    image = _shrink(image, size)
    converted = _to_srgb(image, profile) if profile else None
    if converted:
        return converted, None
    return (image.convert("RGB"), None) if image.mode == "CMYK" else (image, profile)


def _shrink(image: Image.Image, size: tuple[int, int]) -> Image.Image:
    """Return the picture at this size, with nothing but its pixels."""
    small = image.resize(size, Image.Resampling.LANCZOS, reducing_gap=3.0)
    small.info = {}
    return small


def _to_srgb(image: Image.Image, profile: bytes) -> Image.Image | None:
    """Return the picture with its colours as they look, in sRGB; None where that cannot be told."""
    mode = "RGBA" if image.mode == "RGBA" else "RGB"
    try:
        own = ImageCms.ImageCmsProfile(BytesIO(profile))
        srgb = ImageCms.createProfile("sRGB")
        return ImageCms.profileToProfile(image, own, srgb, outputMode=mode)
    except (ImageCms.PyCMSError, *_FAULTS):
        return None


def _save(image: Image.Image, form: str, profile: bytes | None, *, drawn: bool) -> bytes:
    _want_codec(form)
    ask_for_memory(TO_ENCODE)
    options = _OPTIONS[form] | (_DRAWN_AVIF if drawn and form == "AVIF" else {})
    ways = [options, _LOSSLESS] if drawn and form == "WEBP" else [options]
    made = []
    for way in ways:
        out = BytesIO()
        try:
            image.save(out, form, icc_profile=profile, **way)
        except RuntimeError as error:
            raise EnvironmentFault(_ENCODER_FAILED, form=form, reason=error) from error
        made.append(out.getvalue())
    return min(made, key=len)


def _want_codec(form: str) -> None:
    """Raise EnvironmentFault where the codec of a format is not there, or cannot be loaded."""
    Image.init()
    if form not in Image.SAVE:
        raise EnvironmentFault(
            N_(
                "Pictures cannot be written as {form}: its codec cannot be loaded. Free memory, "
                "or install Pillow as it is published."
            ),
            form=form,
        )
