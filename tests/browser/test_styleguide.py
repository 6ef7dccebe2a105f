"""The style guide: every widget is there with its examples, for who works on the site only."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from ambassade.pages.styleguide import find_widgets
from tests.ambassade_command import REPOSITORY, SAMPLE_DAY, copy_sample, run
from tests.site_checks.node_packages import find_package

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser

TEMPLATES = REPOSITORY / "theme" / "templates"
_IMPORT = re.compile(r"""{%-?\s*(?:from|include|extends)\s+"([^"]+)\"""")
# What stands once on a page, such as the breadcrumb, is shown a second time as an example.
_RUN = """
async () => (await axe.run({
  resultTypes: ['violations'], rules: {'landmark-unique': {enabled: false}}
})).violations
"""


def _reach(name: str, found: set[str]) -> set[str]:
    """Return every template that `name` takes something from."""
    if name not in found:
        found.add(name)
        for other in _IMPORT.findall((TEMPLATES / name).read_text(encoding="utf-8")):
            _reach(other, found)
    return found


def test_what_an_example_is_labelled_by_is_there(sample_site: Path) -> None:
    html = (sample_site / "output/styleguide/index.html").read_text(encoding="utf-8")
    named = set(" ".join(re.findall(r'aria-labelledby="([^"]+)"', html)).split())
    assert named <= {*re.findall(r'\bid="([^"]+)"', html)}


def test_every_widget_is_shown_by_an_example() -> None:
    shown = _reach("base.html", set())
    for name in find_widgets():
        shown |= _reach(f"widgets/{name}.examples.html", set())
    all_widgets = {
        f"widgets/{path.name}"
        for path in (TEMPLATES / "widgets").glob("*.html")
        if "{% macro" in path.read_text(encoding="utf-8")
    }
    assert all_widgets - shown == set()


def test_a_widget_with_a_style_of_its_own_has_examples_of_its_own() -> None:
    parts = {"card", "facts", "picture", "review_dates"}  # of cards, lists, whole widgets
    styled = {path.stem for path in (TEMPLATES / "widgets").glob("*.css")}
    assert styled - parts - set(find_widgets()) == set()


def test_it_shows_every_example(sample_site: Path) -> None:
    html = (sample_site / "output/styleguide/index.html").read_text(encoding="utf-8")
    for name in find_widgets():
        section = html.split(f'<h2 id="widget-{name}">')[1].split('<h2 id="widget-')[0]
        assert 'class="example"' in section, name
    for case in ("a draft", "by an insider", "for something", "from another site", "anonymous"):
        assert f">{case}</h3>" in html
    assert 'dir="rtl"' in html


def test_search_engines_are_kept_away(sample_site: Path) -> None:
    output = sample_site / "output"
    for path in ("styleguide", "fr/styleguide"):
        assert '<meta name="robots" content="noindex">' in (output / path / "index.html").read_text(
            encoding="utf-8"
        )
    assert "styleguide" not in (output / "sitemap.xml").read_text(encoding="utf-8")


def test_what_is_published_has_no_such_page(tmp_path: Path) -> None:
    site = copy_sample(tmp_path / "site")
    run("lock", "--settings", "publishconf.py", "--on", SAMPLE_DAY, cwd=site)
    run("build", "--settings", "publishconf.py", "--on", SAMPLE_DAY, cwd=site, check=0)
    assert (site / "output/reviews/index.html").exists()
    assert [*site.glob("output/**/styleguide")] == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_there(scheme: str, browser: Browser, address: str) -> None:
    axe = (find_package("axe-core") / "axe.min.js").read_text(encoding="utf-8")
    width = 360 if scheme == "dark" else 1440
    context = browser.new_context(
        color_scheme="dark" if scheme == "dark" else "light",
        viewport={"width": width, "height": 900},
    )
    page = context.new_page()
    page.goto(f"{address}/{'fr/' if scheme == 'dark' else ''}styleguide/")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.evaluate(axe)
    found = [
        (one["id"], [node["target"] for node in one["nodes"][:3]]) for one in page.evaluate(_RUN)
    ]
    context.close()
    assert found == []
