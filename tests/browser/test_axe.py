"""axe finds nothing: every kind of page, in light and in dark, and with text at 200 %."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.site_checks.node_packages import find_package

if TYPE_CHECKING:
    from playwright.sync_api import Browser

PATHS = (
    "/",
    "/fr/",
    "/reviews/",
    "/fr/reviews/workshop-log/page/2/",
    "/reviews/carrier-trailer/",
    "/reviews/long-rides-book/",
    "/fr/reviews/clairvent-cycles/",
    "/reviews/carrier-trailer/2025-09-09-film-of-the-coast-ride/",
    "/topics/",
    "/fr/topics/support/",
    "/stories/",
    "/stories/bike-fleet-nantes/",
    "/fr/review-policy/",
    "/legal-notice/",
    "/404.html",
)
_RUN = "async () => (await axe.run({resultTypes: ['violations']})).violations"


@pytest.mark.parametrize("large", [False, True], ids=["usual", "200-percent"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(scheme: str, *, large: bool, browser: Browser, address: str) -> None:
    axe = (find_package("axe-core") / "axe.min.js").read_text(encoding="utf-8")
    width = 360 if scheme == "dark" else 1280
    context = browser.new_context(
        color_scheme="dark" if scheme == "dark" else "light",
        viewport={"width": width, "height": 800},
    )
    page = context.new_page()
    found = []
    for path in PATHS:
        page.goto(address + path)
        if large:
            page.evaluate("document.documentElement.style.fontSize = '200%'")
        page.evaluate(axe)
        for violation in page.evaluate(_RUN):
            where = [node["target"] for node in violation["nodes"][:3]]
            found.append((path, violation["id"], where))
    context.close()
    assert found == []
