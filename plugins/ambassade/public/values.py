"""What several records are made of: ratings, texts, pictures, offers, films, topics."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache

from ambassade.frozen import Frozen

_BEST = 5


class Rating(Frozen, frozen=True):
    """A rating as the customer gave it: the value and the ends of its scale, as typed."""

    rating_value: Decimal
    best_rating: Decimal
    worst_rating: Decimal

    @property
    def on_five(self) -> Fraction:
        """The exact value brought to the scale of 1 to 5, linearly."""
        return _bring_to_five(self.rating_value, self.best_rating, self.worst_rating)

    @property
    def is_on_five(self) -> bool:
        """Whether it was typed on the scale of 1 to 5."""
        return self.worst_rating == 1 and self.best_rating == _BEST

    @property
    def is_told_exactly(self) -> bool:
        """Whether what is told of it, two decimals on the scale of 1 to 5, is what was typed."""
        return self.is_on_five and self.rating_value * 100 % 1 == 0


@lru_cache(maxsize=1024)
def _bring_to_five(value: Decimal, best: Decimal, worst: Decimal) -> Fraction:
    lowest = Fraction(worst)
    return 1 + 4 * (Fraction(value) - lowest) / (Fraction(best) - lowest)


class RichText(Frozen, frozen=True):
    """A text twice: safe HTML, and the plain text of that HTML, blocks joined by a newline."""

    html: str
    text: str


class Picture(Frozen, frozen=True):
    """A picture of the site: its path under `content/`, its size in pixels (0 where unknown).

    `tells_place`: the file says where it was taken; what is published of it does not.
    """

    path: str
    width: int = 0
    height: int = 0
    tells_place: bool = False


class Offer(Frozen, frozen=True):
    """A price (as typed), its ISO 4217 currency, the name of an ItemAvailability, an address."""

    price: str | None = None
    price_currency: str | None = None
    availability: str | None = None
    url: str | None = None


class PostalAddress(Frozen, frozen=True):
    """schema.org's PostalAddress; a one-line address is a `street_address`."""

    street_address: str | None = None
    postal_code: str | None = None
    address_locality: str | None = None
    address_region: str | None = None
    address_country: str | None = None


class Agent(Frozen, frozen=True):
    """A person or organization that is named: who provides a course, who wrote a book."""

    name: str
    url: str | None = None


class Named(Frozen, frozen=True):
    """Name and description of an item in another language of the site."""

    name: str | None = None
    description: str | None = None


class Video(Frozen, frozen=True):
    """A film: where it is, its still picture, its words."""

    content_url: str | None = None
    embed_url: str | None = None
    thumbnail_url: Picture | str | None = None
    name: str | None = None
    duration: str | None = None
    upload_date: date | None = None
    transcript: str | None = None


class Topic(Frozen, frozen=True):
    """A keyword as it is read, and its slug."""

    name: str
    slug: str
