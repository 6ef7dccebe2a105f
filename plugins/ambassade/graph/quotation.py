"""Quotation: words that are quoted and not rated."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ambassade.ids import Ids
    from ambassade.json_ld import Node
    from ambassade.page import Page
    from ambassade.public import PublicReview, PublicTranslation


def quotation(review: PublicReview, ids: Ids, about: str | None = None) -> Node:
    """Return the node of a review's words; `about` is the id of the item where it is described."""
    return {
        "@type": "Quotation",
        "@id": ids.quotation(review),
        "url": ids.review_url(review),
        "name": review.name,
        "text": review.body.text if review.body else None,
        "inLanguage": review.in_language,
        "author": {"@type": "Person", "name": review.author.name} if review.author.name else None,
        "datePublished": review.date_published.isoformat(),
        "about": {"@id": about} if about else None,
        "isBasedOn": review.labels.publisher_url if review.labels.publisher else None,
    }


def translated_quotation(
    page: Page, review: PublicReview, translation: PublicTranslation, ids: Ids
) -> Node:
    """Return the node of a review's translated words; it adds no second Review."""
    original = ids.of_words(review)
    return {
        "@type": "Quotation",
        "@id": ids.translation(page),
        "name": translation.name,
        "text": translation.body.text if translation.body else None,
        "inLanguage": translation.in_language,
        "translationOfWork": {"@id": original} if original else None,
    }
