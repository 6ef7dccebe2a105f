"""A review's own page tells what happened to it, in order; its item's page stays short."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tests.ambassade_command import run
from tests.lock.locked_site import CORRECTED, REVIEW, TODAY, make_site

if TYPE_CHECKING:
    from pathlib import Path

REST = """\
  - {date: 2026-05-28, by: author, reason: <i>Commas</i>.}
dateModified: 2026-05-28
reply: {text: Thank you., datePublished: 2026-05-26}
provenance: {source: form, verification: order, evidence: order-7f3a91}
"""


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the built site with one review that much happened to."""
    site = make_site(tmp_path_factory.mktemp("site"), REVIEW + CORRECTED + REST, locked=False)
    run("build", "--on", TODAY, cwd=site, check=0)
    return site / "output"


def _history(page: str) -> list[str]:
    (section,) = re.findall(r'<section class="review-history">(.*?)</section>', page, re.DOTALL)
    assert section.count("<ol>") == 1
    return [
        re.sub(r"<[^>]+>", "", line) for line in re.findall(r"<li>(.*?)</li>", section, re.DOTALL)
    ]


def test_a_reviews_page_tells_its_history_in_order_and_each_thing_once(output: Path) -> None:
    page = (output / "reviews/kettle/2026-05-14-saved-us-a-week/index.html").read_text("utf-8")
    assert _history(page) == [
        "Date of experience: May 1, 2026",
        "Received on May 10, 2026",
        "Published on May 14, 2026",
        "Corrected on May 25, 2026 at the author’s request: The author found a better word.",
        "Answered on May 26, 2026",
        "Corrected on May 28, 2026 at the author’s request: &lt;i&gt;Commas&lt;/i&gt;.",
    ]
    assert page.count("Published on") == 1
    assert page.count("better word") == 1
    assert "order-7f3a91" not in page


def test_an_items_page_has_no_history_and_tells_corrections(output: Path) -> None:
    page = (output / "reviews/kettle/index.html").read_text("utf-8")
    assert "review-history" not in page.partition("<body")[2]
    assert "Published on" in page
    assert "better word" in page
