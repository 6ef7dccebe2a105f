"""Published styles without comments: shorter, and to a real browser the same."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from ambassade.bare_style import bare_style
from tests.ambassade_command import REPOSITORY

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser, Page

THEME = REPOSITORY / "theme"
SHEETS = sorted(THEME.rglob("*.css"))
# What a browser understood of a sheet: each rule in its own words.
RULES = """
(css) => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  return Array.from(sheet.cssRules, (rule) => rule.cssText);
}
"""
# What simpler minifiers break: descendants, calculations, strings, values that are nothing.
DELICATE = [
    ".a { .b :hover { top: 0 } & .c { top: 0; } > .d { top: 0 } &:hover, :is(p, q) :not(.x) { top: 0 } }",
    ".trend :is(th, td) { top: 0 } .y :is(a) b :hover { top: 0 }",
    "@media (width >= 40rem) and (height<50rem) { .a { top: 0; & :focus { top: 0 } } }",
    "@supports (display: grid-lanes) { .a { display: grid-lanes; flow-tolerance: 6rem } }",
    "@supports not (color: nothing( a , b )) { .a { color: light-dark(red , blue) } }",
    ".a { width: calc( 100% - ( 2 * var(--b) + 1px ) ); inset: calc(-1 * (1px + 2px)) -2px; }",
    ".a { margin: -1px +2px; flex: 1 1 0px; padding: clamp(1rem, 1rem + 4vi, 5rem) var(--b) 0 }",
    ".a { color: color-mix(in srgb, var(--b) 22%, transparent); fill: oklch(from red l c h / .5) }",
    ':root { --empty: ; --braces: { a: b }; --text: "/* no */  b"; --none: var(--empty, ) }',
    ".a::before { content: '\\201C  x /* no */'; content: '“' / ''; quotes: '\\'' '}' }",
    ".a { background: url(//a.example/*.png) , url( 'a  b.png' ); font: 600 1em / 1.4 a, 'B  C' }",
    "@container side (min-width: 400px) and (max-width: 700px) { .a :first-child { top: 0 } }",
    "@scope (.a) to (.b) { :scope { top: 0 } img :hover { top: 0 } }",
    "@property --a { syntax: '<length> | <percentage>'; inherits: false; initial-value: 0px }",
    ".\\31 0 , .q\\:r , a[href^='http' i] , b[ title = 'x  y' ] { top : 0 ! important }",
    ".a:nth-child( 2n + 1 of .b ):has( > .c + .d ~ .e ) , .f:nth-child(5n - 1) { top: 0 }",
    "@layer one , two; @layer two { details::details-content { top: 0 } } .a/**/.b/**/ .c { top: 0 }",
    "@font-face { font-family: 'A  B'; src: url(a.woff2) format('woff2'); unicode-range: U+25-FF, U+4?? }",
]
FAULTY = [
    ".a { top: 0 } } .b { /* kept */ top: 0 }",
    ".a { content: 'open\n; } .b { top: 0 }",
]


@pytest.fixture(scope="module")
def page(browser: Browser) -> Page:
    """Return an empty page."""
    return browser.new_page()


def _rules(page: Page, css: str) -> list[str]:
    """Return the rules; white space that a browser repeats as it was typed is not looked at."""
    found: list[str] = page.evaluate(RULES, css)
    return [re.sub(r"(?<=[,{}(])\s+|\s+(?=[,{})])", "", rule) for rule in found]


@pytest.mark.parametrize("css", DELICATE)
def test_a_browser_reads_the_same_from_what_is_delicate(css: str, page: Page) -> None:
    assert _rules(page, bare_style(css)) == _rules(page, css) != []


def test_a_browser_reads_the_same_from_every_style_of_the_theme(page: Page) -> None:
    for path in SHEETS:
        css = path.read_text(encoding="utf-8")
        assert _rules(page, bare_style(css)) == _rules(page, css) != [], path
        assert "/*" not in bare_style(css)


@pytest.mark.parametrize("css", FAULTY)
def test_a_faulty_style_is_left_to_the_browser(css: str) -> None:
    assert bare_style(css) == css


def test_what_is_published_says_nothing_to_developers(sample_site: Path) -> None:
    theme = sample_site / "output/theme"
    css = (theme / "ambassade.css").read_text(encoding="utf-8")
    assert css.startswith("@layer reset,tokens,base,layouts,widgets;")
    assert "/*" not in css
    assert "  " not in css
    for path in theme.rglob("*.js"):
        assert not re.search(r"^\s*//", path.read_text(encoding="utf-8"), re.MULTILINE), path


def test_in_our_scripts_a_line_of_comment_is_nothing_else() -> None:
    scripts = [path.read_text(encoding="utf-8") for path in THEME.rglob("*.js")]
    assert any(re.search(r"^\s*//", script, re.MULTILINE) for script in scripts)
    for script in scripts:
        assert "/*" not in script
        assert all(line.count("`") % 2 == 0 for line in script.splitlines())
