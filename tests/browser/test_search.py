"""Full-text search over all reviews, where FULL_TEXT_SEARCH asks for Pagefind."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from ambassade.search_program import find_search_program
from tests.ambassade_command import files_of, run
from tests.browser.busy_site import write_busy_site
from tests.chromium import serve

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

WALL = "/reviews/"
ASKED = 'FULL_TEXT_SEARCH = "pagefind"\n'

pytestmark = pytest.mark.skipif(find_search_program() is None, reason="Pagefind is not installed")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the site of 500 reviews, built with a full-text index."""
    folder = tmp_path_factory.mktemp("searched") / "site"
    write_busy_site(folder, "https://example.com/sub")
    with (folder / "pelicanconf.py").open("a", encoding="utf-8") as conf:
        conf.write(ASKED)
    run("build", "--on", "2026-06-01", cwd=folder, check=0)
    return folder


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """Return a page, closed at the end."""
    context = browser.new_context()
    context.set_default_timeout(10_000)
    yield context.new_page()
    context.close()


@pytest.fixture(scope="module")
def address(site: Path) -> Iterator[str]:
    """Return where it is served, below a path."""
    with serve(site / "output", "/sub") as url:
        yield url


def _wait(page: Page, words: str) -> None:
    page.locator(".find-found").get_by_text(re.compile(words)).wait_for()


def _links(page: Page) -> list[str | None]:
    cards = page.locator(".wall > article").all()
    return [card.locator("a[href*='-no-']").first.get_attribute("href") for card in cards]


@pytest.mark.parametrize("prefix", ["", "/fr"])
def test_words_of_any_review_are_found_and_shown_as_the_wall_shows_them(
    prefix: str, page: Page, address: str
) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{address}{prefix}{WALL}", wait_until="networkidle")
    assert not [url for url in asked if "/pagefind/" in url]
    before = _links(page)
    page.get_by_role("searchbox").fill("rattles")
    _wait(page, "2$")
    found = sorted((str(link) for link in _links(page)), key=lambda link: link[-4:])
    assert [re.findall(r"no-(\d+)/", link)[0] for link in found] == ["377", "378"]
    assert page.url == f"{address}{prefix}{WALL}?q=rattles"
    assert page.evaluate("document.activeElement.name") == "q"
    page.get_by_role("searchbox").fill("")
    page.wait_for_url(f"{address}{prefix}{WALL}")
    page.wait_for_function("() => document.querySelectorAll('.wall > article').length === 20")
    assert _links(page) == before
    assert all(url.startswith(address) for url in asked)


def test_a_search_can_be_shared_goes_on_and_says_when_nothing_is_found(
    page: Page, address: str
) -> None:
    page.goto(f"{address}{WALL}?q=boils")
    _wait(page, r"\d{3}$")
    button = page.get_by_role("button", name="Show more reviews")
    button.focus()
    page.keyboard.press("Enter")
    page.wait_for_function("() => document.querySelectorAll('.wall > article').length === 40")
    at = "[...document.querySelectorAll('.wall > *')].indexOf(document.activeElement.closest('article'))"
    page.wait_for_function(f"() => {at} === 20")
    page.get_by_role("searchbox").fill("zzzqqq")
    _wait(page, "No review holds these words")
    assert _links(page) == []


def test_where_the_index_does_not_come_the_wall_stays(page: Page, address: str) -> None:
    page.route("**/pagefind/**", lambda route: route.abort())
    page.goto(address + WALL)
    before = _links(page)
    page.get_by_role("searchbox").fill("rattles")
    _wait(page, "The search does not answer")
    assert _links(page) == before


def test_the_index_is_ours_so_that_the_next_build_may_replace_it(site: Path) -> None:
    manifest = (site / "output/.ambassade-manifest.json").read_text(encoding="utf-8")
    assert '"pagefind/pagefind.js"' in manifest
    run("build", "--on", "2026-06-01", cwd=site, check=0)
    conf = site / "pelicanconf.py"
    asked = conf.read_text(encoding="utf-8")
    conf.write_text(asked.replace(ASKED, ""), encoding="utf-8")
    run("build", "--on", "2026-06-01", "--output", "plain", cwd=site, check=0)
    conf.write_text(asked, encoding="utf-8")
    plain = files_of(site / "plain")
    assert not [name for name in plain if "pagefind" in name]
    assert b"search.js" not in plain["reviews/index.html"]
