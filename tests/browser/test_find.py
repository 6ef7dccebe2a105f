"""Finding among an item's reviews, as a visitor does it: words, filters, order, address, ways back."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

import pytest

from tests.ambassade_command import run
from tests.browser.busy_site import NUMBER, STARS, is_french, is_verified, write_busy_site
from tests.chromium import serve

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page, Route

KETTLE = "/reviews/kettle/"


@pytest.fixture(scope="module")
def busy(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Return where the site of 500 reviews is served: below a path, and with its drafts."""
    site = tmp_path_factory.mktemp("busy") / "site"
    write_busy_site(site, "https://example.com/sub")
    run("build", "--on", "2026-06-01", "--drafts", "--output", "seen", cwd=site, check=0)
    with serve(site / "seen", "/sub") as url:
        yield url


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """Return a page of its own, for what would stay in the common tab; closed at the end."""
    context = browser.new_context()
    context.set_default_timeout(5_000)
    yield context.new_page()
    context.close()


def _numbers(page: Page) -> list[int]:
    """Return which reviews are shown, by their number."""
    return [int(each.rpartition("-")[2]) for each in _shown(page)]


def _shown(page: Page) -> list[str]:
    """Return the reviews that are shown, drafts among them."""
    found: list[str] = page.locator(".review-list > article").evaluate_all(
        "all => all.map(one => one.id)"
    )
    return found


def _wait(page: Page, words: str) -> None:
    page.locator(".find-found").get_by_text(re.compile(f"^{words}")).wait_for()


def _search(page: Page, words: str, told: str) -> list[int]:
    page.get_by_role("searchbox").fill(words)
    _wait(page, told)
    return _numbers(page)


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("COEUR", [7, 130]),
        ("cœur ete", [7]),
        ("usee", [7, 260]),
        ("l'été", [7]),
        ('"lid does not"', [378]),
        ("lid handle", [377, 378]),
        ("«jusqu'à la corde»", [7]),
        ("rope-maker", [260]),
        ("couvercle", [377]),
        ("number 499", [499]),
    ],
)
def test_words_are_found_as_one_types_them(
    words: str, found: list[int], tab: Page, busy: str
) -> None:
    tab.goto(busy + KETTLE)
    assert _search(tab, words, f"{len(found)} of {NUMBER}") == found


def test_nothing_found_says_so_and_all_comes_back(tab: Page, busy: str) -> None:
    tab.goto(busy + KETTLE)
    before = _shown(tab)
    assert _search(tab, "zzz", f"None of {NUMBER} reviews fits") == []
    tab.get_by_role("button", name="Clear all choices").click()
    _wait(tab, f"{NUMBER} of {NUMBER}")
    assert _shown(tab) == before
    assert tab.url == busy + KETTLE
    assert tab.evaluate("document.activeElement.name") == "q"


def test_each_filter_shows_what_it_says_and_counts_what_python_counts(tab: Page, busy: str) -> None:
    tab.goto(busy + KETTLE)
    tab.get_by_role("searchbox").focus()
    tab.locator("select[name=rating] option", has_text="(").first.wait_for(state="attached")
    stars = Counter(STARS[number % len(STARS)] for number in range(NUMBER))
    french = sum(is_french(number) for number in range(NUMBER))
    options = tab.locator("select[name=rating] option").all_text_contents()
    wanted = [f"{n} star{'s' * (n > 1)} ({stars[n]})" for n in (5, 4, 3, 2, 1)]
    assert options == ["Any rating", *wanted]
    # The drafts are on the static pages of this build, and in no JSON: all three are in English.
    links = tab.locator(".facet-links a").all_text_contents()
    assert [each for each in links if "star" in each] == wanted
    assert f"in French ({french})" in links
    assert f"in French ({french})" in tab.locator("select[name=lang]").inner_text()
    tab.locator("select[name=rating]").select_option("3")
    tab.locator("select[name=lang]").select_option("fr")
    tab.get_by_label("Verified only").check()
    all_three = [
        number
        for number in range(NUMBER)
        if STARS[number % len(STARS)] == 3 and is_french(number) and is_verified(number)
    ]
    _wait(tab, f"{len(all_three)} of {NUMBER}")
    assert _numbers(tab) == all_three
    assert "?rating=3&lang=fr&verified=1" in tab.url


@pytest.mark.parametrize(
    ("topic", "remainders"), [("price, value", {0}), ('"quick" fix', {1}), ("after.sales", {2, 3})]
)
def test_a_topic_is_one_whatever_its_signs_and_spellings(
    topic: str, remainders: set[int], tab: Page, busy: str
) -> None:
    tab.goto(busy + KETTLE)
    option = tab.locator("select[name=topic] option", has_text=re.compile(topic, re.IGNORECASE))
    tab.locator("select[name=topic]").select_option(option.get_attribute("value") or "")
    _wait(tab, f"{100 * len(remainders)} of {NUMBER}")
    shown = _numbers(tab)
    assert len(shown) == 20
    assert {number % 5 for number in shown} == remainders
    tab.reload()
    _wait(tab, f"{100 * len(remainders)} of {NUMBER}")
    assert _numbers(tab) == shown


def test_orders_are_those_of_the_static_pages(tab: Page, busy: str) -> None:
    for order in ("oldest", "highest", "lowest"):
        tab.goto(f"{busy}{KETTLE}{order}/")
        wanted = tab.locator("article.review").evaluate_all("all => all.map(one => one.id)")
        wanted = [each for each in wanted if "draft" not in each]
        tab.goto(f"{busy}{KETTLE}?sort={order}")
        _wait(tab, r"\d+ of 500")
        assert tab.locator(".review-list > article").first.get_attribute("id") == wanted[0]
        assert _shown(tab) == wanted
        assert "newest first" not in tab.locator(".list-title").inner_text().lower()


def test_more_are_shown_on_demand_and_focus_goes_to_the_first_of_them(tab: Page, busy: str) -> None:
    tab.goto(f"{busy}{KETTLE}?lang=fr")
    _wait(tab, r"\d+ of 500")
    first = _numbers(tab)
    assert len(first) == 20
    button = tab.get_by_role("button", name="Show more reviews")
    while button.is_visible():
        before = len(_numbers(tab))
        button.focus()
        tab.keyboard.press("Enter")
        tab.wait_for_function(
            f"() => document.querySelectorAll('.review-list > *').length > {before}"
        )
        tab.wait_for_function(
            "at => document.querySelectorAll('.review-list > *')[at].matches(':focus-within')",
            arg=before,
        )
    assert _numbers(tab) == [number for number in range(NUMBER) if is_french(number)]


def test_a_search_on_a_further_page_looks_at_all_and_gives_that_page_back(
    tab: Page, busy: str
) -> None:
    tab.goto(f"{busy}{KETTLE}page/2/")
    own = _shown(tab)
    assert _search(tab, "number 499", "1 of 500") == [499]
    assert _search(tab, "usee", "2 of 500") == [7, 260]
    assert tab.locator(".pagination").is_hidden()
    tab.get_by_role("searchbox").fill("")
    _wait(tab, "500 of 500")
    assert _shown(tab) == own
    assert tab.locator(".pagination").is_visible()


def test_back_undoes_one_choice_and_all_that_was_typed_at_a_stretch(tab: Page, busy: str) -> None:
    tab.goto(busy + KETTLE)
    tab.locator("select[name=rating]").select_option("1")
    _wait(tab, r"5\d of 500")
    tab.get_by_role("searchbox").press_sequentially("number", delay=200)
    tab.wait_for_url("**?q=number&rating=1")
    tab.get_by_role("searchbox").press_sequentially(" 499", delay=200)
    tab.wait_for_url("**?q=number+499&rating=1")
    _wait(tab, "1 of 500")
    tab.go_back()
    tab.wait_for_url("**?rating=1")
    _wait(tab, r"5\d of 500")
    assert tab.get_by_role("searchbox").input_value() == ""
    tab.go_back()
    _wait(tab, "500 of 500")
    assert tab.url == busy + KETTLE
    assert tab.locator("select[name=rating]").input_value() == ""
    tab.go_forward()
    _wait(tab, r"5\d of 500")
    assert tab.locator("select[name=rating]").input_value() == "1"


def test_an_address_that_names_what_is_gone_shows_everything(tab: Page, busy: str) -> None:
    tab.goto(f"{busy}{KETTLE}?topic=gone&sort=nothing&utm_source=letter")
    tab.get_by_role("searchbox").focus()
    tab.locator("select[name=rating] option", has_text="(").first.wait_for(state="attached")
    assert len(_shown(tab)) == 20
    assert tab.locator("select[name=topic]").input_value() == ""


def test_what_was_found_is_spoken_once_for_a_word(page: Page, busy: str) -> None:
    # A busy machine types too slowly to be one who types.
    page.clock.install(time=0)
    page.goto(busy + KETTLE)
    page.clock.pause_at(60_000)
    page.evaluate(
        "window.said = []; new MutationObserver(() => said.push(document.querySelector('.find-found').value))"
        ".observe(document.querySelector('.find-found'), {childList: true})"
    )
    for letter in "boils":
        page.get_by_role("searchbox").press(letter)
        page.clock.run_for(30)
    page.clock.run_for(1_000)
    _wait(page, "495 of 500")
    assert page.evaluate("said") == ["495 of 500 reviews"]
    assert page.evaluate("document.activeElement.name") == "q"


def test_french_is_told_in_french(tab: Page, busy: str) -> None:
    tab.goto(f"{busy}/fr{KETTLE}?q=couvercle")
    tab.locator(".find-found").get_by_text(re.compile("^1 .*500")).wait_for()
    assert _numbers(tab) == [377]
    link = tab.locator(".review-list article a[href*='no-377']").first.get_attribute("href")
    assert link
    assert link.startswith("/sub/fr/")


def test_the_other_language_shows_what_was_found_in_this_one(tab: Page, busy: str) -> None:
    tab.goto(busy + KETTLE)
    tab.locator("select[name=topic]").select_option("after-sales")
    tab.locator("select[name=sort]").select_option("lowest")
    _search(tab, "number 49", "4 of 500")
    found = _numbers(tab)
    tab.get_by_role("link", name="Français").click()
    tab.wait_for_url("**/fr/**?q=number+49&topic=after-sales&sort=lowest")
    tab.locator(".find-found").get_by_text(re.compile("^4 .*500")).wait_for()
    assert _numbers(tab) == found
    tab.get_by_role("button", name="Effacer tous les choix").click()
    tab.locator(".find-found").get_by_text(re.compile("^500 .*500")).wait_for()
    tab.get_by_role("link", name="English").click()
    assert tab.url == busy + KETTLE


@pytest.mark.parametrize("broken", ["**/api/v1/items/*.json", f"**{KETTLE}page/**"])
def test_without_an_answer_it_says_so_leaves_the_page_and_tries_again(
    broken: str, page: Page, busy: str
) -> None:
    page.goto(busy + KETTLE)
    before = _shown(page)

    def refuse(route: Route) -> None:
        route.fulfill(status=503, body="busy")

    page.route(broken, refuse)
    page.get_by_role("searchbox").fill("number 499")
    _wait(page, "The search does not answer")
    assert _shown(page) == before
    assert page.locator(".pagination").is_visible()
    page.unroute(broken)
    assert _search(page, "number 498", "1 of 500") == [498]


def test_with_its_script_blocked_the_form_is_off_and_the_pages_of_facets_are_a_step_away(
    page: Page, busy: str
) -> None:
    page.route("**/find.js", lambda route: route.abort())
    page.goto(busy + KETTLE)
    assert page.get_by_role("searchbox").is_disabled()
    page.get_by_text("Filters and orders as pages of their own").focus()
    page.keyboard.press("Enter")
    page.locator(".facet-links").get_by_role("link", name="1 star").click()
    page.wait_for_url("**/rating-1/")


def test_without_scripts_there_is_no_form_and_the_pages_of_facets_lie_open(
    browser: Browser, busy: str
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(busy + KETTLE)
    assert page.locator(".find").is_hidden()
    page.locator(".facet-links").get_by_role("link", name="1 star").click()
    assert page.url.endswith("/rating-1/")
    context.close()


def test_finding_asks_for_the_reviews_only_when_it_is_wanted(page: Page, busy: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(busy + KETTLE, wait_until="networkidle")
    assert not [url for url in asked if url.endswith(".json")]
    page.get_by_role("searchbox").focus()
    page.locator("select[name=rating] option", has_text="(").first.wait_for(state="attached")
    assert len([url for url in asked if url.endswith(".json")]) == 1
