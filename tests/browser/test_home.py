"""The home page's promises: words that are all there to read, and numbers that are the ledger's."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Browser


def test_what_is_set_large_stands_in_the_review_it_leads_to(browser: Browser, address: str) -> None:
    page = browser.new_page()
    page.goto(f"{address}/")
    quote = page.locator(".featured-quote")
    words = quote.locator("blockquote p").inner_text().replace("[…]", "")
    quote.get_by_role("link", name="Read the whole review").click()
    page.wait_for_url("**/reviews/*/2*/")
    assert " ".join(words.split()) in " ".join(page.locator("main").inner_text().split())
    page.close()


def test_the_numbers_are_those_of_the_review_policy(browser: Browser, address: str) -> None:
    page = browser.new_page()
    page.goto(f"{address}/")
    received, shown, answered, _days = page.locator(".numbers-figure").all_inner_texts()
    page.get_by_role("link", name="What became of each").click()
    page.wait_for_url("**/review-policy/#numbers")
    rows = page.locator("table.ledger").first.locator("tr").all()
    counted = {row.locator(":scope > :first-child").inner_text(): row for row in rows}
    for name, figure in (("Received", received), ("Shown on this site today", shown)):
        assert counted[name].locator("td").last.inner_text() == figure
    assert f"({answered})" in page.locator("main").inner_text()
    page.close()
