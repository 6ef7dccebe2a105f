"""Words can be read: the contrast of every pair of tokens, as the WCAG count it, in light and in dark."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

TOKENS = Path(__file__).parents[2] / "theme/static/css/tokens.css"
AAA, AA, SHAPES = 7.0, 4.5, 3.0
_GROUNDS = ("ground", "surface", "tint")
_PAIRS = (
    *(("words", ground, AAA) for ground in (*_GROUNDS, "notice")),
    *(("aside", ground, AAA) for ground in ("ground", "surface")),
    *(("aside", ground, AA) for ground in ("tint", "notice")),
    *(("link", ground, AAA) for ground in ("ground", "surface")),
    *(("link", ground, AA) for ground in ("tint", "notice")),
    *((shape, ground, SHAPES) for shape in ("rating", "focus") for ground in _GROUNDS),
    ("on-action", "action", AAA),
    ("on-panel", "panel", AAA),
    ("on-panel", "on-panel-notice", AAA),
    ("on-panel-aside", "panel", AAA),
    ("on-panel-accent", "panel", AA),
    ("panel", "on-panel-accent", AA),
)


def _read_schemes() -> dict[str, dict[str, str]]:
    """Return the colours of each scheme; in the dark those hold that are not set anew."""
    blocks = re.split(r"@media \(([\w-]+: )?(\w+)\)|@media print", TOKENS.read_text("utf-8"))
    light = _read_colours(blocks[0])
    dark = _read_colours(blocks[blocks.index("dark") + 1])
    return {"light": light, "dark": light | dark}


def _read_colours(css: str) -> dict[str, str]:
    return dict(re.findall(r"--([\w-]+): #([0-9a-f]{3,6});", css))


SCHEMES = _read_schemes()


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize(("upon", "ground", "least"), _PAIRS)
def test_what_is_written_stands_out_from_its_ground(
    upon: str, ground: str, least: float, scheme: str
) -> None:
    colours = SCHEMES[scheme]
    assert _contrast(colours[upon], colours[ground]) >= least


def test_the_dark_scheme_has_colours_of_its_own() -> None:
    assert SCHEMES["dark"]["ground"] != SCHEMES["light"]["ground"]
    assert _contrast("000", "ffffff") == pytest.approx(21)


def _contrast(one: str, other: str) -> float:
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    digits = colour if len(colour) == 6 else "".join(digit * 2 for digit in colour)
    red, green, blue = (_linear(int(digits[at : at + 2], 16) / 255) for at in (0, 2, 4))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
