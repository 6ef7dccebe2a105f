"""What a phone loads of a picture: a good format, wide enough for its screen and no wider."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.chromium import see_all

if TYPE_CHECKING:
    from playwright.sync_api import Browser

_CHOSEN = """
() => [...document.images].filter((image) => image.currentSrc.includes('/images/')).map((image) => ({
  source: image.currentSrc,
  needed: Math.min(image.getBoundingClientRect().width * devicePixelRatio, image.getAttribute('width')),
  ratio: devicePixelRatio,
}))
"""
_WATCH = """
window.shift = 0;
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) window.shift += entry.value;
}).observe({type: 'layout-shift', buffered: true});
"""


@pytest.mark.parametrize("width", [390, 1440], ids=["phone", "desktop"])
def test_the_picture_of_an_item_is_an_avif_of_a_fitting_width(
    width: int, browser: Browser, address: str
) -> None:
    context = browser.new_context(viewport={"width": width, "height": 844}, device_scale_factor=2)
    context.add_init_script(_WATCH)
    page = context.new_page()
    page.goto(f"{address}/reviews/carrier-trailer/")
    see_all(page)
    assert page.evaluate("window.shift") == 0
    source = page.locator("img.item-picture").evaluate("image => image.currentSrc")
    assert source.endswith("-960.avif")
    copies = [one for one in page.evaluate(_CHOSEN) if "-" in one["source"].rpartition("/")[2]]
    for one in copies:
        name = one["source"].rpartition("-")[2].partition(".")
        if name[0].isdecimal() and name[2] in {"avif", "webp", "jpg"}:
            assert int(name[0]) >= one["needed"] * 0.95, one
            assert int(name[0]) <= max(96, one["needed"] * 2.1), one
    context.close()
