"""The facets of an item: by rating, language, verification, and in other orders."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from ambassade.model import Provenance
from ambassade.pages import facet
from tests.catalogue.records import DAY, make_review, make_site, rate

if TYPE_CHECKING:
    from ambassade.public_site import PublicSite

ORDER = Provenance(verification="order", evidence="order-1")


def _site() -> PublicSite:
    return make_site(
        make_review("five", rating=5, date_published=DAY, provenance=ORDER),
        make_review("half", rating=rate(4.5), date_published=DAY - timedelta(1)),
        make_review("one", rating=1, in_language="fr-CA", date_published=DAY - timedelta(2)),
        make_review("none", rating=None, date_published=DAY - timedelta(3)),
    )


def _slugs(name: str) -> list[str]:
    pages = [page for page in facet.plan(_site()) if page.content.facet.slug == name]
    in_english = [page for page in pages if page.language == "en"]
    shown = [review.identifier for page in in_english for review in page.content.reviews]
    return [identifier[11:] for identifier in shown]


def test_a_rating_is_in_the_facet_it_rounds_to() -> None:
    assert _slugs("rating-5") == ["five", "half"]
    assert _slugs("rating-1") == ["one"]
    assert _slugs("rating-3") == []


def test_languages_match_by_their_primary_subtag() -> None:
    assert _slugs("lang-fr") == ["one"]
    assert _slugs("lang-en") == ["five", "half", "none"]


def test_verified_and_orders() -> None:
    assert _slugs("verified") == ["five"]
    assert _slugs("oldest") == ["none", "one", "half", "five"]
    assert _slugs("highest") == ["five", "half", "one"]
    assert _slugs("lowest") == ["one", "half", "five"]


def test_they_are_at_the_addresses_of_the_contract_and_not_for_search_engines() -> None:
    pages = list(facet.plan(_site()))
    addresses = {page.address for page in pages}
    assert {"reviews/kettle/rating-5/", "fr/reviews/kettle/lang-fr/"} <= addresses
    assert not any(page.indexable for page in pages)
