"""A visitor goes home → item → review → story → policy: phone and desktop, with and without script."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

PHONE = {"width": 360, "height": 740}
DESKTOP = {"width": 1440, "height": 900}
ITEM = {"en": "Clairvent Workshop Log", "fr": "Carnet d’atelier Clairvent"}


@pytest.fixture(params=[PHONE, DESKTOP], ids=["phone", "desktop"])
def size(request: pytest.FixtureRequest) -> dict[str, int]:
    """Return the size of a window."""
    found: dict[str, int] = request.param
    return found


@pytest.mark.parametrize("javascript", [True, False], ids=["script", "no-script"])
@pytest.mark.parametrize("language", ["en", "fr"])
def test_one_can_walk_the_whole_site(
    language: str, *, javascript: bool, size: dict[str, int], browser: Browser, address: str
) -> None:
    context = browser.new_context(viewport=size, java_script_enabled=javascript)  # type: ignore[arg-type]
    page = context.new_page()
    requests: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    start = "/" if language == "en" else "/fr/"
    page.goto(address + start)
    _expect_language(page, language)
    _follow(page, f"main a[href='{start}reviews/workshop-log/']")
    assert page.locator("h1").count() == 1
    _expect_language(page, language)
    _follow(page, f"main a[href^='{start}reviews/workshop-log/2']")
    assert page.locator("article, main blockquote, main .review").count() > 0
    page.goto(address + start)
    _follow(page, f"main a[href^='{start}stories/']")
    _expect_language(page, language)
    _follow(page, f"footer a[href='{start}review-policy/']")
    _expect_language(page, language)
    assert page.locator("table").count() > 0
    assert all(request.startswith(address) for request in requests)
    assert context.cookies() == []
    context.close()


@pytest.mark.parametrize("path", ["/", "/reviews/", "/reviews/carrier-trailer/", "/fr/stories/"])
def test_no_page_scrolls_sideways_on_a_small_phone(
    path: str, browser: Browser, address: str
) -> None:
    page = browser.new_page(viewport={"width": 320, "height": 640})
    page.goto(address + path)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    page.close()


def test_the_language_switch_leads_to_the_same_page(browser: Browser, address: str) -> None:
    page = browser.new_page()
    page.goto(f"{address}/reviews/pannier-bag/")
    page.get_by_role("link", name="Français").click()
    assert page.url == f"{address}/fr/reviews/pannier-bag/"
    page.get_by_role("link", name="English").click()
    assert page.url == f"{address}/reviews/pannier-bag/"
    page.close()


def test_a_former_address_leads_to_the_item(browser: Browser, address: str) -> None:
    page = browser.new_page()
    page.goto(f"{address}/products/old-trailer/")
    page.wait_for_url("**/reviews/carrier-trailer/")
    page.close()


def test_the_first_tab_stop_skips_to_the_content(browser: Browser, address: str) -> None:
    page = browser.new_page()
    page.goto(f"{address}/reviews/")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url("**#main")
    page.close()


def _follow(page: Page, selector: str) -> None:
    """Follow the first link that matches, by the keyboard: it must be focusable and seen."""
    link = page.locator(selector).first
    link.scroll_into_view_if_needed()
    assert link.is_visible()
    link.focus()
    with page.expect_navigation():
        page.keyboard.press("Enter")


def _expect_language(page: Page, language: str) -> None:
    assert page.locator("html").get_attribute("lang") == language
