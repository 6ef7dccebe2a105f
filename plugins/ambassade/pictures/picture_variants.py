"""Which copies of a picture are offered to browsers: widths, formats, names. No pixel is looked at.

In: how large a picture is, where it is shown, what each copy weighs. Out: which copies to make, and
which of them are worth offering.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence


class Use(Enum):
    """How large a picture is shown: as a portrait, in a column, or over a whole page."""

    SMALL = (96, 192, 480)
    MIDDLE = (320, 640, 960, 1280)
    WIDE = (320, 640, 960, 1280, 1920)


SMALLEST: Final = 96
_NEARLY: Final = 1.15
# What a format or a copy must spare, or it is not worth its words in the page.
_LEAST_SHARE: Final = 0.9
_LEAST_BYTES: Final = 4_000
_SUFFIXES: Final = {"AVIF": "avif", "WEBP": "webp", "JPEG": "jpg", "PNG": "png"}
_PLAIN_OF: Final = {"JPEG": "JPEG", "MPO": "JPEG", "WEBP": "WEBP", "AVIF": "AVIF"}


@dataclass(frozen=True, slots=True)
class Variant:
    """A copy: its format as Pillow names it, its width in pixels, its bytes' number."""

    form: str
    width: int
    size: int


@dataclass(frozen=True, slots=True)
class Offered:
    """What a page offers of a picture: files and their widths, the smallest first.

    `sources`: by media type, the best first. `plain`: for a browser that knows none of these; none
    where the picture itself is all there is for it.
    """

    sources: tuple[tuple[str, tuple[tuple[str, int], ...]], ...]
    plain: tuple[tuple[str, int], ...]


def plan_widths(width: int, uses: Collection[Use]) -> list[int]:
    """Return the widths to make of a picture, ascending; none is larger than the picture.

    The last is the largest that any page can want; one that is nearly as wide as that is left out.
    """
    wanted = sorted({each for use in uses for each in use.value})
    if width < SMALLEST or not wanted:
        return []
    widest = min(width, wanted[-1])
    return [*(each for each in wanted if each * _NEARLY <= widest), widest]


def plan_forms(form: str, *, transparent: bool) -> tuple[str, ...]:
    """Return the formats to make of a picture in `form`, the one that every browser knows first."""
    plain = _PLAIN_OF.get(form) or ("PNG" if transparent else "JPEG")
    return (plain, *(each for each in ("WEBP", "AVIF") if plain not in {each, "AVIF"}))


def worth_offering(
    variants: Sequence[Variant], original: Variant, forms: Sequence[str]
) -> Iterator[Variant]:
    """Yield the copies that are smaller than what would be loaded without them.

    A format whose widest copy is hardly smaller is left out as a whole: a browser that knows it
    would else choose a narrower one, and show it blurred.
    """
    plain, *better = forms
    kept = list(_descend(_ladder(variants, plain), original.size, spared=_LEAST_BYTES))
    yield from kept
    widest = max((each.width for each in variants), default=0)
    least = kept[0].size if kept and kept[0].width == widest else original.size
    for form in better:
        ladder = _ladder(variants, form)
        if ladder and ladder[0].size < least * _LEAST_SHARE:
            yield from _descend(ladder, least)
            least = ladder[0].size


def offer(
    path: str, mark: str, kept: Iterable[Variant], original: Variant, forms: Sequence[str]
) -> Offered:
    """Return what pages offer of the picture at `path`, by the copies that are worth it."""
    ascending = sorted(kept, key=lambda each: each.width)
    files = {
        form: tuple(
            (name_variant(mark, each), each.width) for each in ascending if each.form == form
        )
        for form in forms
    }
    plain, *better = forms
    sources = tuple((f"image/{form.lower()}", files[form]) for form in better[::-1] if files[form])
    copies = files[plain]
    # Whoever gets no wide enough copy gets the picture itself.
    if copies and copies[-1][1] < min(original.width, ascending[-1].width):
        copies = (*copies, (path, original.width))
    return Offered(sources, copies)


def name_variant(mark: str, variant: Variant) -> str:
    """Return the path of a copy: short, as a page names many, and new where the picture is."""
    return f"images/{mark}-{variant.width}.{_SUFFIXES[variant.form]}"


def _ladder(variants: Sequence[Variant], form: str) -> list[Variant]:
    """Return the copies of one format, the widest first."""
    chosen = (each for each in variants if each.form == form)
    return sorted(chosen, key=lambda each: -each.width)


def _descend(ladder: Iterable[Variant], size: int, spared: int = 1) -> Iterator[Variant]:
    """Yield the copies that spare so many bytes against the one before, the first against `size`."""
    for each in ladder:
        if each.size <= size - spared:
            yield each
            size = each.size
