"""Small records, catalogues and sites for tests, made in one call."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from ambassade.catalogue import make_catalogue
from ambassade.disclose_site import disclose_site
from ambassade.model import Author, Consent, Provenance, Records, Review
from ambassade.public import Item, Rating, Story
from ambassade.settings import Company, Settings

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ambassade.public import PublicReview, StaticPage
    from ambassade.public_site import PublicSite

TODAY = date(2026, 6, 1)
DAY = date(2026, 5, 14)
URL = "https://example.com"


def make_settings(**given: Any) -> Settings:  # noqa: ANN401 - whatever the settings hold
    """Return the settings of a site in English and French."""
    usual: dict[str, Any] = {
        "site_url": URL,
        "site_name": "Kettles",
        "company": Company("Kettle Works"),
        "languages": ("en", "fr"),
    }
    return Settings(**(usual | given))


def make_item(slug: str = "kettle", **given: Any) -> Item:  # noqa: ANN401 - as above
    """Return a product of which every review is on record."""
    usual: dict[str, Any] = {"type": "Product", "name": slug.title(), "collection": "complete"}
    return Item(slug=slug, file=f"reviews/{slug}/item.yaml", **(usual | given))


def make_review(slug: str = "warm", **given: Any) -> Review:  # noqa: ANN401 - as above
    """Return a published review by Marie Dupont; `author`, `rating` and `consent` may be short."""
    usual: dict[str, Any] = {
        "item": "kettle",
        "author": "Marie Dupont",
        "in_language": "en",
        "date_published": DAY,
        "review_body": "It boils.",
    }
    values = usual | given
    if isinstance(values["author"], str):
        values["author"] = Author(values["author"], display=values.pop("display", "initial"))
    if "rating" in values:
        values["review_rating"] = rate(values.pop("rating"))
    if "provenance" in values and isinstance(values["provenance"], dict):
        values["provenance"] = Provenance(**values["provenance"])
    if "consent" in values and isinstance(values["consent"], str):
        values["consent"] = Consent(scope=frozenset(values["consent"].split()))
    identifier = f"{values['date_published'].isoformat()}-{slug}"
    file = f"reviews/{values['item']}/{identifier}.yaml"
    return Review(identifier=identifier, file=file, **values)


def rate(value: object, best: object = 5, worst: object = 1) -> Rating | None:
    """Return a rating; of None, None; a rating as it is."""
    if value is None or isinstance(value, Rating):
        return value
    return Rating(Decimal(str(value)), Decimal(str(best)), Decimal(str(worst)))


def make_story(slug: str = "tea", **given: Any) -> Story:  # noqa: ANN401 - as above
    """Return a story in English."""
    tag = given.get("language", "en")
    usual: dict[str, Any] = {
        "language": tag, "in_language": tag, "title": slug.title(), "date": DAY,
    }  # fmt: skip
    return Story(file=f"content/stories/{slug}.md", slug=slug, **(usual | given))


def make_site(
    *reviews: Review,
    items: Iterable[Item] = (make_item(),),
    stories: Iterable[Story] = (),
    pages: Iterable[StaticPage] = (),
    settings: Settings | None = None,
    today: date = TODAY,
) -> PublicSite:
    """Return what the world may see of these records."""
    records = Records(tuple(items), reviews, tuple(stories), tuple(pages))
    return disclose_site(make_catalogue(records, settings or make_settings(), today))


def disclose_one(review: Review, **given: Any) -> PublicReview | None:  # noqa: ANN401 - as above
    """Return what may be seen of one review, None: nothing."""
    shown = make_site(review, **given).reviews
    return shown[0] if shown else None
