"""What the world may see: the records that pages, graphs and feeds are made of.

Nothing here can hold a private field. Everything that is secret lives in `model`, which no module
above `disclose` may import.
"""

from __future__ import annotations

import enum
from dataclasses import dataclass, field
from fractions import Fraction
from typing import TYPE_CHECKING

from ambassade.problem import Place

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping
    from datetime import date
    from decimal import Decimal


_BEST = 5


@dataclass(frozen=True, slots=True)
class Rating:
    """A rating as the customer gave it: the value and the ends of its scale, as typed."""

    rating_value: Decimal
    best_rating: Decimal
    worst_rating: Decimal

    @property
    def on_five(self) -> Fraction:
        """The exact value brought to the scale of 1 to 5, linearly."""
        best, worst = Fraction(self.best_rating), Fraction(self.worst_rating)
        return 1 + 4 * (Fraction(self.rating_value) - worst) / (best - worst)

    @property
    def is_on_five(self) -> bool:
        """Whether it was typed on the scale of 1 to 5."""
        return self.worst_rating == 1 and self.best_rating == _BEST


@dataclass(frozen=True, slots=True)
class RichText:
    """A text twice: safe HTML, and the plain text of that HTML, blocks joined by a newline."""

    html: str
    text: str


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture of the site: its path under `content/`, its size in pixels (0 where unknown)."""

    path: str
    width: int = 0
    height: int = 0


@dataclass(frozen=True, slots=True)
class Offer:
    """A price (as typed), its ISO 4217 currency, the name of an ItemAvailability, an address."""

    price: str | None = None
    price_currency: str | None = None
    availability: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class PostalAddress:
    """schema.org's PostalAddress; a one-line address is a `street_address`."""

    street_address: str | None = None
    postal_code: str | None = None
    address_locality: str | None = None
    address_region: str | None = None
    address_country: str | None = None


@dataclass(frozen=True, slots=True)
class Agent:
    """A person or organization that is named: who provides a course, who wrote a book."""

    name: str
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Named:
    """Name and description of an item in another language of the site."""

    name: str | None = None
    description: str | None = None


@dataclass(frozen=True, slots=True)
class Item:
    """What is reviewed, as `reviews/<slug>/item.yaml` says it. All of it is public."""

    slug: str
    type: str
    name: str
    collection: str
    description: str | None = None
    url: str | None = None
    image: tuple[Picture, ...] = ()
    same_as: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()
    offers: Offer | None = None
    translations: Mapping[str, Named] = field(default_factory=dict)
    aliases: tuple[str, ...] = ()
    properties: Mapping[str, object] = field(default_factory=dict)
    file: str = ""
    places: Mapping[str, Place] = field(default_factory=dict)

    @property
    def is_complete(self) -> bool:
        """Whether every genuine review received is on record."""
        return self.collection == "complete"

    def place(self, key: str = "") -> Place:
        """Return where `key` (dotted) was typed, else the beginning of the file."""
        return self.places.get(key) or Place(self.file)


@dataclass(frozen=True, slots=True)
class Video:
    """A film: where it is, its still picture, its words."""

    content_url: str | None = None
    embed_url: str | None = None
    thumbnail_url: Picture | str | None = None
    name: str | None = None
    duration: str | None = None
    upload_date: date | None = None
    transcript: str | None = None


@dataclass(frozen=True, slots=True)
class Topic:
    """A keyword as it is read, and its slug."""

    name: str
    slug: str


class Markup(enum.Enum):
    """What structured data says of a review on a page."""

    REVIEW = "review"
    QUOTATION = "quotation"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class PublicAuthor:
    """Who wrote a review, as far as it may be shown. `name` is None for an anonymous one."""

    name: str | None
    job_title: str | None = None
    works_for: str | None = None
    address_locality: str | None = None
    url: str | None = None
    image: Picture | None = None


@dataclass(frozen=True, slots=True)
class PublicReply:
    """The company's answer. `author` is None for the company itself."""

    body: RichText
    date_published: date | None = None
    author: str | None = None


@dataclass(frozen=True, slots=True)
class Excerpt:
    """Words of a review's body as they stand there, and whether more stands before and after."""

    text: str
    more_before: bool
    more_after: bool


@dataclass(frozen=True, slots=True)
class Labels:
    """What must be said beside a review."""

    publisher: str | None = None
    publisher_url: str | None = None
    source: str | None = None
    verification: str | None = None
    incentive: str | None = None
    incentive_condition: str | None = None
    relationship: str | None = None


@dataclass(frozen=True, slots=True)
class PublicTranslation:
    """A review's words in another language, told as a translation.

    `language` is that of the page it has, where the site has it; `in_language` that of its words.
    """

    language: str
    in_language: str
    name: str | None = None
    body: RichText | None = None
    translator: str | None = None


@dataclass(frozen=True, slots=True)
class PublicCorrection:
    """A change that the author asked for after publication."""

    date: dt.date
    reason: str


@dataclass(frozen=True, slots=True)
class PublicReview:
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
    def last_modified(self) -> date:
        """When what is shown of it last changed, as its dates say."""
        dates = [self.date_published, *(change.date for change in self.corrections)]
        if self.date_modified:
            dates.append(self.date_modified)
        if self.reply and self.reply.date_published:
            dates.append(self.reply.date_published)
        return max(dates)


@dataclass(frozen=True, slots=True)
class RatingSummary:
    """The ratings of an item: the average of all that count (one decimal), how many, and their spread.

    `distribution` holds the numbers of ratings that round to 1, 2, 3, 4 and 5.
    """

    average: Decimal | None
    rating_count: int
    review_count: int
    distribution: tuple[int, int, int, int, int]


@dataclass(frozen=True, slots=True)
class Ledger:
    """Numbers of reviews. `answered`: of the published ones. Medians in days, None of nothing."""

    received: int
    by_status: Mapping[str, int]
    by_ground: Mapping[str, int]
    answered: int
    days_to_publish: float | None
    days_to_reply: float | None


@dataclass(frozen=True, slots=True)
class PublicItem:
    """An item with the reviews that may be shown, newest first, and the average that may be told."""

    item: Item
    reviews: tuple[PublicReview, ...]
    summary: RatingSummary | None
    ledger: Ledger
    by_year: Mapping[int, Ledger]
    shows_stars: bool
    about_company: bool

    @property
    def slug(self) -> str:
        """The item's folder."""
        return self.item.slug

    @property
    def last_modified(self) -> date | None:
        """When one of its reviews last changed."""
        return max((review.last_modified for review in self.reviews), default=None)

    def name(self, language: str) -> str:
        """Return the item's name in `language`, else as it stands."""
        named = self.item.translations.get(language)
        return (named and named.name) or self.item.name

    def description(self, language: str) -> str | None:
        """Return the item's description in `language`, else as it stands."""
        named = self.item.translations.get(language)
        return (named and named.description) or self.item.description


@dataclass(frozen=True, slots=True)
class Story:
    """A case story: its header. Its body is rendered by Pelican.

    `language` is that of the page it is on, `in_language` that of its words.
    """

    file: str
    slug: str
    language: str
    in_language: str
    title: str
    date: dt.date
    modified: dt.date | None = None
    authors: tuple[str, ...] = ()
    summary: str | None = None
    image: Picture | None = None
    item: str | None = None
    client: str | None = None
    client_url: str | None = None
    sector: str | None = None
    reviews: tuple[str, ...] = ()
    results: tuple[str, ...] = ()
    video: str | None = None
    places: Mapping[str, Place] = field(default_factory=dict)

    def place(self, key: str = "") -> Place:
        """Return where `key` was typed, else the beginning of the file."""
        return self.places.get(key) or Place(self.file)


@dataclass(frozen=True, slots=True)
class StaticPage:
    """A page of `content/pages/`: its header. Its body is rendered by Pelican."""

    file: str
    slug: str
    language: str
    in_language: str
    title: str
    summary: str | None = None
    modified: date | None = None
    listed: bool = True
    places: Mapping[str, Place] = field(default_factory=dict)

    def place(self, key: str = "") -> Place:
        """Return where `key` was typed, else the beginning of the file."""
        return self.places.get(key) or Place(self.file)
