"""What a visitor loads: few bytes, from one host, and nothing that jumps about."""

from __future__ import annotations

import gzip
from typing import TYPE_CHECKING

import pytest

from tests.budgets.page_kinds import PAGES
from tests.chromium import see_all, serve

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser

MOST_HTML, MOST_CSS, MOST_JAVASCRIPT = 14_000, 12_000, 6_000
_WATCH_SHIFTS = """
window.shift = 0;
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) window.shift += entry.value;
}).observe({type: 'layout-shift', buffered: true});
"""


@pytest.fixture(scope="module")
def output(sample_site: Path) -> Path:
    """Return the built sample site."""
    return sample_site / "output"


@pytest.fixture(scope="module")
def address(output: Path) -> Iterator[str]:
    """Return where it is served."""
    with serve(output) as url:
        yield url


def _weigh(path: Path) -> int:
    return len(gzip.compress(path.read_bytes(), 9, mtime=0))


def test_no_page_is_heavier_than_its_budget(output: Path) -> None:
    pages = list(output.rglob("*.html"))
    assert len(pages) > 300
    heavy = {path: _weigh(path) for path in pages if _weigh(path) > MOST_HTML}
    assert heavy == {}


def test_styles_and_scripts_keep_their_budgets(output: Path) -> None:
    assert sum(_weigh(path) for path in output.rglob("*.css")) <= MOST_CSS
    assert 0 < sum(_weigh(path) for path in output.rglob("*.js")) <= MOST_JAVASCRIPT


@pytest.mark.parametrize("path", PAGES.values(), ids=PAGES)
def test_a_page_asks_no_other_host_keeps_nothing_and_does_not_jump(
    path: str, browser: Browser, address: str
) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 844})
    context.add_init_script(_WATCH_SHIFTS)
    page = context.new_page()
    requests: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    page.goto(address + path)
    see_all(page)
    page.wait_for_load_state("networkidle")
    assert page.evaluate("window.shift") == 0
    assert all(request.startswith(f"{address}/") for request in requests)
    assert context.cookies() == []
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0
    context.close()
