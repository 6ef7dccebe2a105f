"""What a visitor asked of the browser is kept: less motion, own colours, paper, small windows, large text."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.budgets.page_kinds import PAGES

if TYPE_CHECKING:
    from playwright.sync_api import Page

_MOVING = """() => [...document.querySelectorAll('*')].filter((one) => {
  const style = getComputedStyle(one);
  const moves = [style.transitionDuration, style.animationDuration].join().split(',');
  return moves.some((time) => parseFloat(time) > 0.01) || style.scrollBehavior === 'smooth';
}).map((one) => one.outerHTML.slice(0, 80))"""
_TEXT = "document.body.innerText.replace(/\\s+/g, ' ')"
# Of all that is drawn: whether it can be told from what it stands on.
_UNSEEN = """() => [...document.querySelectorAll('main svg :is(use, path, rect, circle, polyline, line)')]
  .filter((one) => one.checkVisibility() && one.getBoundingClientRect().width > 0)
  .filter((one) => !one.closest('svg').querySelector('[clip-path], [mask]'))
  .filter((one) => {
    const style = getComputedStyle(one);
    const canvas = getComputedStyle(document.documentElement).backgroundColor;
    return [style.fill, style.stroke].every((paint) => ['none', canvas].includes(paint))
      && getComputedStyle(one.closest('svg')).outlineStyle === 'none';
  })
  .map((one) => one.closest('svg').outerHTML.slice(0, 120))"""
_CUT = """() => [...document.querySelectorAll('main *')].filter((one) => {
  const style = getComputedStyle(one);
  const cuts = [style.overflowX, style.overflowY].some((way) => way !== 'visible');
  const hides = one.closest('.visually-hidden, svg, select, input, img, picture');
  if (!cuts || hides || !one.checkVisibility() || !one.textContent.trim()) return false;
  return one.scrollWidth > one.clientWidth + 1 || one.scrollHeight > one.clientHeight + 1;
}).map((one) => one.outerHTML.slice(0, 100))"""


@pytest.mark.parametrize("path", PAGES.values(), ids=PAGES)
def test_where_less_motion_is_wanted_nothing_moves(path: str, tab: Page, address: str) -> None:
    tab.emulate_media(reduced_motion="reduce")
    tab.goto(address + path)
    assert tab.evaluate(_MOVING) == []


@pytest.mark.parametrize("path", PAGES.values(), ids=PAGES)
def test_in_the_visitors_own_colours_nothing_disappears(path: str, tab: Page, address: str) -> None:
    tab.goto(address + path)
    text = tab.evaluate(_TEXT)
    tab.emulate_media(forced_colors="active")
    assert tab.evaluate(_TEXT) == text
    assert tab.evaluate(_UNSEEN) == []


@pytest.mark.parametrize("path", PAGES.values(), ids=PAGES)
def test_on_paper_no_text_is_cut(path: str, tab: Page, address: str) -> None:
    tab.set_viewport_size({"width": 700, "height": 900})
    tab.goto(address + path)
    tab.emulate_media(media="print")
    assert tab.evaluate("document.documentElement.scrollWidth") <= 700
    assert tab.evaluate(_CUT) == []
    assert tab.locator("h1").is_visible()


def test_on_paper_the_cards_of_a_row_stand_in_the_column(tab: Page, address: str) -> None:
    tab.set_viewport_size({"width": 700, "height": 900})
    tab.goto(address)
    tab.emulate_media(media="print")
    heading, card = (tab.locator(each).first for each in ("#own-words", ".carousel-track > li"))
    begin = "(one) => Math.round(one.getBoundingClientRect().left)"
    assert card.evaluate(begin) == heading.evaluate(begin)


@pytest.mark.parametrize("large", [False, True], ids=["usual", "200-percent"])
@pytest.mark.parametrize("path", PAGES.values(), ids=PAGES)
def test_nothing_scrolls_sideways_on_the_smallest_phone(
    path: str, *, large: bool, tab: Page, address: str
) -> None:
    tab.set_viewport_size({"width": 320, "height": 640})
    tab.goto(address + path)
    if large:
        tab.evaluate("document.documentElement.style.fontSize = '200%'")
    assert tab.evaluate("document.documentElement.scrollWidth") <= 320


@pytest.mark.parametrize("path", PAGES.values(), ids=PAGES)
def test_the_language_switch_leads_to_the_same_page_and_back(
    path: str, tab: Page, address: str
) -> None:
    tab.goto(address + path)
    here = tab.url
    language = tab.locator("html").get_attribute("lang")
    other = "fr" if language == "en" else "en"
    partner = tab.locator(f"head link[hreflang={other}]")
    partner_path = None
    if partner.count():
        partner_path = "/" + (partner.get_attribute("href") or "").split("/", 3)[3]
    switch = tab.locator(f"header a[hreflang={other}]")
    assert switch.get_attribute("href") == (partner_path or ("/fr/" if other == "fr" else "/"))
    switch.click()
    assert tab.locator("html").get_attribute("lang") == other
    if partner_path:
        tab.locator(f"header a[hreflang={language}]").click()
        assert tab.url == here
