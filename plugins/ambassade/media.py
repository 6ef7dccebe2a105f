"""Pictures under `content/images/`: where a typed path leads, and how large the picture is."""

from __future__ import annotations

import os
import warnings
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any

from PIL import Image, ImageFile, ImageOps

from ambassade.pictures.bare_picture import strip
from ambassade.pictures.geotags import tells_place
from ambassade.pictures.unpacking import FORMATS, UnreadablePicture, unpacking
from ambassade.public import Picture
from ambassade.rules.reading import picture_missing, picture_outside, picture_too_large
from ambassade.stop import environment_faults

if TYPE_CHECKING:
    from ambassade.problem import Place, Problem

_ORIENTATION = 0x0112
_LIES = 5  # from this orientation on, width and height change places
# By another ending, servers would take what hides in a picture for a page, or for a script.
_SUFFIXES = frozenset({".apng", ".avif", ".gif", ".jfif", ".jpe", ".jpeg", ".jpg", ".png", ".webp"})
MOST_PIXELS = 50_000_000
_SAID = frozenset(
    {"exif", "xmp", "XML:com.adobe.xmp", "comment", "photoshop", "Raw profile type exif"}
)


@dataclass(slots=True)
class PictureFolder:
    """The pictures of a site. Each is looked at once."""

    content: Path
    seen: dict[str, Picture | str] = field(default_factory=dict)

    def find(self, typed: str, place: Place) -> Picture | Problem:
        """Return the picture at `typed`, a path from the site, `content/` or `content/images/`.

        Raises EnvironmentFault for one that may not be read.
        """
        relative = _below_images(typed)
        if relative is None or not self._is_inside(relative):
            return picture_outside.RULE.at(place, value=typed)
        known = self.seen.get(relative)
        if known is None:
            known = self.seen[relative] = self._look_at(relative)
        if isinstance(known, Picture):
            return known
        if known == "missing":
            return picture_missing.RULE.at(place, value=typed)
        if known == "large":
            return picture_too_large.RULE.at(place, value=typed, most=MOST_PIXELS // 1_000_000)
        fact, remedy = picture_missing.UNREADABLE, picture_missing.FORMATS
        if known == "ending":
            fact, remedy = picture_missing.ENDING, picture_missing.ENDINGS
        return picture_missing.RULE.at(place, fact=fact, remedy=remedy, value=typed)

    def _is_inside(self, relative: str) -> bool:
        images = os.path.realpath(self.content / "images")
        found = os.path.realpath(
            self.content / "images" / relative
        )  # unlike resolve, of a loop too
        return Path(found).is_relative_to(images)

    def _look_at(self, relative: str) -> Picture | str:
        path = self.content / "images" / relative
        if not _is_file(path):
            return "missing"
        if path.suffix.lower() not in _SUFFIXES:
            return "ending"
        with environment_faults(path), path.open("rb"):
            pass
        try:
            with unpacking():
                warnings.simplefilter("error", Image.DecompressionBombWarning)
                with Image.open(path, formats=sorted(FORMATS)) as image:
                    width, height = shown_size(image)
                    located = tells_place(image, path)
                if width * height <= MOST_PIXELS:
                    _check_whole(path)
        except (Image.DecompressionBombError, Image.DecompressionBombWarning):
            return "large"
        except (UnreadablePicture, Warning):
            return "unreadable"
        if width * height > MOST_PIXELS:
            return "large"
        return Picture(f"images/{relative}", width, height, located)

    def path_below(self, typed: str) -> str | None:
        """Return which path below `content/images/` is meant, None if none can be."""
        return _below_images(typed)


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:  # such as a name longer than the system allows
        return False


def is_located(path: Path) -> bool:
    """Tell whether the file at `path` is a picture that says where it was taken; raises nothing."""
    if path.suffix.lower() not in _SUFFIXES or not _is_file(path):
        return False
    try:
        with unpacking():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            with Image.open(path, formats=sorted(FORMATS)) as image:
                return tells_place(image, path)
    except (Image.DecompressionBombError, UnreadablePicture):
        return False


def shown_size(image: ImageFile.ImageFile) -> tuple[int, int]:
    """Return width and height the right way up, as the picture is published; decodes nothing."""
    if image.format == "PNG" and "exif" not in image.info:
        return image.size  # Pillow would decode it all, to look behind the pixels
    lies = image.getexif().get(_ORIENTATION, 1) >= _LIES
    return (image.height, image.width) if lies else (image.width, image.height)


def _check_whole(path: Path) -> None:
    """Raise ValueError or OSError of a picture that is cut off. One in order is not decoded."""
    data = path.read_bytes()
    with Image.open(BytesIO(data), formats=sorted(FORMATS)) as image:
        try:
            strip(data, str(image.format))
        except ValueError:
            _save_bare(image, turned=False)  # as it will be published: Pillow forgives what is odd


def read_picture(path: Path) -> bytes:
    """Return the picture's bytes as they may be published: without what tells where or by whom.

    A picture without metadata stays as it is, byte for byte. Raises OSError, UnreadablePicture.
    """
    data = path.read_bytes()
    with unpacking(), Image.open(BytesIO(data)) as image:
        turned = image.getexif().get(_ORIENTATION, 1) != 1
        if turned or (image.format == "AVIF" and _SAID & image.info.keys()):
            data = _save_bare(image, turned=turned)
        try:
            return strip(data, str(image.format))
        except ValueError:
            return _save_bare(image, turned=turned)


def _save_bare(image: ImageFile.ImageFile, *, turned: bool) -> bytes:
    """Return the picture encoded anew, the right way up and without metadata."""
    bare = ImageOps.exif_transpose(image) if turned else image
    options: dict[str, Any] = {"icc_profile": image.info.get("icc_profile")}
    if image.format == "JPEG":
        options["quality"] = 90 if turned else "keep"
    for key in _SAID & bare.info.keys():
        del bare.info[key]
    out = BytesIO()
    several = getattr(image, "n_frames", 1) > 1
    bare.save(out, image.format, exif=b"", save_all=several, **options)
    return out.getvalue()


def _below_images(typed: str) -> str | None:
    if "\\" in typed or "\0" in typed or "://" in typed:
        return None
    parts = [part for part in PurePosixPath(typed.lstrip("/")).parts if part != "."]
    if ".." in parts or typed.startswith("//"):
        return None
    if parts[:1] == ["content"]:
        parts = parts[1:]
        if parts[:1] != ["images"]:
            return None
    if parts[:1] == ["images"]:
        parts = parts[1:]
    elif typed.startswith("/"):
        return None
    return "/".join(parts) or None
