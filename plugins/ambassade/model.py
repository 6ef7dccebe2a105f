"""What is on record: a review with everything that must not be seen.

One attribute for each YAML key of `reviews/<item>/<date>-<slug>.yaml`; the camelCase key
`reviewBody` is the attribute `review_body`. Only `disclose` and what lies below it imports this.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import lru_cache

import msgspec

from ambassade.frozen import Frozen
from ambassade.problem import Place
from ambassade.public import Item, Picture, Rating, StaticPage, Story, Video

_ESCAPES = str.maketrans({"\\": "\\\\", "\n": "\\n", "\t": "\\t"})


class Author(Frozen, frozen=True):
    """Who wrote the review; `display` says how the name may be shown."""

    name: str
    job_title: str | None = None
    works_for: str | None = None
    address_locality: str | None = None
    url: str | None = None
    image: Picture | None = None
    display: str = "initial"


class Withdrawn(Frozen, frozen=True):
    """When, and by whom, a review was taken back."""

    date: dt.date | None = None
    by: str | None = None


class Reply(Frozen, frozen=True):
    """The company's public answer, in the small Markdown."""

    text: str
    date_published: date | None = None
    author: str | None = None


class Provenance(Frozen, frozen=True):
    """How the review came here, and what is known of its author. `evidence` is never published."""

    source: str | None = None
    publisher: str | None = None
    url: str | None = None
    verification: str = "none"
    evidence: str | None = None
    incentive: str = "none"
    incentive_condition: str = "none"
    relationship: str = "customer"


class Consent(Frozen, frozen=True):
    """What the author allowed, since when and until when."""

    given: date | None = None
    scope: frozenset[str] = frozenset()
    expires: date | None = None
    withdrawn: date | None = None


class Translation(Frozen, frozen=True):
    """The title and words in another language."""

    name: str | None = None
    review_body: str | None = None
    translator: str | None = None


class Correction(Frozen, frozen=True):
    """A change after publication; `was` is the hash of the former words."""

    date: dt.date
    by: str
    reason: str
    was: str | None = None


class Review(Frozen, frozen=True):
    """One review on record. `date_published` is the file's date where none was typed.

    `places`: line and column of each key (dotted) that was typed, as `note_places` has them.
    """

    item: str
    identifier: str
    author: Author
    in_language: str
    date_published: date
    review_rating: Rating | None = None
    name: str | None = None
    review_body: str | None = None
    date_experienced: date | None = None
    date_received: date | None = None
    date_modified: date | None = None
    status: str = "published"
    withheld_for: str | None = None
    withdrawn: Withdrawn | None = None
    featured: bool = False
    excerpt: str | None = None
    keywords: tuple[str, ...] = ()
    review_aspect: Mapping[str, Decimal] = msgspec.field(default_factory=dict)
    reply: Reply | None = None
    provenance: Provenance = Provenance()
    consent: Consent | None = None
    image: tuple[Picture, ...] = ()
    video: Video | None = None
    translations: Mapping[str, Translation] = msgspec.field(default_factory=dict)
    corrections: tuple[Correction, ...] = ()
    file: str = ""
    places: str = ""

    @property
    def key(self) -> str:
        """Its identifier on the whole site: `<item>/<date>-<slug>`."""
        return f"{self.item}/{self.identifier}"

    @property
    def is_verified(self) -> bool:
        """Whether something shows that its author is a customer."""
        return self.provenance.verification != "none" and self.provenance.evidence is not None

    @property
    def is_rewarded(self) -> bool:
        """Whether something is said to have been given for it."""
        return self.provenance.incentive != "none"

    @property
    def slug(self) -> str:
        """The file's name without its date."""
        return self.identifier[len("2026-01-01-") :]

    def place(self, *keys: str) -> Place:
        """Return where the first of `keys` (dotted) that was typed stands, else the file's beginning."""
        for key in keys:
            start = self.places.find(_begin(key))
            if start >= 0:
                spot = self.places[start + len(_begin(key)) : self.places.index("\n", start + 1)]
                line, column = spot.split()
                return Place(self.file, int(line), int(column))
        return Place(self.file)

    def was_typed(self, key: str) -> bool:
        """Tell whether a key (dotted) stands in the file."""
        return _begin(key) in self.places


def note_places(places: Mapping[str, Place]) -> str:
    """Return what `Review.place` finds places in: of fifty thousand reviews a text each takes least."""
    spots = (f"{_begin(key)}{place.line} {place.column}" for key, place in places.items())
    return "".join(spots) + "\n"


@lru_cache(maxsize=1024)
def _begin(key: str) -> str:
    return f"\n{key.translate(_ESCAPES)}\t"


class Locked(Frozen, frozen=True):
    """A line of `reviews/verbatim.lock`: hashes of what a review was when it was published.

    `counts` tells whether its rating was one for an average, `corrections` are hashes of those that
    were recorded until the day `locked`. A tombstone has the day `forgotten` and no hash but that
    of the rating, which stays.
    """

    key: str
    words: str = ""
    rating: str = ""
    author: str = ""
    dates: str = ""
    counts: bool = False
    corrections: tuple[str, ...] = ()
    locked: date | None = None
    forgotten: date | None = None
    place: Place = Place("reviews/verbatim.lock")


@dataclass(frozen=True, slots=True)
class Records:
    """Everything that was read of a site, in the order of its addresses.

    `lock` is by the review's key; `unread` are the keys of reviews whose files cannot be read,
    or not all of them.
    """

    items: tuple[Item, ...] = ()
    reviews: tuple[Review, ...] = ()
    stories: tuple[Story, ...] = ()
    pages: tuple[StaticPage, ...] = ()
    lock: Mapping[str, Locked] = field(default_factory=dict)
    unread: frozenset[str] = frozenset()
