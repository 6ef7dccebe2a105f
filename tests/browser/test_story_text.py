"""What Markdown makes of a story's text can be told apart by sight, and begins where it is read from."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.ambassade_command import run
from tests.chromium import serve
from tests.rules.sample_site import write_file, write_site

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Page

TEXT = """\
Title: Kettles
Slug: kettles
Date: 2026-05-01

They float.

#### Of iron

##### Of rust

They sink.

Term
:   Its meaning
"""
HEBREW = """\
Title: סיפור על קומקומים
Slug: hebrew
Date: 2026-05-01
Lang: he
Client: Kettle Works
Summary: מים.

הקומקום רותח.
"""
_RANGE = "const r = document.createRange(); r.selectNodeContents(one)"
LEFT = "(one) => one.getBoundingClientRect().left"
RIGHT_EDGE = f"(one) => {{ {_RANGE}; return r.getBoundingClientRect().right }}"


@pytest.fixture(scope="module")
def stories(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Return where a site with two stories is served."""
    site = tmp_path_factory.mktemp("stories")
    write_site(site)
    write_file(site, "content/stories/kettles.md", TEXT.encode())
    write_file(site, "content/stories/hebrew.md", HEBREW.encode())
    run("build", "--on", "2026-06-01", cwd=site, check=0)
    with serve(site / "output") as address:
        yield address


def test_small_headings_and_terms_stand_out(stories: str, tab: Page) -> None:
    tab.goto(f"{stories}/stories/kettles/")
    weigh = "(one) => Number(getComputedStyle(one).fontWeight)"
    plain = tab.locator(".prose > p").last.evaluate(weigh)
    for name in ("h4", "h5", "dt"):
        assert tab.locator(f".prose {name}").evaluate(weigh) > plain
    term, meaning = (tab.locator(f".prose {name}").evaluate(LEFT) for name in ("dt", "dd"))
    assert meaning > term


def test_words_from_the_right_begin_at_one_edge(stories: str, tab: Page) -> None:
    tab.set_viewport_size({"width": 1280, "height": 900})
    tab.goto(f"{stories}/stories/hebrew/")
    header = (tab.locator(f".story-header > {name}") for name in ("h1", ".lead", ".kicker"))
    edges = [one.evaluate(RIGHT_EDGE) for one in header]
    assert max(edges) - min(edges) < 3
