"""Served with just the headers of `_headers`, real Chromium reports no violation; a real one it does."""

from __future__ import annotations

import json
import shutil
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import pytest

from ambassade.search_program import find_search_program
from tests.ambassade_command import run
from tests.budgets.page_kinds import PAGES
from tests.chromium import see_all, serve
from tests.rules.sample_site import SETTINGS, write_file, write_site
from tests.security.headed_site import serve_with_headers
from tests.served_site import start_serving

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page, Response

FILM = "/reviews/carrier-trailer/2025-09-09-film-of-the-coast-ride/"
ITEM = "/reviews/workshop-log/"
WATCH = """
window.violations = [];
document.addEventListener('securitypolicyviolation', (event) =>
  window.violations.push(`${event.effectiveDirective} ${event.blockedURI}`));
"""
BADGE = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'
TUBE = "www.youtube-nocookie.com"
REVIEW = """\
author: Marie Dupont
reviewRating: 5
reviewBody: It {words} water.
video: {{embedUrl: "https://www.youtube.com/watch?v=aB-3_x"}}
consent: {{given: 2026-05-10, scope: [text, name, video]}}
"""


class Visit:
    """A tab that keeps what the browser complains of."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.said: list[str] = []
        page.add_init_script(WATCH)
        page.on("console", self._hear)
        page.on("pageerror", lambda error: self.said.append(str(error)))

    def _hear(self, message: Any) -> None:  # noqa: ANN401 - of playwright's
        where = str(message.location["url"])
        # Browsers ask for one where a site has no logo.
        if message.type in {"error", "warning"} and not where.endswith("/favicon.ico"):
            self.said.append(f"{message.text} {where}")

    def see_all(self, address: str) -> Response:
        """Load a page and all its pictures."""
        answer = self.page.goto(address)
        assert answer is not None
        see_all(self.page)
        return answer

    def complaints(self) -> list[str]:
        """Return the violations of the page, and what the console said."""
        found: list[str] = self.page.evaluate("window.violations")
        return [*found, *self.said]


@pytest.fixture
def first_visit(browser: Browser) -> Iterator[Visit]:
    """Return a tab of its own, in which nothing was loaded yet; closed at the end."""
    with _open_tab(browser) as visit:
        yield visit


@pytest.fixture(scope="module")
def kept_visit(browser: Browser) -> Iterator[Visit]:
    """Return a tab for many pages: a new one takes as long as four of them."""
    with _open_tab(browser) as visit:
        yield visit


@pytest.fixture
def visit(kept_visit: Visit) -> Visit:
    """Return that tab, with what was said of other pages forgotten."""
    kept_visit.said.clear()
    return kept_visit


@contextmanager
def _open_tab(browser: Browser) -> Iterator[Visit]:
    context = browser.new_context()
    context.set_default_timeout(10_000)
    yield Visit(context.new_page())
    context.close()


@pytest.fixture(scope="module")
def folder(sample_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the built sample with an embedded page, a badge, and a page that breaks the policy."""
    folder = tmp_path_factory.mktemp("headed") / "output"
    shutil.copytree(sample_site / "output", folder)
    write_file(folder, "embed/a.html", b"<!DOCTYPE html><title>E</title><p>Embedded")
    write_file(folder, "badges/a.svg", BADGE.encode())
    home = (folder / "index.html").read_text("utf-8")
    wrong = (
        '<img src="https://elsewhere.example/x.png"><p style="color: red">'
        '<script>window.ran = 1</script><iframe src="https://elsewhere.example/"></iframe>'
        '<form action="/"><button>Send</button></form><base href="https://elsewhere.example/">'
    )
    text = home.replace("</main>", f"{wrong}</main>")
    write_file(folder, "reviews/wrong.html", text.encode())
    return folder


@pytest.fixture(scope="module")
def address(folder: Path) -> Iterator[str]:
    """Return where it is served with its headers."""
    with serve_with_headers(folder) as url:
        yield url


@pytest.fixture(scope="module")
def elsewhere(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Return another origin, with an empty page."""
    folder = tmp_path_factory.mktemp("elsewhere")
    write_file(folder, "index.html", b"<!DOCTYPE html><title>Other</title>")
    with serve(folder) as url:
        yield url


@pytest.mark.parametrize(
    "path",
    [*PAGES.values(), "/styleguide/", "/fr/stories/"],
    ids=[*PAGES, "styleguide", "stories fr"],
)
def test_no_kind_of_page_does_what_it_may_not(path: str, visit: Visit, address: str) -> None:
    answer = visit.see_all(address + path)
    assert "frame-ancestors 'none'" in answer.headers["content-security-policy"]
    assert visit.complaints() == []
    assert visit.page.locator("script[type='application/ld+json']").count() >= ("404" not in path)


def test_an_old_address_leads_on(visit: Visit, address: str) -> None:
    visit.page.goto(f"{address}/products/old-trailer/", wait_until="commit")
    visit.page.wait_for_url("**/reviews/carrier-trailer/")
    assert visit.complaints() == []


def test_finding_among_reviews_does_not_either(visit: Visit, address: str) -> None:
    visit.page.goto(address + ITEM)
    visit.page.get_by_role("searchbox").fill("the")
    visit.page.wait_for_function("() => document.querySelector('.find output').value !== ''")
    visit.page.locator("select[name=rating]").select_option(index=1)
    visit.page.wait_for_function("() => location.search.includes('rating=')")
    assert visit.complaints() == []


def test_a_film_may_come_from_its_host(first_visit: Visit, address: str) -> None:
    host = "https://media.example.com/**"
    asked: list[str] = []
    first_visit.page.on("request", lambda request: asked.append(request.url))
    first_visit.page.route(host, lambda route: route.abort())
    first_visit.page.goto(address + FILM)
    with first_visit.page.expect_request(host):
        first_visit.page.locator("a[data-plays]").first.click()
    first_visit.page.wait_for_timeout(200)
    assert len([url for url in asked if not url.startswith(address)]) == 1
    assert [word for word in first_visit.complaints() if "ERR_FAILED" not in word] == []


def test_what_breaks_the_policy_is_seen_to(visit: Visit, address: str) -> None:
    visit.see_all(f"{address}/reviews/wrong.html")
    found = {complaint.split()[0] for complaint in visit.page.evaluate("window.violations")}
    assert {"img-src", "style-src-attr", "script-src-elem", "frame-src", "base-uri"} <= found
    assert visit.page.evaluate("window.ran") is None
    visit.page.evaluate("document.querySelector('main form').requestSubmit()")
    visit.page.wait_for_function(
        "() => window.violations.some((one) => one.startsWith('form-action'))"
    )


def test_the_meta_element_alone_keeps_it_too_where_a_host_sends_no_headers(
    visit: Visit, folder: Path
) -> None:
    with serve(folder) as url:
        visit.see_all(f"{url}/reviews/wrong.html")
    found = {complaint.split()[0] for complaint in visit.page.evaluate("window.violations")}
    assert {"img-src", "style-src-attr", "script-src-elem", "frame-src", "base-uri"} <= found


def test_another_origin_reads_the_api_and_embeds_and_nothing_else(
    first_visit: Visit, address: str, elsewhere: str
) -> None:
    def fetches(path: str) -> bool:
        ask = "(url) => fetch(url).then((answer) => answer.ok, () => false)"
        return bool(first_visit.page.evaluate(ask, address + path))

    first_visit.page.goto(elsewhere)
    assert fetches("/api/v1/site.json")
    assert fetches("/embed/a.html")
    for path in (
        "/",
        ITEM,
        "/theme/ambassade.css",
        "/images/logo.png",
        "/badges/a.svg",
        "/sitemap.xml",
    ):
        assert not fetches(path), path


def test_another_origin_shows_badges_and_frames_embeds_and_nothing_else(
    first_visit: Visit, address: str, elsewhere: str
) -> None:
    def shows(path: str) -> bool:
        load = """(url) => new Promise((done) => {
          const image = new Image();
          image.onload = () => done(true);
          image.onerror = () => done(false);
          image.src = url;
        })"""
        return bool(first_visit.page.evaluate(load, address + path))

    def frames(path: str) -> bool:
        load = """(url) => new Promise((done) => {
          const frame = document.createElement('iframe');
          frame.onload = done;
          frame.src = url;
          document.body.replaceChildren(frame);
        })"""
        first_visit.page.evaluate(load, address + path)
        framed = first_visit.page.frames[-1]
        return framed.url == address + path and bool(framed.locator("p").count())

    first_visit.page.goto(elsewhere)
    assert shows("/badges/a.svg")
    assert not shows("/images/logo.png")
    assert frames("/embed/a.html")
    assert not frames(ITEM)
    assert not frames("/nowhere/")


@pytest.fixture(scope="module")
def searched(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a small site with films in frames and, where Pagefind is installed, full-text search."""
    site = tmp_path_factory.mktemp("searched") / "site"
    write_site(site)
    search = 'FULL_TEXT_SEARCH = "pagefind"\n' if find_search_program() else ""
    write_file(site, "pelicanconf.py", (SETTINGS + search).encode())
    for number, words in enumerate(("boils", "cools"), 1):
        name = f"reviews/kettle/2026-05-0{number}-{words}.yaml"
        write_file(site, name, REVIEW.format(words=words).encode())
    run("build", "--on", "2026-06-01", cwd=site, check=0)
    return site


@pytest.mark.skipif(find_search_program() is None, reason="Pagefind is not installed")
def test_full_text_search_does_what_it_may(first_visit: Visit, searched: Path) -> None:
    with serve_with_headers(searched / "output") as url:
        first_visit.page.goto(f"{url}/reviews/")
        first_visit.page.get_by_role("searchbox").fill("cools")
        first_visit.page.wait_for_function(
            "() => document.querySelectorAll('.wall > article').length === 1"
        )
        assert first_visit.complaints() == []


def test_a_film_in_a_frame_plays_from_its_host_and_no_other(
    first_visit: Visit, searched: Path
) -> None:
    film = {"content_type": "text/html", "body": "<p>Film"}
    first_visit.page.route(f"https://{TUBE}/**", lambda route: route.fulfill(**film))
    with serve_with_headers(searched / "output") as url:
        first_visit.page.goto(f"{url}/reviews/kettle/2026-05-01-boils/")
        first_visit.page.locator("a[data-plays]").click()
        first_visit.page.frame_locator("iframe").get_by_text("Film").wait_for()
    assert urlsplit(first_visit.page.frames[-1].url).netloc == TUBE
    assert first_visit.complaints() == []


def test_what_serve_shows_has_the_same_headers_and_is_still_kept_up_to_date(
    first_visit: Visit, searched: Path, tmp_path: Path
) -> None:
    site = tmp_path / "site"
    shutil.copytree(searched, site, ignore=shutil.ignore_patterns("output", ".ambassade"))
    contact = '{"contact": "mailto:a@b.example", "expires": "2027-01-01"}'
    settings = SETTINGS + f"SECURITY_TXT = {contact}\n"
    write_file(site, "pelicanconf.py", settings.encode())
    with start_serving(site) as served:
        answer, _ = served.get("/")
        sent = {name.lower(): value for name, value in answer.getheaders()}
        assert sent["content-security-policy"].endswith("frame-ancestors 'none'")
        assert sent["cross-origin-opener-policy"] == "same-origin"
        assert sent["cache-control"] == "no-store"
        assert len(sent) == len(answer.getheaders())
        assert served.get("/api/v1/site.json")[0].getheader("Access-Control-Allow-Origin") == "*"
        answer, text = served.get("/.well-known/security.txt")
        assert (answer.status, text.split("\n")[0]) == (200, "Contact: mailto:a@b.example")
        first_visit.page.goto(f"{served.address}reviews/kettle/2026-05-01-boils/")
        write_file(
            site, "reviews/kettle/2026-05-01-boils.yaml", REVIEW.format(words="steams").encode()
        )
        first_visit.page.get_by_text("It steams water.").first.wait_for(timeout=60_000)
        write_file(site, "reviews/kettle/2026-05-01-boils.yaml", b"author: [\n")
        first_visit.page.locator("#ambassade-faults").wait_for(state="attached", timeout=60_000)
        width = "document.querySelector('#ambassade-faults').shadowRoot.styleSheets.length"
        first_visit.page.wait_for_function(f"() => {width} === 1")
        assert first_visit.complaints() == []


def test_the_data_of_a_page_is_no_script_to_the_policy(visit: Visit, address: str) -> None:
    visit.page.goto(address + ITEM)
    data = visit.page.locator("script[type='application/ld+json']").first.text_content()
    assert "@graph" in json.loads(data or "{}")
    assert visit.complaints() == []
