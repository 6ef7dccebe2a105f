"""A visitor goes home → item → review → story → policy: phone and desktop, with and without script."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page, Request, ViewportSize

PHONE: ViewportSize = {"width": 360, "height": 740}
DESKTOP: ViewportSize = {"width": 1440, "height": 900}


@pytest.fixture(scope="module", params=[True, False], ids=["script", "no-script"])
def page(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Page]:
    """Return the tab of a visitor who comes several times."""
    context = browser.new_context(java_script_enabled=request.param)
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["phone", "desktop"])
@pytest.mark.parametrize("language", ["en", "fr"])
def test_one_can_walk_the_whole_site(
    language: str, size: ViewportSize, page: Page, address: str
) -> None:
    page.set_viewport_size(size)
    requests: list[str] = []

    def note(request: Request) -> None:
        requests.append(request.url)

    page.on("request", note)
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
    page.remove_listener("request", note)
    assert len(requests) > 6
    assert all(request.startswith(address) for request in requests)
    assert page.context.cookies() == []


@pytest.mark.parametrize("path", ["/", "/reviews/", "/reviews/carrier-trailer/", "/fr/stories/"])
def test_no_page_scrolls_sideways_on_a_small_phone(path: str, tab: Page, address: str) -> None:
    tab.set_viewport_size({"width": 320, "height": 640})
    tab.goto(address + path)
    assert tab.evaluate("document.documentElement.scrollWidth") <= 320


def test_the_language_switch_leads_to_the_same_page(tab: Page, address: str) -> None:
    tab.goto(f"{address}/reviews/pannier-bag/")
    tab.get_by_role("link", name="Français").click()
    assert tab.url == f"{address}/fr/reviews/pannier-bag/"
    tab.get_by_role("link", name="English").click()
    assert tab.url == f"{address}/reviews/pannier-bag/"


def test_a_former_address_leads_to_the_item(tab: Page, address: str) -> None:
    tab.goto(f"{address}/products/old-trailer/")
    tab.wait_for_url("**/reviews/carrier-trailer/")


def test_the_first_tab_stop_skips_to_the_content(tab: Page, address: str) -> None:
    tab.goto(f"{address}/reviews/")
    tab.keyboard.press("Tab")
    tab.keyboard.press("Enter")
    tab.wait_for_url("**#main")


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
