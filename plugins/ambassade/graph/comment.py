"""Comment: the company's public answer to a review."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ambassade.ids import Ids
    from ambassade.json_ld import Node
    from ambassade.public import PublicReview


def comment(review: PublicReview, company: str, ids: Ids) -> Node | None:
    """Return the node of the answer to `review`; None where there is none."""
    reply = review.reply
    if reply is None:
        return None
    author = (
        {"@type": "Person", "name": reply.author}
        if reply.author
        else {"@type": "Organization", "@id": ids.organization, "name": company}
    )
    return {
        "@type": "Comment",
        "@id": ids.reply(review),
        "author": author,
        "datePublished": reply.date_published.isoformat() if reply.date_published else None,
        "text": reply.body.text,
        "parentItem": {"@id": ids.review(review)},
    }
