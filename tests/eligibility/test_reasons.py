"""Why a page may not be shown with a feature, and what would change it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from ambassade.eligibility.assess import assess_page
from ambassade.eligibility.summary import may_show_stars
from ambassade.model import Translation
from ambassade.pages import plan_pages
from ambassade.public import Offer, Picture, StaticPage, Video
from tests.catalogue.records import (
    DAY,
    make_item,
    make_review,
    make_settings,
    make_site,
    make_story,
)

if TYPE_CHECKING:
    from ambassade.eligibility.verdict import Verdict
    from ambassade.public_site import PublicSite

ITEM = "reviews/kettle/"
REVIEW = "reviews/kettle/2026-05-14-warm/"
PICTURE = Picture("images/kettle.png", 8, 6)
PRICED = Offer("19.00", "EUR")


def _verdicts(site: PublicSite, address: str) -> dict[str, Verdict]:
    (page,) = (page for page in plan_pages(site) if page.address == address)
    return {one.feature: one for one in assess_page(page, site).verdicts}


def _why_not(site: PublicSite, address: str, feature: str) -> str:
    verdict = _verdicts(site, address)[feature]
    assert not verdict.eligible
    return " ".join(verdict.reasons(str)).strip()


@pytest.mark.parametrize(
    ("item", "review", "address", "told"),
    [
        ({"type": "Service"}, {}, ITEM, "There are no stars for a Service. If it has a price"),
        ({"type": "Service"}, {}, REVIEW, "There are no stars for a Service. If it has a price"),
        ({"type": "Organization"}, {}, ITEM, "A company that controls the reviews of itself"),
        ({"type": "LocalBusiness"}, {}, REVIEW, "A company that controls the reviews of itself"),
        ({"collection": "selection"}, {}, ITEM, "The reviews are a selection, of which no average"),
        ({}, {"rating": None}, ITEM, "There is no rating that counts. Ask customers for one."),
        ({}, {"rating": None}, REVIEW, "The customer gave no rating."),
        ({}, {"display": "anonymous"}, REVIEW, "The author is anonymous, and a review needs a name"),
        ({}, {"provenance": {"relationship": "employee"}}, REVIEW, "The author is an insider, which"),
        ({}, {"provenance": {"publisher": "Trust"}}, REVIEW, "The review was collected elsewhere, by Trust:"),
    ],
)  # fmt: skip
def test_a_page_without_stars_is_told_why(
    item: dict[str, Any], review: dict[str, Any], address: str, told: str
) -> None:
    site = make_site(make_review(**({"rating": 5} | review)), items=[make_item(**item)])
    assert _why_not(site, address, "review-snippet").startswith(told)


def test_a_review_is_marked_up_in_its_own_language_alone() -> None:
    site = make_site(
        make_review(rating=5, translations={"fr": Translation("Chaude", "Ça chauffe.")})
    )
    assert _verdicts(site, REVIEW)["review-snippet"].eligible
    assert "translations" in _why_not(site, f"fr/{REVIEW}", "review-snippet")


@pytest.mark.parametrize(
    ("item", "lacks"),
    [
        ({}, "image, offers.price, offers.priceCurrency"),
        ({"image": (PICTURE,)}, "offers.price, offers.priceCurrency"),
        ({"image": (PICTURE,), "offers": Offer("19.00")}, "offers.priceCurrency"),
        ({"offers": PRICED}, "image"),
        (
            {"image": (PICTURE,), "offers": Offer(availability="InStock")},
            "offers.price, offers.priceCurrency",
        ),
    ],
)
def test_a_merchant_listing_lacks_picture_or_price(item: dict[str, Any], lacks: str) -> None:
    site = make_site(make_review(rating=5), items=[make_item(**item)])
    told = _why_not(site, ITEM, "merchant-listing")
    assert told == f"The product lacks {lacks}. Add it to item.yaml."
    assert _verdicts(site, ITEM)["product-snippet"].eligible


def test_a_product_with_picture_and_price_may_be_listed_without_any_review() -> None:
    site = make_site(items=[make_item(image=(PICTURE,), offers=PRICED)])
    verdicts = _verdicts(site, ITEM)
    assert verdicts["merchant-listing"].eligible
    assert verdicts["product-snippet"].eligible
    assert not verdicts["review-snippet"].eligible


def test_a_product_of_which_nothing_is_known_is_none() -> None:
    told = _why_not(make_site(), ITEM, "product-snippet")
    assert told.startswith("A product needs a price, a rating or a review.")


def test_a_program_needs_a_price_be_it_0_and_a_rating() -> None:
    def look(offers: Offer | None, rating: int | None) -> Verdict:
        item = make_item(type="SoftwareApplication", offers=offers)
        return _verdicts(make_site(make_review(rating=rating), items=[item]), ITEM)["software-app"]

    assert look(Offer("0"), 5).eligible
    assert dict(look(None, 5).values) == {"missing": "offers.price"}
    assert dict(look(Offer("0"), None).values) == {"missing": "reviewRating"}


def test_a_film_is_told_what_it_lacks() -> None:
    whole = Video("https://x.org/f.mp4", None, PICTURE, "Film", None, DAY)
    for video, told in (
        (whole, None),
        (Video("https://x.org/f.mp4"), "The film lacks name, thumbnailUrl, uploadDate. Add it"),
    ):
        site = make_site(make_review(rating=5, video=video, consent="text video"))
        verdict = _verdicts(site, REVIEW)["video"]
        assert verdict.eligible is (told is None)
        assert told is None or " ".join(verdict.reasons(str)).startswith(told)
    site = make_site(make_review(rating=None, video=whole, consent="text video"))
    assert "not marked up" in _why_not(site, REVIEW, "video")
    assert "video" not in _verdicts(make_site(make_review(rating=5)), REVIEW)


def test_a_storys_film_needs_a_picture() -> None:
    film = "https://x.org/f.mp4"
    site = make_site(stories=[make_story(video=film)])
    assert "picture" in _why_not(site, "stories/tea/", "video")
    site = make_site(stories=[make_story(video=film, image=PICTURE)])
    assert _verdicts(site, "stories/tea/")["video"].eligible
    site = make_site(stories=[make_story(video="https://x.org/watch/1", image=PICTURE)])
    assert "YouTube or Vimeo" in _why_not(site, "stories/tea/", "video")


def test_a_page_that_is_kept_out_is_told_nothing_else() -> None:
    hidden = StaticPage("content/pages/us.md", "us", "en", "en", "Us", listed=False)
    site = make_site(make_review(rating=5), pages=[hidden])
    for address in ("reviews/kettle/lang-en/", "topics/", "404.html", "us/"):
        assert list(_verdicts(site, address)) == ["search-results"]
        assert _why_not(site, address, "search-results")


def test_the_home_page_needs_a_logo_and_a_host_of_its_own() -> None:
    site = make_site(settings=make_settings(site_url="https://x.org/sub"))
    assert "COMPANY.logo" in _why_not(site, "", "logo")
    assert "/sub" in _why_not(site, "", "site-name")
    assert not {"logo", "site-name"} & _verdicts(site, "fr/").keys()


@pytest.mark.parametrize(
    "kind", ["Product", "Service", "Organization", "SoftwareApplication", "Book"]
)
@pytest.mark.parametrize("collection", ["complete", "selection"])
def test_the_summary_of_a_build_says_what_the_graphs_say(kind: str, collection: str) -> None:
    reviews = [
        make_review("a", rating=5, translations={"fr": Translation("Chaude", "Ça chauffe.")}),
        make_review("b", rating=None),
        make_review("c", rating=1, display="anonymous"),
        make_review("d", rating=2, provenance={"publisher": "Trust"}),
        make_review("e", rating=2, provenance={"relationship": "employee"}),
    ]
    for shown in (reviews, reviews[1:2], reviews[2:3], []):
        site = make_site(*shown, items=[make_item(type=kind, collection=collection)])
        for page in plan_pages(site):
            stars = [
                one for one in assess_page(page, site).verdicts if one.feature == "review-snippet"
            ]
            assert may_show_stars(page) is any(one.eligible for one in stars)


def test_of_every_page_that_search_engines_are_kept_out_of_it_is_told_why() -> None:
    site = make_site(make_review(keywords=("heat",)), items=[make_item(aliases=("/old/",))])
    hidden = [page.address for page in plan_pages(site) if not page.indexable]
    assert {"stories/", "topics/", "old/"} <= {*hidden}
    assert all(_why_not(site, address, "search-results") for address in hidden)
