"""The home page's promises: words that are all there to read, and numbers that are the ledger's."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Page


def test_what_is_set_large_stands_in_the_review_it_leads_to(tab: Page, address: str) -> None:
    tab.goto(f"{address}/")
    quote = tab.locator(".featured-quote")
    words = quote.locator("blockquote p").inner_text().replace("[…]", "")
    quote.get_by_role("link", name="Read the whole review").click()
    tab.wait_for_url("**/reviews/*/2*/")
    assert " ".join(words.split()) in " ".join(tab.locator("main").inner_text().split())


def test_the_numbers_are_those_of_the_review_policy(tab: Page, address: str) -> None:
    tab.goto(f"{address}/")
    received, shown, answered, _days = tab.locator(".numbers-figure").all_inner_texts()
    tab.get_by_role("link", name="What became of each").click()
    tab.wait_for_url("**/review-policy/#numbers")
    rows = tab.locator("table.ledger").first.locator("tr").all()
    counted = {row.locator(":scope > :first-child").inner_text(): row for row in rows}
    for name, figure in (("Received", received), ("Shown on this site today", shown)):
        assert counted[name].locator("td").last.inner_text() == figure
    assert f"({answered})" in tab.locator("main").inner_text()
