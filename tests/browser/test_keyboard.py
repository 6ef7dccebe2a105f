"""Every kind of page by the keyboard alone: the tab key reaches all, in order, and shows it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.budgets.page_kinds import PAGES

if TYPE_CHECKING:
    from playwright.sync_api import Page

_WATCH = """() => {
  const usable = 'a[href], button:enabled, input:enabled, select:enabled, summary, [tabindex="0"]';
  const seen = {contentVisibilityAuto: true, visibilityProperty: true};
  window.left = new Set([...document.querySelectorAll(usable)].filter(one => one.checkVisibility(seen)));
  window.number = left.size;
  window.unseen = new Set();
  window.ringed = new Set();
  window.order = [];
  document.addEventListener('focusin', ({target}) => {
    left.delete(target);
    if (order.at(-1) !== target) order.push(target); // a carousel's own buttons count as the carousel
    const box = target.getBoundingClientRect();
    // A card's link draws its ring around the whole card, by what stands after it.
    const ring = [null, '::after'].map((part) => getComputedStyle(target, part))
      .some((style) => style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0);
    if (ring && box.width > 1 && box.height > 1) unseen.delete(target);
    else if (!ringed.has(target)) unseen.add(target);
    if (ring) ringed.add(target);
  });
  return number;
}"""
# The two of a carousel that the browser draws are in no document.
_BUTTONS = 4
_IN_ORDER = """() => order.slice(1).every((one, at) =>
  order[at].compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING)"""


@pytest.mark.parametrize("path", PAGES.values(), ids=PAGES)
def test_the_tab_key_reaches_all_that_can_be_used_in_reading_order_and_shows_it(
    path: str, tab: Page, address: str
) -> None:
    tab.set_viewport_size({"width": 1280, "height": 800})
    tab.goto(address + path)
    number = tab.evaluate(_WATCH)
    assert number > 5
    for _ in range(number):
        tab.keyboard.press("Tab")
    for _ in range(_BUTTONS):
        if tab.evaluate("left.size"):
            tab.keyboard.press("Tab")
    assert tab.evaluate("[...left].map(one => one.outerHTML.slice(0, 100))") == []
    assert tab.evaluate("[...unseen].map(one => one.outerHTML.slice(0, 100))") == []
    assert tab.evaluate(_IN_ORDER)


@pytest.mark.parametrize("path", PAGES.values(), ids=PAGES)
def test_the_skip_link_comes_first_and_leads_past_the_menu(
    path: str, tab: Page, address: str
) -> None:
    tab.goto(address + path)
    tab.keyboard.press("Tab")
    assert tab.evaluate("document.activeElement.getAttribute('href')") == "#main"
    tab.keyboard.press("Enter")
    tab.keyboard.press("Tab")
    assert tab.evaluate(
        "document.activeElement === document.body || document.activeElement.closest('main, footer') !== null"
    )
