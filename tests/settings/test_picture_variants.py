"""Which copies of a picture are made, and which are worth offering."""

from __future__ import annotations

import pytest

from ambassade.pictures.picture_variants import (
    Use,
    Variant,
    offer,
    plan_forms,
    plan_widths,
    worth_offering,
)

ALL = ("JPEG", "WEBP", "AVIF")


@pytest.mark.parametrize(
    ("width", "uses", "widths"),
    [
        (320, {Use.SMALL}, [96, 192, 320]),
        (4000, {Use.SMALL}, [96, 192, 480]),
        (1000, {Use.MIDDLE}, [320, 640, 1000]),
        (1200, {Use.MIDDLE}, [320, 640, 960, 1200]),
        (4000, {Use.MIDDLE}, [320, 640, 960, 1280]),
        (4000, {Use.WIDE}, [320, 640, 960, 1280, 1920]),
        (600, {Use.SMALL, Use.MIDDLE}, [96, 192, 320, 480, 600]),
        (96, {Use.SMALL}, [96]),
        (95, {Use.SMALL}, []),
        (1200, set(), []),
    ],
)
def test_no_copy_is_wider_than_the_picture(width: int, uses: set[Use], widths: list[int]) -> None:
    assert plan_widths(width, uses) == widths


@pytest.mark.parametrize(
    ("form", "transparent", "forms"),
    [
        ("JPEG", False, ("JPEG", "WEBP", "AVIF")),
        ("MPO", False, ("JPEG", "WEBP", "AVIF")),
        ("PNG", False, ("JPEG", "WEBP", "AVIF")),
        ("PNG", True, ("PNG", "WEBP", "AVIF")),
        ("GIF", True, ("PNG", "WEBP", "AVIF")),
        ("WEBP", True, ("WEBP", "AVIF")),
        ("AVIF", False, ("AVIF",)),
    ],
)
def test_what_is_transparent_stays_so(
    form: str, *, transparent: bool, forms: tuple[str, ...]
) -> None:
    assert plan_forms(form, transparent=transparent) == forms


def _variants(**sizes: dict[int, int]) -> list[Variant]:
    return [
        Variant(form, width, size) for form, each in sizes.items() for width, size in each.items()
    ]


def test_a_copy_that_is_not_smaller_than_the_next_is_left_out() -> None:
    variants = _variants(JPEG={320: 9_000, 640: 50_000, 960: 96_000}, WEBP={320: 5_000, 640: 4_000})
    kept = list(worth_offering(variants, Variant("JPEG", 960, 90_000), ALL))
    assert {(each.form, each.width) for each in kept} == {
        ("JPEG", 320),
        ("JPEG", 640),
        ("WEBP", 640),
    }


def test_a_format_that_is_hardly_smaller_at_its_widest_is_left_out_whole() -> None:
    variants = _variants(
        JPEG={640: 50_000}, WEBP={320: 9_000, 640: 40_000}, AVIF={320: 1_000, 640: 39_000}
    )
    kept = list(worth_offering(variants, Variant("JPEG", 1000, 90_000), ALL))
    assert {each.form for each in kept} == {"JPEG", "WEBP"}


def test_the_picture_itself_is_offered_where_no_copy_is_as_wide() -> None:
    original = Variant("PNG", 1000, 90_000)
    kept = _variants(JPEG={320: 9_000}, WEBP={320: 5_000, 1000: 20_000})
    offered = offer("images/a b.png", "0f", kept, original, ALL)
    assert offered.plain == (("images/0f-320.jpg", 320), ("images/a b.png", 1000))
    assert offered.sources == (
        ("image/webp", (("images/0f-320.webp", 320), ("images/0f-1000.webp", 1000))),
    )


def test_a_picture_without_plain_copies_needs_no_choice() -> None:
    kept = _variants(WEBP={320: 5_000})
    assert offer("images/a.png", "0f", kept, Variant("PNG", 320, 9_000), ALL).plain == ()
