"""Review: nested in its item. Google Search Central, Review snippet: author, rating, date."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ambassade.ids import Ids
    from ambassade.json_ld import Node
    from ambassade.public import PublicReview


def review(
    given: PublicReview, ids: Ids, *, rating: Node, comment: Node | None, video: Node | None = None
) -> Node:
    """Return the node of a review, with those of its rating, its answer and its film."""
    own: dict[str, Any] = {"comment": comment, "commentCount": 1} if comment else {}
    experienced = given.date_experienced
    return {
        "@type": "Review",
        "@id": ids.review(given),
        "url": ids.review_url(given),
        "name": given.name,
        "reviewBody": given.body.text if given.body else None,
        "inLanguage": given.in_language,
        "author": {"@type": "Person", "name": given.author.name},
        "datePublished": given.date_published.isoformat(),
        "dateModified": given.date_modified.isoformat() if given.date_modified else None,
        "temporalCoverage": experienced.isoformat() if experienced else None,
        "publisher": {"@id": ids.organization},
        "reviewRating": rating,
        "video": video,
        **own,
    }
