"""A site's own `theme/` wins over the package's, file by file; tokens without copying a file."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tests.ambassade_command import run
from tests.chromium import serve
from tests.rules.sample_site import SETTINGS, write_file, write_site

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser

DAY = ("--on", "2026-06-01")
TOKENS = b"@layer tokens { :root { --action: rgb(1, 2, 3); } }\n"
STYLE_OF_ACTION = """
() => getComputedStyle(document.querySelector(".skip-link")).backgroundColor
"""
STYLE_OF_MAIN_BUTTON = """
() => getComputedStyle(document.querySelector(".hero .action")).backgroundColor
"""
STYLE_OF_LOGO = """
() => {
  const style = getComputedStyle(document.querySelector(".site-name img"));
  return [style.backgroundColor, parseFloat(style.height) - 2 * parseFloat(style.paddingTop)];
}
"""


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Return a small site."""
    write_site(tmp_path)
    return tmp_path


def build(site: Path) -> Path:
    """Build the site, and return where it is."""
    run("build", *DAY, cwd=site, check=0)
    return site / "output"


def test_a_template_of_the_same_name_wins(site: Path) -> None:
    write_file(site, "theme/templates/partials/footer.html", b"<footer>Ours</footer>")
    html = (build(site) / "index.html").read_text(encoding="utf-8")
    assert "<footer>Ours</footer>" in html
    assert 'class="site-header"' in html


def test_what_lists_hold_and_what_pages_show_are_one_review(site: Path) -> None:
    for day in ("14", "15"):
        words = f"author: Marie Dupont\nname: Day {day}\nreviewBody: It boiled on day {day}.\n"
        write_file(site, f"reviews/kettle/2026-05-{day}-again.yaml", words.encode())
    page = (
        b'{% extends "base.html" %}{% block main %}{% set review = content.review %}'
        b"<p>{{ review in site.reviews }}, {{ review in site.by_slug.kettle.reviews }}</p>"
        b'<ul>{% for one in site.reviews|reject("equalto", review) %}<li>{{ one.name }}</li>{% endfor %}</ul>'
        b"{% endblock %}"
    )
    write_file(site, "theme/templates/review.html", page)
    html = (build(site) / "reviews/kettle/2026-05-14-again/index.html").read_text(encoding="utf-8")
    assert "<p>True, True</p>" in html
    assert "<li>Day 15</li>" in html
    assert "<li>Day 14</li>" not in html


def test_a_page_template_may_extend_the_packages_base(site: Path) -> None:
    page = b'{% extends "base.html" %}{% block main %}<p>Nowhere.</p>{% endblock %}'
    write_file(site, "theme/templates/not_found.html", page)
    html = (build(site) / "404.html").read_text(encoding="utf-8")
    assert "<p>Nowhere.</p>" in html
    assert 'class="site-header"' in html


def test_a_static_file_of_the_same_name_wins(site: Path) -> None:
    write_file(site, "theme/static/css/reset.css", b"@layer reset { .ours { top: 0; } }")
    css = (build(site) / "theme/ambassade.css").read_text(encoding="utf-8")
    assert "@layer reset{.ours{top: 0;}}" in css
    assert "box-sizing" not in css


def test_the_order_of_layers_comes_first_and_own_css_last(site: Path) -> None:
    write_file(site, "theme/static/css/own.css", TOKENS)
    css = (build(site) / "theme/ambassade.css").read_bytes()
    assert css.startswith(b"@layer reset,tokens,base,layouts,widgets;")
    assert css.endswith(b"@layer tokens{:root{--action: rgb(1,2,3);}}")


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_style_that_init_gives_to_copy_changes_the_main_button(
    language: str, tmp_path: Path, browser: Browser
) -> None:
    run("init", "shop", "--languages", language, cwd=tmp_path, check=0)
    readme = (tmp_path / "shop/theme/README.md").read_text(encoding="utf-8")
    css = readme.split("```css\n")[1].split("```")[0]
    write_file(tmp_path / "shop", "theme/static/css/own.css", css.encode())
    with serve(build(tmp_path / "shop")) as address:
        page = browser.new_page()
        page.goto(f"{address}/")
        colour = page.evaluate(STYLE_OF_MAIN_BUTTON)
    assert colour in {_as_rgb(each) for each in re.findall(r"#([0-9a-f]{6})", css)}


def _as_rgb(digits: str) -> str:
    red, green, blue = bytes.fromhex(digits)
    return f"rgb({red}, {green}, {blue})"


@pytest.mark.parametrize(
    ("scheme", "ground"),
    [("light", ["rgba(0, 0, 0, 0)", 32]), ("dark", ["rgb(255, 255, 255)", 32])],
)
def test_a_logo_lies_on_a_light_ground_on_a_dark_screen(
    scheme: str, ground: list[str | int], site: Path, browser: Browser
) -> None:
    settings = SETTINGS.replace('"Kettle Works"', '"Kettle Works", "logo": "images/kettle.png"')
    write_file(site, "pelicanconf.py", settings.encode())
    with serve(build(site)) as address:
        page = browser.new_page(color_scheme="dark" if scheme == "dark" else "light")
        page.goto(f"{address}/")
        assert page.evaluate(STYLE_OF_LOGO) == ground


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_token_in_own_css_changes_what_the_browser_shows(
    site: Path, scheme: str, browser: Browser
) -> None:
    output = build(site)
    with serve(output) as address:
        page = browser.new_page(color_scheme="dark" if scheme == "dark" else "light")
        page.goto(f"{address}/")
        before = page.evaluate(STYLE_OF_ACTION)
        write_file(site, "theme/static/css/own.css", TOKENS)
        build(site)
        # Another visitor: the first one's browser may still have the style sheet.
        page = browser.new_page(color_scheme="dark" if scheme == "dark" else "light")
        page.goto(f"{address}/")
        assert before != "rgb(1, 2, 3)"
        assert page.evaluate(STYLE_OF_ACTION) == "rgb(1, 2, 3)"
