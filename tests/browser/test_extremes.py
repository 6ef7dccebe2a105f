"""What nobody designs for: endless words, words from right to left, 3,000 of them, and none at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.ambassade_command import run
from tests.chromium import serve
from tests.rules.sample_site import write_file, write_site

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

WIDTHS = (320, 1440)
LONG = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"
ADDRESS = "https://www.example.com/a/very/long/way/" + "without-any-break/" * 4
HEBREW = "הקומקום רותח לפני שאני מוצא את הכוס. הידית נשארת קרירה, והמכסה נשאר סגור."
SETTINGS = f"""\
SITEURL = "https://example.com"
SITENAME = "{LONG}"
DEFAULT_LANG = "en"
LANGUAGES = ["en", "he"]
LEAVE_REVIEW_URL = "https://example.com/leave/"
HEADLINE = "{LONG} {LONG}"
TAGLINE = "{ADDRESS}"
REVIEW_POLICY = {{"verification": "{LONG} {ADDRESS}"}}
COMPANY = {{"name": "{LONG}", "url": "{ADDRESS}", "email": "{"a" * 60}@example.com",
           "description": "{LONG}", "address": {{"streetAddress": "{LONG} 1"}}}}
"""
ITEM = f"""\
type: Product
name: {LONG}
description: {LONG} {ADDRESS}
brand: {LONG}
collection: complete
"""
EMPTY = "type: Product\nname: Unsold\ncollection: complete\n"
ENDLESS = f"""\
author:
  name: {LONG}
  display: full
  jobTitle: {LONG}
  worksFor: {LONG} und Söhne
  url: {ADDRESS}
reviewRating: 4
name: {LONG} {LONG}
keywords: [{LONG}]
reviewAspect: {{{LONG}: 3}}
featured: true
reviewBody: |
  {LONG} and {ADDRESS}

  - {LONG}
reply: {{text: {LONG}, author: {LONG}, datePublished: 2026-05-15}}
provenance: {{source: email, incentive: {LONG}}}
consent: {{given: 2026-05-14, scope: [text, name]}}
"""
FROM_THE_RIGHT = f"""\
author: {{name: ליאור כהן, display: initial}}
reviewRating: 4
name: שירות מצוין.
inLanguage: he
reviewAspect: {{{LONG}: 4}}
reviewBody: {HEBREW}
reply:
  text: {HEBREW}
"""
MANY_WORDS = "\n\n".join(f"  {' '.join(['word'] * 149)} number{part}." for part in range(20))
LENGTHY = f"""\
author: Ann Baker
reviewRating: 4
reviewAspect: {{{LONG}: 4}}
reviewBody: |
{MANY_WORDS}
"""
STORY = f"""\
Title: {LONG}
Slug: endless
Date: 2026-05-01
Summary: {ADDRESS}
Client: {LONG}
Item: long
Reviews: long/2026-05-14-endless
Results: 1.234.567.890.123,45 € {LONG} | {LONG}

> {LONG}

    code {LONG} {LONG}

| {LONG} | b |
|---|---|
| {LONG} | {ADDRESS} |
"""
_FILES = {
    "pelicanconf.py": SETTINGS,
    "reviews/long/item.yaml": ITEM,
    "reviews/long/2026-05-14-endless.yaml": ENDLESS,
    "reviews/long/2026-05-13-from-the-right.yaml": FROM_THE_RIGHT,
    "reviews/long/2026-05-12-lengthy.yaml": LENGTHY,
    "reviews/kettle/item.yaml": EMPTY,
    "content/stories/endless.md": STORY,
}
# What can be used and is cut off at the window's side, with nothing to scroll it by.
_LOST = """() => [...document.querySelectorAll('a[href], button, input, select, summary')].filter((one) => {
  const {left, right, width} = one.getBoundingClientRect();
  const scrolls = (at) => at && (getComputedStyle(at).overflowX === 'auto' || scrolls(at.parentElement));
  const isOut = left < -1 || right > innerWidth + 1;
  return width && isOut && !one.matches('.skip-link') && !scrolls(one.parentElement);
}).map((one) => one.outerHTML.slice(0, 80))"""
_LINKS = """() => [...document.links].filter((one) => one.origin === location.origin)
  .map((one) => one.pathname).filter((path) => path.endsWith('/'))"""
_SIDES = """(name) => {
  const range = document.createRange(), text = name.firstChild;
  return [0, text.length - 1].map((at) => {
    range.setStart(text, at);
    range.setEnd(text, at + 1);
    return range.getBoundingClientRect().left;
  });
}"""


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the built site."""
    site = tmp_path_factory.mktemp("extremes") / "site"
    write_site(site)
    for name, text in _FILES.items():
        write_file(site, name, text.encode())
    run("build", "--on", "2026-06-01", cwd=site, check=0)
    return site / "output"


@pytest.fixture(scope="module")
def address(output: Path) -> Iterator[str]:
    """Return where it is served."""
    with serve(output) as url:
        yield url


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    """Return a page for all of these tests."""
    context = browser.new_context()
    yield context.new_page()
    context.close()


def test_every_page_is_reached_by_links_and_none_is_wider_than_its_window(
    page: Page, output: Path, address: str
) -> None:
    waiting, seen, faults = ["/"], {"/"}, []
    while waiting:
        path = waiting.pop()
        page.goto(address + path)
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 800})
            wide, lost = page.evaluate(f"[document.documentElement.scrollWidth, ({_LOST})()]")
            if wide > width or lost:
                faults.append((path, width, wide, lost))
        found = set(page.evaluate(_LINKS)) - seen
        seen |= found
        waiting += found
    assert faults == []
    written = {f"/{each.parent.relative_to(output)}/" for each in output.rglob("index.html")}
    assert {each.replace("/./", "/") for each in written} == seen


def test_words_and_pages_run_in_the_direction_of_their_language(page: Page, address: str) -> None:
    page.goto(f"{address}/reviews/long/")
    hebrew = page.locator("#\\32 026-05-13-from-the-right")
    for part in (".review-title", ".review-body", ".reply-text"):
        assert hebrew.locator(part).evaluate("one => getComputedStyle(one).direction") == "rtl"
    assert hebrew.evaluate("one => getComputedStyle(one).direction") == "ltr"
    first, full_stop = hebrew.locator(".author-name").evaluate(_SIDES)
    assert full_stop < first
    page.goto(f"{address}/he/reviews/long/")
    assert page.evaluate("getComputedStyle(document.body).direction") == "rtl"
    assert hebrew.locator(".review-body").get_attribute("dir") is None
    english = page.locator("#\\32 026-05-12-lengthy .review-body")
    assert english.evaluate("one => getComputedStyle(one).direction") == "ltr"


def test_three_thousand_words_stand_whole_on_their_page_and_begun_elsewhere(
    page: Page, address: str
) -> None:
    page.goto(f"{address}/reviews/long/2026-05-12-lengthy/")
    assert len(page.locator(".review-body").inner_text().split()) == 3_000
    assert page.locator(".review-body > p").count() == 20
    page.goto(f"{address}/reviews/")
    card = page.locator(".quote-card", has_text="Ann B.")
    assert 50 < len(card.locator(".quote-card-words").inner_text().split()) < 300
    card.get_by_role("link", name="Read the whole review").click()
    assert page.url == f"{address}/reviews/long/2026-05-12-lengthy/"


def test_an_item_nobody_has_reviewed_says_so_and_asks_for_the_first(
    page: Page, address: str
) -> None:
    page.goto(f"{address}/reviews/kettle/")
    empty = page.locator(".empty")
    assert empty.get_by_text("There are no reviews yet.").is_visible()
    assert empty.get_by_role("link", name="Leave the first one").is_visible()
    assert page.locator(".find, .facet-links").count() == 0


def test_text_twice_as_large_leaves_a_review_as_wide_as_its_column(
    page: Page, address: str
) -> None:
    page.set_viewport_size({"width": 1280, "height": 800})
    page.goto(f"{address}/reviews/long/")
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    assert page.evaluate("document.documentElement.scrollWidth") == 1280
    words, column = (
        page.locator(name).last.bounding_box() for name in (".review-words", ".review-list")
    )
    assert words
    assert column
    assert words["width"] == column["width"]
