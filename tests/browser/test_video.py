"""A film asks nothing of its host before the click, then of that host alone; with no script it is a link."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser

PATH = "/reviews/carrier-trailer/2025-09-09-film-of-the-coast-ride/"
HOST = "media.example.com"


def test_nothing_is_asked_of_its_host_before_the_click_and_then_of_no_other(
    browser: Browser, address: str
) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.route(f"https://{HOST}/**", lambda route: route.fulfill(status=200, body=b""))
    hosts: list[str] = []
    page.on("request", lambda request: hosts.append(urlsplit(request.url).netloc))
    page.goto(address + PATH, wait_until="networkidle")
    here = urlsplit(address).netloc
    assert set(hosts) == {here}
    link = page.locator("a[data-plays]").first
    assert HOST in page.locator(".video").inner_text()
    link.focus()
    with page.expect_request(f"https://{HOST}/**"):
        page.keyboard.press("Enter")
    page.wait_for_timeout(300)
    assert set(hosts) == {here, HOST}
    assert page.url == address + PATH
    assert context.cookies() == []
    context.close()


def test_where_it_does_not_play_the_link_comes_back_with_the_focus(
    browser: Browser, address: str
) -> None:
    page = browser.new_page()
    page.route(f"https://{HOST}/**", lambda route: route.abort())
    page.goto(address + PATH)
    page.locator("a[data-plays]").first.click()
    link = page.locator("a.video-link")
    link.wait_for()
    page.wait_for_function("() => document.activeElement.matches('a.video-link')")
    page.close()


@pytest.mark.parametrize("blocked", [True, False], ids=["blocked", "no-script"])
def test_without_its_script_it_is_a_link_to_the_film(
    *, blocked: bool, browser: Browser, address: str
) -> None:
    context = browser.new_context(java_script_enabled=blocked)
    page = context.new_page()
    page.route("**/video.js", lambda route: route.abort())
    page.goto(address + PATH)
    link = page.locator("a.video-link").first
    assert urlsplit(link.get_attribute("href") or "").netloc == HOST
    assert link.is_visible()
    context.close()
