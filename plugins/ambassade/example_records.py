"""Invented public records for the style guide: each case that a widget must bear.

In: a site with a review. Out: its examples. Addresses are those of real reviews, so that links lead
somewhere; words, names and numbers are invented.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from msgspec.structs import replace

from ambassade.facets import facets_of
from ambassade.markup.small_markdown import render_markdown
from ambassade.page import Paging
from ambassade.public import (
    AspectAverage,
    Excerpt,
    Labels,
    PeriodAverage,
    PublicAuthor,
    PublicCorrection,
    PublicReply,
    PublicReview,
    PublicTranslation,
    Rating,
    RatingSummary,
    Topic,
    Video,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ambassade.facets import Facet
    from ambassade.public import Picture, PublicItem
    from ambassade.public_site import PublicSite

_DAY = date(2026, 5, 14)
_WORDS = "It was ready the day they said, and the bill was the one they had named."
_ANSWER = "You are right: four days is long."
_LONG_NAME = "Maria Theresia Wolfeschlegelsteinhausenbergerdorff-Featherstonehaugh"


@dataclass(frozen=True, slots=True)
class Examples:
    """The examples by name; `items` with and without an average."""

    reviews: Mapping[str, PublicReview]
    authors: Mapping[str, PublicAuthor]
    items: Mapping[str, PublicItem]
    facets: tuple[Facet, ...]
    paging: Paging
    video: Video
    replies: Mapping[str, PublicReply]


def make_examples(site: PublicSite) -> Examples:
    """Return the examples; the site has a review at least."""
    item = site.by_slug[site.reviews[0].item]
    portrait = next((one.author.image for one in site.reviews if one.author.image), None)
    authors = _authors(portrait)
    return Examples(
        reviews=_reviews(site, authors),
        authors=authors,
        items=_items(item),
        facets=facets_of(item.reviews),
        paging=Paging(6, 12, 240),
        video=_VIDEO,
        replies=_REPLIES,
    )


def _authors(portrait: Picture | None) -> dict[str, PublicAuthor]:
    return {
        "with initials": PublicAuthor("Mina K."),
        "with a photo": PublicAuthor("Ravi Oak", "Carpenter", "Oak and Sons", image=portrait),
        "with one name and a link": PublicAuthor("Ombeline", url="https://example.com/"),
        "anonymous": PublicAuthor(None),
        "with a long name": PublicAuthor(_LONG_NAME, "Deputy head of fleet procurement", "Nantes"),
        "written from right to left": PublicAuthor("مريم الحداد", address_locality="الرباط"),
    }


_FIVE = Rating(Decimal(5), Decimal(5), Decimal(1))
_VIDEO = Video(
    content_url="https://media.example.com/ride.mp4",
    name="The ride to the coast",
    duration="PT1M12S",
    transcript="Here is the bridge.\n\nAnd here the sea.",
)
_REPLIES = {
    "with a name and a date": PublicReply(render_markdown(_ANSWER), _DAY, "Anne"),
    "by the company": PublicReply(render_markdown(_ANSWER)),
    "written from right to left": PublicReply(render_markdown("شكرا، سنجيب أسرع."), _DAY),
}
_CASES: dict[str, dict[str, Any]] = {
    "a usual one": {"name": "On the day", "labels": Labels(verification="order")},
    "anonymous": {"author": "anonymous"},
    "with a photo, an answer and scores": {
        "author": "with a photo",
        "name": "Good work, slow answer",
        "review_rating": Rating(Decimal(3), Decimal(5), Decimal(1)),
        "review_aspect": (("work", _FIVE), ("answers", Rating(Decimal(1), Decimal(5), Decimal(1)))),
        "reply": _REPLIES["with a name and a date"],
    },
    "with a long name": {"author": "with a long name"},
    "by an insider": {"labels": Labels(relationship="employee"), "counts": False},
    "for something": {"labels": Labels(incentive="10 % off the next order, whatever the rating")},
    "from another site": {
        "labels": Labels(publisher="Example Reviews", publisher_url="https://example.com/"),
        "counts": False,
    },
    "translated": {
        "in_language": "pt",
        "body": render_markdown("Ficou pronta no dia marcado."),
        "translations": (
            PublicTranslation("xx", "en", body=render_markdown(_WORDS), translator="J. Lima"),
        ),
    },
    "a draft": {"draft": True, "counts": False},
    "without words": {"body": None, "review_rating": Rating(Decimal(7), Decimal(10), Decimal(0))},
    "written from right to left": {
        "author": "written from right to left",
        "in_language": "ar",
        "name": "في الموعد",
        "body": render_markdown("كانت الدراجة جاهزة في اليوم الموعود، وكان الثمن كما قالوا."),
    },
    "corrected": {
        "date_experienced": date(2026, 4, 30),
        "date_received": date(2026, 5, 2),
        "date_modified": date(2026, 6, 1),
        "corrections": (PublicCorrection(date(2026, 5, 20), "The date was wrong."),),
    },
    "with a film": {"video": _VIDEO},
    "an excerpt": {
        "excerpt": Excerpt("ready the day they said", more_before=True, more_after=True),
        "keywords": (Topic("turnaround", "turnaround"),),
    },
}  # fmt: skip


def _reviews(site: PublicSite, authors: Mapping[str, PublicAuthor]) -> dict[str, PublicReview]:
    """Return as many cases as the site has reviews to take the addresses of."""
    return {
        name: _review(real, authors, case)
        for (name, case), real in zip(_CASES.items(), site.reviews, strict=False)
    }


def _review(
    real: PublicReview, authors: Mapping[str, PublicAuthor], case: Mapping[str, Any]
) -> PublicReview:
    usual = PublicReview(
        item=real.item,
        identifier=real.identifier,
        author=authors[case.get("author", "with initials")],
        in_language="en",
        page_language=real.page_language,
        date_published=_DAY,
        review_rating=_FIVE,
        body=render_markdown(_WORDS),
        counts=True,
    )
    return replace(usual, **{key: value for key, value in case.items() if key != "author"})


def _items(item: PublicItem) -> dict[str, PublicItem]:
    complete = replace(item.item, collection="complete")
    rated = replace(item, item=complete, about_company=False, summary=_SUMMARY)
    return {
        "with an average": rated,
        "with one rating": replace(rated, summary=_ONE),
        "without ratings": replace(rated, summary=_NONE),
        "a selection": replace(
            rated, item=replace(item.item, collection="selection"), summary=None
        ),
        "the company itself": replace(rated, about_company=True, summary=None),
    }


_NONE = RatingSummary(None, 0, 0, (0, 0, 0, 0, 0))
_ONE = RatingSummary(Decimal("2.0"), 1, 0, (0, 1, 0, 0, 0))
_SUMMARY = RatingSummary(
    Decimal("3.7"),
    25,
    23,
    (2, 3, 4, 7, 9),
    by_period=(
        PeriodAverage(2021, None, Decimal("2.1"), 3),
        PeriodAverage(2022, None, Decimal("3.4"), 7),
        PeriodAverage(2024, None, Decimal("4.8"), 5),
        PeriodAverage(2025, None, Decimal("3.9"), 6),
        PeriodAverage(2026, None, Decimal("4.2"), 4),
    ),
    by_aspect=(
        AspectAverage("turnaround", Decimal("4.2"), 12),
        AspectAverage("advice that we understood", Decimal("3.7"), 8),
        AspectAverage("price", Decimal("1.0"), 3),
    ),
)
