"""axe finds nothing: every kind of page, in light and in dark, and with text at 200 %."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import pytest

from tests.site_checks.node_packages import find_package

if TYPE_CHECKING:
    from playwright.sync_api import Page

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
# The colours asked for, the width of the window, and the size of the text: the page's own, or larger.
LOOKS: tuple[tuple[Literal["light", "dark"], int, str], ...] = (
    ("light", 1280, ""),
    ("light", 1280, "200%"),
    ("dark", 360, ""),
    ("dark", 360, "200%"),
)
_SIZE = "(size) => { document.documentElement.style.fontSize = size; }"
# What moves from one look to the next has to come to rest.
_RUN = """async () => {
  await Promise.all(document.getAnimations().map((one) => one.finished));
  return (await axe.run({resultTypes: ['violations']})).violations;
}"""


@pytest.mark.parametrize("path", PATHS)
def test_axe_finds_nothing(path: str, tab: Page, address: str) -> None:
    tab.goto(address + path)
    tab.evaluate((find_package("axe-core") / "axe.min.js").read_text(encoding="utf-8"))
    found = []
    for scheme, width, size in LOOKS:
        tab.emulate_media(color_scheme=scheme)
        tab.set_viewport_size({"width": width, "height": 800})
        tab.evaluate(_SIZE, size)
        for violation in tab.evaluate(_RUN):
            where = [node["target"] for node in violation["nodes"][:3]]
            found.append((scheme, width, size, violation["id"], where))
    assert found == []
