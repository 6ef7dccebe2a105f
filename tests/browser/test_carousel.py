"""The carousel of the home page: by keys and with no script, and never by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

_MOVED = "document.querySelector('.carousel').scrollLeft"


@pytest.mark.parametrize("javascript", [True, False], ids=["script", "no-script"])
def test_arrow_keys_scroll_it_and_it_stops_at_a_card(
    *, javascript: bool, browser: Browser, address: str
) -> None:
    context = browser.new_context(
        java_script_enabled=javascript,
        reduced_motion="reduce",
        viewport={"width": 1280, "height": 800},
    )
    page = context.new_page()
    page.goto(f"{address}/")
    region = page.locator(".carousel")
    assert region.get_attribute("tabindex") == "0"
    heading = page.locator(f"#{region.get_attribute('aria-labelledby')}")
    assert heading.inner_text().strip()
    second = region.locator("li").nth(1)
    before = second.bounding_box()
    region.focus()
    for _ in range(12):
        page.keyboard.press("ArrowRight")
        page.wait_for_timeout(40)
    after = second.bounding_box()
    assert before
    assert after
    assert after["x"] < before["x"]
    context.close()


def test_it_never_moves_by_itself(tab: Page, address: str) -> None:
    tab.goto(f"{address}/")
    tab.locator(".carousel").scroll_into_view_if_needed()
    tab.wait_for_timeout(1500)
    assert tab.evaluate(_MOVED) == 0


def test_every_card_of_it_can_be_reached_by_tabbing(tab: Page, address: str) -> None:
    tab.set_viewport_size({"width": 800, "height": 800})
    tab.emulate_media(reduced_motion="reduce")
    tab.goto(f"{address}/")
    last = tab.locator(".carousel li").last.locator("a").last
    last.focus()
    tab.wait_for_timeout(200)
    box = last.bounding_box()
    assert box
    assert 0 <= box["x"] < 800
