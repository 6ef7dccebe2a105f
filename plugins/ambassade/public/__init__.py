"""What the world may see: the records that pages, graphs and feeds are made of.

Nothing here can hold a private field. Everything that is secret lives in `model`, which no module
above `disclose` may import.
"""

from __future__ import annotations

from ambassade.public.hashes import PublicHashes
from ambassade.public.item import Item
from ambassade.public.listed_review import (
    ReviewLine,
    hashes_of,
    make_listed_reviews,
    read_item,
)
from ambassade.public.review import (
    Excerpt,
    Labels,
    Markup,
    PublicAuthor,
    PublicCorrection,
    PublicReply,
    PublicReview,
    PublicTranslation,
    last_modified_of,
)
from ambassade.public.reviewed_item import (
    AspectAverage,
    Ledger,
    PeriodAverage,
    PublicItem,
    RatingSummary,
)
from ambassade.public.story import StaticPage, Story
from ambassade.public.values import (
    Agent,
    Named,
    Offer,
    Picture,
    PostalAddress,
    Rating,
    RichText,
    Topic,
    Video,
)

__all__ = [
    "Agent",
    "AspectAverage",
    "Excerpt",
    "Item",
    "Labels",
    "Ledger",
    "Markup",
    "Named",
    "Offer",
    "PeriodAverage",
    "Picture",
    "PostalAddress",
    "PublicAuthor",
    "PublicCorrection",
    "PublicHashes",
    "PublicItem",
    "PublicReply",
    "PublicReview",
    "PublicTranslation",
    "Rating",
    "RatingSummary",
    "ReviewLine",
    "RichText",
    "StaticPage",
    "Story",
    "Topic",
    "Video",
    "hashes_of",
    "last_modified_of",
    "make_listed_reviews",
    "read_item",
]
