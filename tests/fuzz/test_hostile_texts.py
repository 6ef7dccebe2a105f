"""Whatever is typed into any field, it does nothing on the site, and is read as it was typed.

The pages are served without headers and without their policy: that would hide a fault.
"""

from __future__ import annotations

import json
import re
import shutil
from typing import TYPE_CHECKING, Any, NamedTuple, NoReturn
from xml.etree.ElementTree import fromstring

import pytest

from ambassade.markup.small_markdown import plain_text
from ambassade.text import collapse
from tests.ambassade_command import run
from tests.chromium import serve
from tests.fuzz.effort import EFFORT
from tests.fuzz.hostile_site import DAY, HostileSite, write_hostile_site
from tests.fuzz.naughty_texts import FORBIDDEN, HOSTILE, naughty_strings
from tests.fuzz.watched_tab import WatchedTab, watched_tab

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser

OWN = (*HOSTILE, *FORBIDDEN)
TEXTS = (*OWN, *(text for text in naughty_strings() if any(map(str.isalnum, text))))
FILLED_IN = re.compile(rb"31619033|Templated")  # what the templates among the texts would make
POLICY = re.compile(rb'<meta http-equiv="Content-Security-Policy"[^>]*>')
KEPT_APART = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\u200e\u200f]"
)
ATOM = "{http://www.w3.org/2005/Atom}"
# Shown on a review's own page, each as it was typed.
SHOWN = (
    "  name",
    "  jobTitle",
    "  worksFor",
    "  addressLocality",
    "name",
    "  incentive",
    "    reason",
)
SHOWN_RICH = ("reviewBody", "  text")
MARKED = re.compile(r"[*_\[>]|^\s*(?:[-+]|\d+[.)])")


class Built(NamedTuple):
    """The site, the folder that is served, what the commands said."""

    site: HostileSite
    output: Path
    said: list[str]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """Return the hostile site, built, its pages without their policy."""
    folder = tmp_path_factory.mktemp("hostile")
    site = write_hostile_site(folder / "site", TEXTS, OWN)
    done = run("build", "--on", DAY, cwd=site.folder, check=0)
    checks = [
        run("check", "--on", DAY, "--format", form, cwd=site.folder, check=0)
        for form in ("text", "github", "json")
    ]
    said = [done.stdout, done.stderr, *(one.stdout + one.stderr for one in checks)]
    output = folder / "served"
    shutil.copytree(site.folder / "output", output)
    for page in output.rglob("*.html"):
        whole = page.read_bytes()
        bare = POLICY.sub(b"", whole)
        assert bare != whole
        page.unlink()
        page.write_bytes(bare)
    return Built(site, output, said)


@pytest.fixture(scope="module")
def address(built: Built) -> Iterator[str]:
    """Return where it is served."""
    with serve(built.output) as url:
        yield url


@pytest.fixture(scope="module")
def tab(browser: Browser, address: str) -> Iterator[WatchedTab]:
    """Return a tab with JavaScript."""
    with watched_tab(browser, address) as watched:
        watched.visit("/")
        yield watched


@pytest.fixture(scope="module")
def looked_at(built: Built, tab: WatchedTab) -> dict[str, dict[str, Any]]:
    """Return what Chromium reads in every page, by its address."""
    pages = sorted(
        path.relative_to(built.output).as_posix() for path in built.output.rglob("*.html")
    )
    chosen = [page for page in pages if EFFORT > 1 or page.startswith("reviews/kettle/2")]
    chosen += pages[::9]
    return {one["address"]: one for one in tab.look([f"/{page}" for page in dict.fromkeys(chosen)])}


def _reviews(site: HostileSite) -> Iterator[tuple[str, dict[str, str]]]:
    """Yield the number of each review, and its texts by the line that they stand on."""
    for name, typed in site.typed.items():
        if name.startswith("reviews/kettle/"):
            lines = site.templates[name].split("\n")
            texts: dict[str, str] = {}
            for number, text in typed.items():
                texts.setdefault(lines[number - 1].partition(":")[0], text)
            yield name.removesuffix(".yaml").rpartition("/")[2], texts


def _as_shown(text: str) -> str:
    return collapse(text.strip())


def _strictly(text: str) -> object:
    return json.loads(text, parse_constant=_refuse)


def _refuse(constant: str) -> NoReturn:
    raise AssertionError(constant)


def test_what_is_refused_has_a_code_and_the_rest_is_published(built: Built) -> None:
    codes = {code for _, _, code, _ in built.site.refused}
    assert codes <= {"Y102", "K101", "R107"}, codes
    refused = {text for _, _, code, text in built.site.refused if code == "Y102"}
    assert set(FORBIDDEN) <= refused
    fields = sum(len(typed) for typed in built.site.typed.values())
    assert len(built.site.refused) < fields / 20


def test_no_page_has_anything_that_could_run(looked_at: dict[str, dict[str, Any]]) -> None:
    assert len(looked_at) > len(TEXTS)
    assert [one for one in looked_at.values() if one["faults"]] == []


def test_every_page_that_is_visited_does_nothing(built: Built, tab: WatchedTab) -> None:
    kettle = sorted(path.parent for path in built.output.glob("reviews/kettle/page/*/index.html"))
    alone = sorted((built.output / "reviews/kettle").glob("2026-*"))[: len(OWN) // 2]
    others = [
        "",
        "reviews",
        "reviews/kettle",
        "fr/reviews/kettle",
        "stories",
        "topics",
        "review-policy",
    ]
    chosen = [*kettle, *alone[::2], *(built.output / one for one in others)]
    chosen += [*built.output.glob("reviews/i0?0"), *built.output.glob("stories/story-*5")]
    if EFFORT > 1:
        chosen = [page.parent for page in built.output.rglob("index.html")]
    for folder in chosen:
        tab.visit(f"/{folder.relative_to(built.output).as_posix()}/")
    assert tab.faults == []


@pytest.mark.parametrize(
    "typed", ["<script>", "alert(1)", '" onmouse', "{{ 7", "</", "\\", "%00", "[", "("]
)
def test_finding_shows_what_was_typed_and_does_nothing(tab: WatchedTab, typed: str) -> None:
    tab.visit("/reviews/kettle/")
    page = tab.page
    page.get_by_role("searchbox").fill(typed)
    page.wait_for_function("() => document.querySelector('.find output').value !== ''")
    assert page.get_by_role("searchbox").input_value() == typed
    assert page.locator(".review-list > *").count() > 0
    page.goto(f"{page.url}#<img src=x onerror=alert(1)>")
    assert tab.faults == []


def test_choosing_each_topic_does_nothing(tab: WatchedTab) -> None:
    tab.visit("/reviews/kettle/")
    topics = tab.page.locator("select[name=topic] option")
    values = [
        topics.nth(at).get_attribute("value") for at in range(1, min(topics.count(), 8 * EFFORT))
    ]
    assert values
    for value in values:
        tab.page.locator("select[name=topic]").select_option(value)
        tab.page.wait_for_function("() => document.querySelector('.find output').value !== ''")
    assert tab.faults == []


def test_nothing_happens_without_javascript_either(
    browser: Browser, built: Built, address: str
) -> None:
    with watched_tab(browser, address, scripts=False) as tab:
        for page in (
            "/",
            "/reviews/",
            "/reviews/kettle/",
            "/stories/",
            "/topics/",
            "/review-policy/",
        ):
            tab.visit(page)
        name, texts = next(_reviews(built.site))
        tab.visit(f"/reviews/kettle/{name}/")
        assert _as_shown(texts["name"]) == _as_shown(tab.page.locator("h1").text_content() or "")
        assert tab.faults == []


def test_a_reader_reads_what_was_typed(built: Built, looked_at: dict[str, dict[str, Any]]) -> None:
    lost = []
    for name, texts in _reviews(built.site):
        words = collapse(looked_at[f"/reviews/kettle/{name}/index.html"]["words"])
        shown = [(key, _as_shown(texts[key])) for key in SHOWN]
        shown += [(key, collapse(plain_text(texts[key]))) for key in SHOWN_RICH]
        shown += [
            (key, _as_shown(texts[key])) for key in SHOWN_RICH if not MARKED.search(texts[key])
        ]
        lost += [(name, key, text) for key, text in shown if text not in words]
    assert lost == []


def test_programs_read_what_was_typed_in_the_structured_data(
    built: Built, looked_at: dict[str, dict[str, Any]]
) -> None:
    for one in looked_at.values():
        assert all(map(_strictly, one["data"]))
    for name, texts in _reviews(built.site):
        (data,) = looked_at[f"/reviews/kettle/{name}/index.html"]["data"]
        whole = json.dumps(json.loads(data), ensure_ascii=False)
        for text in (_as_shown(texts["name"]), plain_text(texts["reviewBody"])):
            assert json.dumps(text, ensure_ascii=False)[1:-1] in whole, (name, text)


def test_programs_read_what_was_typed_in_the_api(built: Built) -> None:
    for path in built.output.rglob("*.json"):
        assert _strictly(path.read_text("utf-8"))
    item = json.loads((built.output / "api/v1/items/kettle.json").read_text("utf-8"))
    told = {one["identifier"].partition("/")[2]: one for one in item["reviews"]}
    for name, texts in _reviews(built.site):
        review = told[name]
        assert review["name"] == _as_shown(texts["name"])
        assert review["reviewBody"] == plain_text(texts["reviewBody"])
        assert review["author"]["jobTitle"] == _as_shown(texts["  jobTitle"])
        assert review["video"]["transcript"] == _as_shown(texts["  transcript"])
        assert review["translations"]["fr"]["translator"] == _as_shown(texts["    translator"])


def test_a_feed_is_sound_xml_and_has_what_was_typed(built: Built) -> None:
    for path in built.output.rglob("*.xml"):
        fromstring(path.read_bytes())  # noqa: S314 - ours
    feed = fromstring((built.output / "feeds/items/kettle.atom.xml").read_bytes())  # noqa: S314
    titles = {entry.findtext(f"{ATOM}title") for entry in feed.findall(f"{ATOM}entry")}
    assert titles
    assert titles <= {_as_shown(texts["name"]) for _, texts in _reviews(built.site)}


def test_the_terminal_is_sent_no_control_character(built: Built) -> None:
    assert sum(map(len, built.said)) > len(TEXTS)
    for said in built.said:
        found = KEPT_APART.search(said)
        assert found is None, said[max(0, found.start() - 100) : found.end()]


def test_no_template_is_filled_in_and_no_command_is_run(built: Built) -> None:
    for path in built.output.rglob("*"):
        assert path.name != "pwned"
        if path.is_file():
            assert not FILLED_IN.search(path.read_bytes()), path
    assert not (built.site.folder / "pwned").exists()
