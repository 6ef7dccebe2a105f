"""A review as the world may see it today."""

from __future__ import annotations

import datetime as dt
import enum
from datetime import date
from operator import attrgetter
from typing import TYPE_CHECKING

from ambassade.frozen import Frozen
from ambassade.public.values import Picture, Rating, RichText, Topic, Video

if TYPE_CHECKING:
    from collections.abc import Iterable


class Markup(enum.Enum):
    """What structured data says of a review on a page."""

    REVIEW = "review"
    QUOTATION = "quotation"
    NONE = "none"


class PublicAuthor(Frozen, frozen=True):
    """Who wrote a review, as far as it may be shown. `name` is None for an anonymous one."""

    name: str | None
    job_title: str | None = None
    works_for: str | None = None
    address_locality: str | None = None
    url: str | None = None
    image: Picture | None = None

    @property
    def about(self) -> str:
        """What the author is, where: on one line, as it stands beside the name; empty if not told."""
        return ", ".join(filter(None, (self.job_title, self.works_for, self.address_locality)))


class PublicReply(Frozen, frozen=True):
    """The company's answer. `author` is None for the company itself."""

    body: RichText
    date_published: date | None = None
    author: str | None = None
    in_language: str = ""


class Excerpt(Frozen, frozen=True):
    """Words of a review's body as they stand there, and whether more stands before and after."""

    text: str
    more_before: bool
    more_after: bool


class Labels(Frozen, frozen=True):
    """What must be said beside a review."""

    publisher: str | None = None
    publisher_url: str | None = None
    source: str | None = None
    verification: str | None = None
    incentive: str | None = None
    incentive_condition: str | None = None
    relationship: str | None = None


class PublicTranslation(Frozen, frozen=True):
    """A review's words in another language, told as a translation.

    `language` is that of the page it has, where the site has it; `in_language` that of its words.
    """

    language: str
    in_language: str
    name: str | None = None
    body: RichText | None = None
    translator: str | None = None


class PublicCorrection(Frozen, frozen=True):
    """A change that the author asked for after publication."""

    date: dt.date
    reason: str


class PublicReview(Frozen, frozen=True):
    """A review as the world may see it today; with `draft`, as it may once it is published."""

    item: str
    identifier: str
    author: PublicAuthor
    in_language: str
    page_language: str
    date_published: date
    date_experienced: date | None = None
    date_received: date | None = None
    date_modified: date | None = None
    review_rating: Rating | None = None
    name: str | None = None
    body: RichText | None = None
    excerpt: Excerpt | None = None
    keywords: tuple[Topic, ...] = ()
    review_aspect: tuple[tuple[str, Rating], ...] = ()
    reply: PublicReply | None = None
    labels: Labels = Labels()
    image: tuple[Picture, ...] = ()
    video: Video | None = None
    translations: tuple[PublicTranslation, ...] = ()
    corrections: tuple[PublicCorrection, ...] = ()
    featured: bool = False
    counts: bool = False
    draft: bool = False
    markup_on_item: Markup = Markup.NONE
    markup_on_page: Markup = Markup.NONE

    @property
    def key(self) -> str:
        """Its identifier on the whole site."""
        return f"{self.item}/{self.identifier}"

    @property
    def has_body(self) -> bool:
        """Whether it has words."""
        return self.body is not None

    @property
    def has_media(self) -> bool:
        """Whether it has a picture or a film."""
        return bool(self.image or self.author.image or self.video)

    @property
    def last_modified(self) -> date:
        """When what is shown of it last changed, as its dates say."""
        newest = self.date_published
        if self.date_modified and self.date_modified > newest:
            newest = self.date_modified
        if self.reply and self.reply.date_published and self.reply.date_published > newest:
            newest = self.reply.date_published
        # Most have no correction, and lists of thousands ask each.
        return max(newest, *(one.date for one in self.corrections)) if self.corrections else newest


_last_modified = attrgetter("last_modified")


def last_modified_of(reviews: Iterable[PublicReview]) -> date | None:
    """Return when what is shown of one of them last changed; None of none."""
    return max(map(_last_modified, reviews), default=None)
