"""Comment: the company's public answer to a review."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ambassade.ids import Ids
    from ambassade.json_ld import Node
    from ambassade.public import PublicReview


def comment(review: PublicReview, ids: Ids, company: Node) -> Node | None:
    """Return the node of the answer to `review`, whoever wrote it for `company`; None if none."""
    reply = review.reply
    if reply is None:
        return None
    return {
        "@type": "Comment",
        "@id": ids.reply(review),
        "author": company,
        "datePublished": reply.date_published.isoformat() if reply.date_published else None,
        "text": reply.body.text,
        "parentItem": {"@id": ids.review(review)},
    }
