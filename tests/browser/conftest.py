"""One served sample site for the whole folder, and one tab for whatever needs none of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.chromium import serve

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page


@pytest.fixture(scope="session")
def address(sample_site: Path) -> Iterator[str]:
    """Return where the sample site is served, with no slash at its end."""
    with serve(sample_site / "output") as url:
        yield url


@pytest.fixture(scope="session")
def kept_tab(browser: Browser) -> Iterator[Page]:
    """Return a tab that is never closed: a new one costs as much time as loading four pages in it."""
    context = browser.new_context()
    context.set_default_timeout(10_000)
    yield context.new_page()
    context.close()


@pytest.fixture
def tab(kept_tab: Page) -> Page:
    """Return that tab, with the window and the wishes of a new one; cookies and listeners would stay."""
    kept_tab.set_viewport_size({"width": 1280, "height": 720})
    kept_tab.emulate_media(
        media="screen", color_scheme="light", reduced_motion="no-preference", forced_colors="none"
    )
    kept_tab.mouse.move(0, 0)
    return kept_tab
