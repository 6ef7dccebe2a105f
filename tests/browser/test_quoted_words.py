"""What customers quote of others is told apart by sight from their own words, wherever these stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.ambassade_command import run
from tests.chromium import serve
from tests.rules.sample_site import write_file, write_site

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Page

REVIEW = """\
author: Marie Dupont
reviewRating: 2
reviewBody: "They said:\\n\\n> It boils.\\n\\nIt does not."
reply: {text: "You say:\\n\\n> It does not.\\n\\nWe are sorry."}
translations: {fr: {reviewBody: "Ils ont dit :\\n\\n> Elle bout.\\n\\nNon."}}
"""
LEFT = "(one) => one.getBoundingClientRect().left"


@pytest.fixture(scope="module")
def quoting(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Return where a site is served whose one review quotes somebody."""
    site = tmp_path_factory.mktemp("quoting")
    write_site(site)
    write_file(site, "reviews/kettle/2026-05-14-kqgx.yaml", REVIEW.encode())
    run("build", "--on", "2026-06-01", cwd=site, check=0)
    with serve(site / "output") as address:
        yield address


@pytest.mark.parametrize(
    ("way", "words"),
    [
        ("reviews/", ".quote-card-words"),
        ("reviews/kettle/", ".review-body"),
        ("reviews/kettle/", ".reply-text"),
        ("reviews/kettle/", ".translation-words"),
        ("reviews/kettle/2026-05-14-kqgx/", ".review-body"),
    ],
)
def test_a_quotation_stands_further_in_beside_a_line(
    tab: Page, quoting: str, way: str, words: str
) -> None:
    tab.set_viewport_size({"width": 320, "height": 640})
    tab.goto(f"{quoting}/{way}")
    for summary in tab.locator(".translation > summary").all():
        summary.click()
    own = tab.locator(f"{words} > p").first
    quoted = tab.locator(f"{words} > blockquote")
    line = quoted.evaluate("(one) => getComputedStyle(one).borderInlineStartWidth")
    assert line == "3px"
    assert quoted.locator("p").evaluate(LEFT) > own.evaluate(LEFT) + 10
