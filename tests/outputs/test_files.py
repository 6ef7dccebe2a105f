"""sitemap.xml, robots.txt and the JSON files."""

import json
from datetime import date
from typing import Any
from xml.etree.ElementTree import fromstring

import pytest

from ambassade.eligibility.summary import list_page
from ambassade.model import Correction, Provenance
from ambassade.outputs import api, robots, sitemap
from ambassade.page import Page, PageLine
from ambassade.page_lines import PageLines
from ambassade.pages import plan_pages
from ambassade.public import Named
from ambassade.public_site import PublicSite
from tests.catalogue.records import DAY, make_item, make_review, make_settings, make_site, rate
from tests.outputs.made import list_pages, make_all

S = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def _page(address: str, modified: date | None = None) -> PageLine:
    return list_page(Page("page", "en", address, "", "", None, modified=modified))


def _locations(data: bytes) -> list[str | None]:
    return [found.text for found in fromstring(data).iter(f"{S}loc")]  # noqa: S314 - ours


def test_the_sitemap_lists_what_may_be_indexed_with_the_dates_of_its_content() -> None:
    site = make_site(make_review(keywords=("x",)), items=[make_item(aliases=("old",))])
    ((name, data),) = sitemap.make(site, list_pages(site))
    assert name == "sitemap.xml"
    listed = _locations(data)
    assert listed == [
        f"https://example.com/{page.address}"
        for page in sorted(plan_pages(site), key=lambda page: page.address)
        if page.indexable
    ]
    assert len(listed) == len(set(listed))
    dates = {
        entry.findtext(f"{S}loc"): entry.findtext(f"{S}lastmod")
        for entry in fromstring(data)  # noqa: S314 - ours
    }
    assert dates["https://example.com/reviews/kettle/"] == DAY.isoformat()
    assert dates["https://example.com/review-policy/"] is None


def test_many_pages_are_parted_and_none_is_lost() -> None:
    pages = [(f"p{number:02}/", None) for number in range(10)]
    assert [len(part) for part in sitemap.split(pages, 20, 4, 10**6)] == [4, 4, 2]
    assert [len(part) for part in sitemap.split(pages, 20, 5, 10**6)] == [5, 5]
    by_size = list(sitemap.split(pages, 20, 99, 350))
    assert [page for part in by_size for page in part] == pages
    assert len(by_size) == 4
    assert [len(part) for part in sitemap.split(pages, 20, 99, 1)] == [1] * 10
    assert list(sitemap.split([], 20, 4, 100)) == [[]]


def test_parts_are_listed_in_an_index(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sitemap, "MOST_ADDRESSES", 2)
    pages = [_page("a/", DAY), _page("b/"), _page("c/")]
    files = dict(sitemap.make(make_site(), PageLines({}, pages)))
    assert list(files) == ["sitemap-1.xml", "sitemap-2.xml", "sitemap.xml"]
    index = fromstring(files["sitemap.xml"])  # noqa: S314 - ours
    assert index.tag == f"{S}sitemapindex"
    assert [(one.findtext(f"{S}loc"), one.findtext(f"{S}lastmod")) for one in index] == [
        ("https://example.com/sitemap-1.xml", "2026-05-14"),
        ("https://example.com/sitemap-2.xml", None),
    ]
    parts = _locations(files["sitemap-1.xml"]) + _locations(files["sitemap-2.xml"])
    assert parts == ["https://example.com/a/", "https://example.com/b/", "https://example.com/c/"]


def _robots(**given: Any) -> list[str]:  # noqa: ANN401 - settings
    ((name, data),) = robots.make(make_site(settings=make_settings(**given)), PageLines())
    assert name == "robots.txt"
    return data.decode().splitlines()


def test_everybody_is_welcome_by_default() -> None:
    assert _robots() == [
        "User-agent: *",
        "Allow: /",
        "",
        "Sitemap: https://example.com/sitemap.xml",
    ]


def test_the_crawlers_of_ai_companies_can_be_asked_to_stay_away() -> None:
    lines = _robots(ai_crawlers="block", site_url="https://example.com/sub")
    named = [line.removeprefix("User-agent: ") for line in lines if line.startswith("User-agent")]
    assert named == ["*", *robots.AI_CRAWLERS]
    assert lines.index("Disallow: /sub/") > lines.index(f"User-agent: {named[-1]}")
    assert "Sitemap: https://example.com/sub/sitemap.xml" in lines


def _api(site: PublicSite) -> dict[str, Any]:
    of_items = [made for item in site.items for made in api.make_of_item(site, item)]
    return {name: json.loads(data) for name, data in [*api.make(site, PageLines()), *of_items]}


def test_the_json_files_are_once_and_not_per_language() -> None:
    files = _api(make_site(items=[make_item("a"), make_item("b")]))
    assert {name for name in files if name != "api/v1/ledger.json"} == {
        "api/v1/site.json",
        "api/v1/items.json",
        "api/v1/items/a.json",
        "api/v1/items/b.json",
    }
    assert [item["identifier"] for item in files["api/v1/items.json"]["items"]] == ["a", "b"]


def test_an_item_is_called_as_on_the_page_whose_address_is_told() -> None:
    named = {"en": Named("Electric kettle", "It boils."), "fr": Named("Bouilloire", "Elle bout.")}
    files = _api(make_site(items=[make_item(translations=named)]))
    for told in (files["api/v1/items.json"]["items"][0], files["api/v1/items/kettle.json"]):
        assert told["url"] == "https://example.com/reviews/kettle/"
        assert (told["name"], told["description"]) == ("Electric kettle", "It boils.")


def test_an_item_tells_its_average_and_its_reviews() -> None:
    hidden = make_review("hidden", rating=2, status="withheld", withheld_for="abusive")
    item = _api(make_site(make_review(rating=rate(9, 10, 0)), hidden))["api/v1/items/kettle.json"]
    assert item["aggregateRating"] == {
        "ratingValue": 3.3,
        "bestRating": 5,
        "worstRating": 1,
        "ratingCount": 2,
        "reviewCount": 1,
        "distribution": {"1": 0, "2": 1, "3": 0, "4": 0, "5": 1},
    }
    assert (item["reviewsReceived"], item["reviewsShown"]) == (2, 1)
    (review,) = item["reviews"]
    assert review["identifier"] == "kettle/2026-05-14-warm"
    assert review["reviewRating"] == {
        "ratingValue": 4.6,
        "bestRating": 5,
        "worstRating": 1,
        "asTyped": {"ratingValue": "9", "bestRating": "10", "worstRating": "0"},
    }
    assert review["author"] == {"name": "Marie D."}
    assert (review["reviewBody"], review["inLanguage"]) == ("It boils.", "en")


@pytest.mark.parametrize(
    ("typed", "told"), [("4.25", 4.25), ("4.2500", 4.25), ("4.256", 4.26), ("4.999999", 5)]
)
def test_a_rating_of_many_decimals_is_told_as_it_was_typed(typed: str, told: float) -> None:
    site = make_site(make_review(rating=rate(typed)))
    (review,) = _api(site)["api/v1/items/kettle.json"]["reviews"]
    as_typed = {"ratingValue": typed, "bestRating": "5", "worstRating": "1"}
    whole = {} if float(typed) == told else {"asTyped": as_typed}
    assert review["reviewRating"] == {
        "ratingValue": told,
        "bestRating": 5,
        "worstRating": 1,
        **whole,
    }


def test_no_private_field_has_a_name_in_any_file() -> None:
    secret = "Quetzalcoatl"  # noqa: S105 - no password
    origin = Provenance(verification="order", evidence=secret, incentive_condition="positive")
    correction = Correction(DAY, "author", "A typing error", was=secret)
    review = make_review(
        author=f"Marie {secret}", rating=4, provenance=origin, corrections=(correction,)
    )
    site = make_site(review, make_review("b", status="pending", review_body=secret))
    files = dict(make_all(site))
    assert len(files) >= 9
    for data in files.values():
        text = data.decode()
        assert secret not in text
        for name in (
            "evidence",
            "consent",
            "display",
            "withheldFor",
            '"was"',
        ):
            assert name not in text


def test_two_makings_are_the_same_bytes() -> None:
    site = make_site(make_review(rating=4, keywords=("b", "a")))
    assert make_all(site) == make_all(site)


def test_lists_that_programs_walk_through_are_there_when_they_are_empty() -> None:
    made = dict(make_all(make_site()))
    assert json.loads(made["api/v1/items/kettle.json"])["reviews"] == []
    assert json.loads(dict(make_all(make_site(items=[])))["api/v1/items.json"]) == {"items": []}
