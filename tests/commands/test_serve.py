"""`ambassade serve`, as whoever edits a site meets it: in a real browser and in the terminal."""

from __future__ import annotations

import re
import shutil
import socket
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.ambassade_command import REPOSITORY, files_of, run
from tests.patience import PATIENCE
from tests.rules.sample_site import SETTINGS, write_file, write_site
from tests.served_site import start_serving

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

REVIEW = "reviews/kettle/2026-05-14-saved-us-a-week.yaml"
PENDING = "reviews/kettle/2026-05-20-not-yet-read.yaml"
PAGE = "reviews/kettle/2026-05-14-saved-us-a-week/"
GOOD = "author: Marie Dupont\nreviewRating: 5\nreviewBody: It boils water.\n"

expect.set_options(timeout=PATIENCE * 1000)


@pytest.fixture
def tab(browser: Browser) -> Iterator[Page]:
    """Return a tab of its own."""
    with browser.new_context() as context:
        yield context.new_page()


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Return a small site with one review."""
    site = tmp_path / "site"
    write_site(site)
    save(site, GOOD)
    return site


def save(site: Path, text: str, name: str = REVIEW) -> None:
    """Save a file of the site, as an editor does."""
    write_file(site, name, text.encode())


def overlay(tab: Page) -> Locator:
    """Return the panel of faults."""
    return tab.get_by_role("alert")


def test_what_is_saved_is_shown_and_a_fault_lies_over_the_page_until_it_is_mended(
    site: Path, tab: Page
) -> None:
    with start_serving(site) as served:
        tab.goto(f"{served.address}{PAGE}")
        expect(tab.locator(".review-body")).to_have_text("It boils water.")
        expect(overlay(tab)).to_have_count(0)

        save(site, GOOD.replace("boils", "heats"))
        expect(tab.locator(".review-body")).to_have_text("It heats water.")

        save(site, GOOD.replace("5", "6"))
        expect(overlay(tab)).to_contain_text(f"{REVIEW}:2:15")
        expect(overlay(tab)).to_contain_text("reviewRating is 6, bestRating is 5. Write 1 to 5.")
        expect(tab.locator(".review-body")).to_have_text("It heats water.")
        served.wait_for(f"{REVIEW}:2:15: R102 rating-out-of-range: reviewRating is 6")

        save(site, GOOD.replace("boils", "cools"))
        expect(tab.locator(".review-body")).to_have_text("It cools water.")
        expect(overlay(tab)).to_have_count(0)
        assert served.interrupt() < 2
        assert served.process.returncode == 130
    assert not (site / "output").exists()
    assert not any(b"__ambassade" in data for data in files_of(site / ".ambassade/serve").values())


def test_the_overlay_can_be_closed_is_light_or_dark_and_quotes_inertly(
    site: Path, tab: Page
) -> None:
    with start_serving(site) as served:
        tab.goto(served.address)
        save(site, GOOD.replace("5", "<img src=x onerror=document.title=1>"))
        expect(overlay(tab)).to_contain_text("<img src=x onerror=document.title=1>")
        assert overlay(tab).locator("img").count() == 0
        tab.get_by_role("button", name="Close").click()
        expect(overlay(tab)).to_have_count(0)

        save(site, GOOD.replace("5", "7"))
        expect(overlay(tab)).to_contain_text("reviewRating is 7")
        for scheme, colour in (("light", "rgb(255, 243, 240)"), ("dark", "rgb(53, 19, 14)")):
            tab.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
            expect(overlay(tab)).to_have_css("background-color", colour)
        tab.get_by_role("button", name="Close").focus()
        tab.keyboard.press("Escape")
        expect(overlay(tab)).to_have_count(0)


def test_a_site_broken_from_the_start_shows_its_faults_and_then_itself(
    site: Path, browser: Browser, tab: Page
) -> None:
    save(site, GOOD.replace("5", "6"))
    with start_serving(site) as served:
        answer = tab.goto(f"{served.address}{PAGE}")
        assert answer is not None
        assert answer.status == 503
        expect(overlay(tab)).to_contain_text(f"{REVIEW}:2:15")
        with browser.new_context(java_script_enabled=False) as context:
            without = context.new_page()
            without.goto(served.address)
            expect(without.locator("main")).to_contain_text(f"{REVIEW}:2:15")
        save(site, GOOD)
        expect(tab.locator(".review-body")).to_have_text("It boils water.")
        expect(overlay(tab)).to_have_count(0)


def test_a_setting_is_taken_up_and_settings_that_do_not_load_are_told(
    site: Path, tab: Page
) -> None:
    with start_serving(site) as served:
        tab.goto(served.address)
        save(site, SETTINGS.replace('"Kettles"', '"Teapots"'), "pelicanconf.py")
        expect(tab).to_have_title(re.compile("Teapots"))
        save(site, SETTINGS + "nonsense(\n", "pelicanconf.py")
        expect(overlay(tab)).to_contain_text("pelicanconf.py:6:9: This ( is not closed.")
        save(site, SETTINGS.replace('"Kettles"', '"Pots"'), "pelicanconf.py")
        expect(tab).to_have_title(re.compile("Pots"))


def test_a_killed_build_is_told_and_the_next_change_mends_it(site: Path, tab: Page) -> None:
    with start_serving(site) as served:
        tab.goto(f"{served.address}{PAGE}")
        save(site, SETTINGS + "import os\nos.kill(os.getpid(), 9)\n", "pelicanconf.py")
        expect(overlay(tab)).to_contain_text("The build was killed (signal 9).")
        expect(tab.locator(".review-body")).to_have_text("It boils water.")
        # One that never ends is given up when something changes.
        save(site, SETTINGS + "import time\ntime.sleep(600)\n", "pelicanconf.py")
        save(site, GOOD.replace("boils", "heats"))
        save(site, SETTINGS, "pelicanconf.py")
        expect(tab.locator(".review-body")).to_have_text("It heats water.")


def test_a_file_of_ones_own_theme_is_taken_up_and_its_fault_is_told_with_its_place(
    site: Path, tab: Page
) -> None:
    brought = (REPOSITORY / "theme/templates/not_found.html").read_text(encoding="utf-8")
    own = "theme/templates/not_found.html"
    with start_serving(site) as served:
        tab.goto(f"{served.address}nowhere/")
        save(site, brought.replace("{{ page.title }}", "Boiled dry"), own)
        expect(tab.get_by_role("heading", level=1)).to_have_text("Boiled dry")
        save(site, "{% extends 'base.html' %}\n{% block main %}\n{{ nonsense( }}\n", own)
        expect(overlay(tab)).to_contain_text("theme/templates/not_found.html:3")
        shutil.rmtree(site / "theme")
        expect(tab.get_by_role("heading", level=1)).to_have_text("Page not found")


def test_drafts_are_shown_marked_and_neither_counted_nor_told_to_machines(
    site: Path, tab: Page
) -> None:
    save(site, GOOD.replace("5", "1").replace("boils", "hisses in") + "status: pending\n", PENDING)
    with start_serving(site, "--drafts") as served:
        tab.goto(f"{served.address}reviews/kettle/")
        draft = tab.locator(".review", has_text="It hisses in water.")
        expect(draft.get_by_text("Draft: not published")).to_be_visible()
        expect(tab.get_by_text("Draft: not published")).to_have_count(1)
        expect(tab.locator(".rating-value")).to_have_text("5.0")
        expect(tab.get_by_text("Based on 1 rating, 1 of 1 shown.")).to_be_visible()
        assert "hisses" not in tab.locator("script[type='application/ld+json']").inner_text()
        _answer, own = served.get("/reviews/kettle/2026-05-20-not-yet-read/")
        assert '<meta name="robots" content="noindex">' in own
        assert "ld+json" not in own
        built = files_of(site / ".ambassade/serve-drafts")
        assert not any(b"hisses" in data for name, data in built.items() if ".html" not in name)
    assert not (site / "output").exists()


def test_drafts_are_shown_where_they_were_asked_for_alone_though_both_run(site: Path) -> None:
    save(site, GOOD + "status: pending\n", PENDING)
    draft = "/reviews/kettle/2026-05-20-not-yet-read/"
    with start_serving(site) as plain, start_serving(site, "--drafts") as drafts:
        assert drafts.get(draft)[0].status == 200
        assert plain.get(draft)[0].status == 404
        save(site, GOOD.replace("boils", "heats"))
        for each in (plain, drafts):
            each.wait_for("Built in", times=2)
        assert drafts.get(draft)[0].status == 200
        assert plain.get(draft)[0].status == 404


def test_each_shows_the_site_by_its_own_settings_though_both_run(site: Path) -> None:
    conf = "from pelicanconf import *\nSITENAME = 'Published kettles'\n"
    write_file(site, "publishconf.py", conf.encode())
    with (
        start_serving(site) as plain,
        start_serving(site, "--settings", "publishconf.py") as published,
    ):
        assert "Published kettles" in published.get("/")[1]
        assert "Published kettles" not in plain.get("/")[1]
        save(site, GOOD.replace("boils", "heats"))
        for each in (plain, published):
            each.wait_for("Built in", times=2)
        assert "Published kettles" in published.get("/")[1]
        assert "Published kettles" not in plain.get("/")[1]


def test_pending_reviews_are_not_there_without_the_option_and_drafts_have_no_output(
    site: Path,
) -> None:
    save(site, GOOD + "status: pending\n", PENDING)
    with start_serving(site) as served:
        assert served.get("/reviews/kettle/2026-05-20-not-yet-read/")[0].status == 404
    run("build", "--drafts", cwd=site, check=2)
    run("build", "--drafts", "--output", site / "output", cwd=site, check=2)
    assert not (site / "output").exists()


def test_the_site_is_served_under_the_path_of_its_address(site: Path, tab: Page) -> None:
    save(site, SETTINGS.replace("example.com", "example.com/sub"), "pelicanconf.py")
    with start_serving(site) as served:
        assert served.address.endswith("/sub/")
        answer, _body = served.get("/")
        assert (answer.status, answer.headers["Location"]) == (302, "/sub/")
        assert served.get(f"/{PAGE}")[0].status == 404
        tab.goto(served.address)
        tab.get_by_role("link", name="Read all reviews").click()
        expect(tab).to_have_url(f"{served.address}reviews/")
        save(site, GOOD.replace("boils", "heats"))
        expect(tab.get_by_text("It heats water.")).to_be_visible()


def test_a_taken_port_gives_one_line_and_exit_code_3(site: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = str(other.getsockname()[1])
        done = run("serve", "--port", port, cwd=site, check=3)
    assert (
        done.stderr == f"Port {port} is taken, perhaps by another server. Choose one with --port.\n"
    )
    assert done.stdout == ""


def test_where_there_is_no_site_nothing_is_served(tmp_path: Path) -> None:
    assert "pelicanconf.py is missing" in run("serve", cwd=tmp_path, check=2).stderr


def test_another_build_of_the_site_is_waited_for(site: Path) -> None:
    fcntl = pytest.importorskip("fcntl")
    with start_serving(site) as served:
        with (site / ".ambassade/build.lock").open("ab+") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            save(site, GOOD.replace("boils", "heats"))
            served.wait_for("Another build of")
        served.wait_for("Built in", 2)
        assert "It heats water." in served.get(f"/{PAGE}")[1]


def test_only_files_of_the_site_are_served_as_what_they_are_and_never_kept(site: Path) -> None:
    save(site, "secret", "secret.html")
    with start_serving(site) as served:
        for path, status in {
            "/": 200, "/reviews/kettle": 302, "/theme/": 404, "/theme": 302, "/nowhere": 404,
            "/.ambassade-manifest.json": 404, "/../../secret.html": 404, "//example.org/": 404,
            "/%2e%2e/%2e%2e/secret.html": 404, "/..%2f..%2fsecret.html": 404, "/%00": 404,
            "/index.html/": 404, "/%ff": 404, f"/{5000 * 'a'}": 404,
        }.items():  # fmt: skip
            answer, body = served.get(path)
            assert answer.status == status, path
            assert "secret" not in body
        for path, media_type in {
            "/": "text/html; charset=utf-8",
            "/theme/ambassade.css": "text/css; charset=utf-8",
            "/feeds/reviews.atom.xml": "application/atom+xml",
            "/sitemap.xml": "application/xml",
            "/api/v1/site.json": "application/json",
            "/robots.txt": "text/plain; charset=utf-8",
        }.items():
            answer, body = served.get(path)
            assert answer.headers["Content-Type"] == media_type
            assert answer.headers["Cache-Control"] == "no-store"
            assert not {"ETag", "Last-Modified", "Expires"} & set(answer.headers)
            head, nothing = served.get(path, method="HEAD")
            assert (head.headers["Content-Length"], nothing) == (str(len(body.encode())), "")
        assert "Page not found" in served.get("/nowhere")[1]
        assert served.get("/", host="rebound.example.com")[0].status == 403


def test_the_newcomers_command_is_the_same(site: Path) -> None:
    makefile = (REPOSITORY / "Makefile").read_text(encoding="utf-8")
    assert "ambassade serve --port $(PORT)" in makefile
    assert "--port" in run("serve", "--help", cwd=site, check=0).stdout
