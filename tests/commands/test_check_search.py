"""`ambassade check --search`: what search engines may show of each page, held against the built site."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

import extruct
import pytest

from tests.ambassade_command import SAMPLE_DAY, run
from tests.conftest import ROOT_URL
from tests.rules.sample_site import write_file, write_site

if TYPE_CHECKING:
    from pathlib import Path

    Entry = dict[str, Any]

DAY = ("--on", SAMPLE_DAY)
# Google Search Central, Review snippet: the types that may show stars.
WITH_STARS = {
    "Book",
    "Course",
    "CreativeWorkSeason",
    "CreativeWorkSeries",
    "Episode",
    "Event",
    "Game",
    "HowTo",
    "MediaObject",
    "Movie",
    "MusicPlaylist",
    "MusicRecording",
    "Product",
    "Recipe",
    "SoftwareApplication",
}
ASKED = (
    "https://search.google.com/test/rich-results",
    "https://search.google.com/search-console",
    "https://validator.schema.org/",
    "https://www.bing.com/webmasters",
)


@pytest.fixture(scope="module")
def entries(sample_site: Path) -> list[Entry]:
    """Return what is told of every page of the sample site, for programs."""
    words = ("check", "--search", "--format", "json", *DAY)
    told: list[Entry] = json.loads(run(*words, cwd=sample_site, check=0).stdout)
    return told


@pytest.fixture(scope="module")
def report(sample_site: Path) -> str:
    """Return what is told of the sample site, for people."""
    return run("check", "--search", *DAY, cwd=sample_site, check=0).stdout


def _file_of(entry: Entry, site: Path) -> Path:
    address = entry["address"].removeprefix("/")
    is_folder = not address or address.endswith("/")
    return site / "output" / (f"{address}index.html" if is_folder else address)


def _may(entry: Entry, feature: str) -> bool:
    found = [one["eligible"] for one in entry["features"] if one["feature"] == feature]
    return found == [True]


def _read(entry: Entry, site: Path) -> tuple[str, list[Entry]]:
    """Return the page's HTML and the nodes that extruct reads of it."""
    html = _file_of(entry, site).read_text(encoding="utf-8")
    found = extruct.extract(html, base_url=entry["url"], syntaxes=["json-ld"])["json-ld"]
    return html, [node for graph in found for node in graph["@graph"]]


def _has_stars(nodes: list[Entry]) -> bool:
    """Tell by the published rules of review snippets whether a page may show stars."""
    for node in nodes:
        if node["@type"] not in WITH_STARS or not node.get("name"):
            continue
        average = node.get("aggregateRating", {})
        if "ratingValue" in average and ("ratingCount" in average or "reviewCount" in average):
            return True
        for review in node.get("review", []):
            if review["author"].get("name") and "ratingValue" in review["reviewRating"]:
                return True
    return False


def test_every_built_page_is_told_of_and_no_other(entries: list[Entry], sample_site: Path) -> None:
    built = set((sample_site / "output").rglob("*.html"))
    told = [_file_of(entry, sample_site) for entry in entries]
    assert set(told) == built
    assert len(told) == len(built)


def test_pages_of_items_and_reviews_may_show_stars_as_extruct_reads_them(
    entries: list[Entry], sample_site: Path
) -> None:
    rated = [entry for entry in entries if entry["kind"] in {"item", "review"}]
    claims = {entry["address"]: _may(entry, "review-snippet") for entry in rated}
    read = {entry["address"]: _has_stars(_read(entry, sample_site)[1]) for entry in rated}
    assert claims == read
    assert len(claims) > 100
    assert {True, False} == set(claims.values())


@pytest.mark.parametrize(
    ("feature", "types"),
    [
        ("breadcrumb", {"BreadcrumbList"}),
        ("article", {"Article"}),
        ("software-app", {"SoftwareApplication"}),
        ("product-snippet", {"Product"}),
    ],
)
def test_a_feature_is_claimed_of_the_pages_that_have_its_type(
    feature: str, types: set[str], entries: list[Entry], sample_site: Path
) -> None:
    listed = [entry for entry in entries if _may(entry, "search-results")]
    claimed = {entry["address"] for entry in listed if _may(entry, feature)}
    there = {
        entry["address"]
        for entry in listed
        if types & {node["@type"] for node in _read(entry, sample_site)[1]}
    }
    assert claimed == there != set()


def test_films_are_claimed_where_they_are_marked_up(
    entries: list[Entry], sample_site: Path
) -> None:
    listed = [entry for entry in entries if _may(entry, "search-results")]
    claimed = {entry["address"] for entry in listed if _may(entry, "video")}
    there = {
        entry["address"]
        for entry in listed
        if '"VideoObject"' in _file_of(entry, sample_site).read_text(encoding="utf-8")
    }
    assert claimed == there != set()


def test_search_results_are_claimed_of_the_sitemaps_pages_alone(
    entries: list[Entry], sample_site: Path
) -> None:
    sitemap = (sample_site / "output/sitemap.xml").read_text(encoding="utf-8")
    claimed = {entry["url"] for entry in entries if _may(entry, "search-results")}
    assert claimed == set(re.findall(r"<loc>(.*?)</loc>", sitemap))
    kept_out = [entry for entry in entries if not _may(entry, "search-results")]
    assert all(
        [each["feature"] for each in one["features"]] == ["search-results"] for one in kept_out
    )
    for entry in kept_out:
        assert '<meta name="robots" content="noindex">' in _file_of(entry, sample_site).read_text(
            encoding="utf-8"
        )


def test_each_entry_names_its_page_and_gives_a_reason_with_every_no(entries: list[Entry]) -> None:
    keys = {"address", "url", "kind", "language", "item", "file", "features"}
    for entry in entries:
        assert entry.keys() == keys
        assert entry["url"] == f"{ROOT_URL}{entry['address']}"
        for verdict in entry["features"]:
            assert verdict.keys() == {"feature", "eligible", "why", "change"}
            assert bool(verdict["why"]) is not verdict["eligible"]
            assert not re.search(r"\{\w+\}", verdict["why"] + verdict["change"])


def test_logo_and_site_name_are_of_the_home_page(entries: list[Entry]) -> None:
    for feature in ("logo", "site-name"):
        assert [entry["address"] for entry in entries if _may(entry, feature)] == ["/"]


def test_below_a_path_a_site_has_no_name_of_its_own(sample_under_path: Path) -> None:
    words = ("check", "--search", "--json", *DAY)
    told = json.loads(run(*words, cwd=sample_under_path, check=0).stdout)
    (home,) = (entry for entry in told if entry["address"] == "/")
    (verdict,) = (one for one in home["features"] if one["feature"] == "site-name")
    assert not verdict["eligible"]
    assert "/sub" in verdict["why"]


def test_the_report_has_a_block_for_each_item_and_facets_in_one_line(report: str) -> None:
    for name in ("Portefaix carrier trailer (Product,", "Fleet care (Service,"):
        assert report.count(name) == 1
    assert report.count("  Facets (") == 8
    assert len(report.splitlines()) < 150


def test_the_report_counts_every_page_once(report: str, entries: list[Entry]) -> None:
    counts = [int(count) for count in re.findall(r"^  \S[^(\n]* \((\d+)\): ", report, re.MULTILINE)]
    assert sum(counts) == len(entries)


def test_the_report_says_where_to_ask_what_it_cannot_know(report: str) -> None:
    for address in ASKED:
        assert address in report


def test_in_french_it_tells_the_same_of_the_same_pages(
    entries: list[Entry], report: str, sample_site: Path
) -> None:
    words = ("check", "--search", *DAY)
    told = json.loads(
        run(*words, "--json", cwd=sample_site, language="fr_FR.UTF-8", check=0).stdout
    )
    without_words = [
        [{**entry, "features": [(one["feature"], one["eligible"]) for one in entry["features"]]}]
        for told_in_one in (entries, told)
        for entry in told_in_one
    ]
    assert without_words[: len(entries)] == without_words[len(entries) :]
    french = run(*words, cwd=sample_site, language="fr_FR.UTF-8", check=0).stdout
    assert "étoiles" in french
    # Names and addresses alone are the same in both languages.
    same = set(french.splitlines()) & set(report.splitlines())
    assert [line for line in same if line and "(" not in line] == []


def test_a_build_ends_with_the_numbers_of_the_report(
    entries: list[Entry], sample_site: Path, tmp_path: Path
) -> None:
    told = run("build", "--output", tmp_path / "again", *DAY, cwd=sample_site, check=0).stderr
    pages = {
        kind: [_may(entry, "review-snippet") for entry in entries if entry["kind"] == kind]
        for kind in ("item", "review")
    }
    items, reviews = pages["item"], pages["review"]
    assert (
        f"Search: {sum(items)} of {len(items)} item pages and {sum(reviews)} of {len(reviews)} "
        "review pages may show stars; `ambassade check --search` says why not."
    ) in told.splitlines()


def test_exit_codes_are_those_of_check_and_faulty_files_are_left_out(tmp_path: Path) -> None:
    write_site(tmp_path)
    assert "/reviews/kettle/" in run("check", "--search", cwd=tmp_path, check=0).stdout
    write_file(tmp_path, "reviews/kettle/2026-05-14-x.yaml", b"author: A\nreviewRating: 6\n")
    told = run("check", "--search", cwd=tmp_path, check=1)
    assert "2026-05-14-x" not in told.stdout
    assert "R102" not in told.stdout
    assert "Files with an error are left out" in told.stderr


def test_a_draft_build_tells_nothing_of_search(tmp_path: Path) -> None:
    write_site(tmp_path)
    told = run("build", "--drafts", "--output", tmp_path / "draft", cwd=tmp_path, check=0)
    assert "Search:" not in told.stderr
