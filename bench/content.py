"""Invented reviews, the same for every generator: N of them about N/75 items, in two languages.

    python -m bench.content N FOLDER [PEER]     writes them, as an Ambassade site if PEER is left out

The same N gives the same content, to the letter.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass, replace
from datetime import date, timedelta
from importlib import import_module
from pathlib import Path
from random import Random

from bench.words import (
    BRANDS,
    FIRST_NAMES,
    JOBS,
    LAST_NAMES,
    MODELS,
    SENTENCE,
    TITLES,
    TOPICS,
    TOWNS,
)

LANGUAGES = ("en", "fr")
REVIEWS_AN_ITEM = 75
FIRST_DAY = date(2021, 1, 4)
DAYS = 1800
TODAY = date(2026, 3, 1)
SITE_NAME = "Bench reviews"
SITE_URL = "https://bench.example.com"
_SEED = 7


@dataclass(frozen=True, slots=True)
class Item:
    """What reviews are about. Name and description are by language."""

    slug: str
    name: dict[str, str]
    description: dict[str, str]
    brand: str
    sku: str
    price: str


@dataclass(frozen=True, slots=True)
class Reply:
    """The company's answer."""

    day: date
    text: str


@dataclass(frozen=True, slots=True)
class Review:
    """One review. `author` is what may be shown; `full_name` what is on record. `verified`: so."""

    item: str
    slug: str
    day: date
    language: str
    title: str
    body: str
    rating: int
    topics: tuple[str, ...]
    full_name: str
    display: str
    job: str
    town: str
    evidence: str
    incentive: str
    featured: bool
    reply: Reply | None

    @property
    def identifier(self) -> str:
        """Return the date and the slug: the last part of its address."""
        return f"{self.day}-{self.slug}"

    @property
    def author(self) -> str:
        """Return the name as it is shown; none of an anonymous review."""
        if self.display == "anonymous":
            return ""
        first, last = self.full_name.split(" ", 1)
        return f"{first} {last[0]}." if self.display == "initial" else self.full_name


@dataclass(frozen=True, slots=True)
class Content:
    """All items and reviews; a review's place in the list is its number."""

    items: tuple[Item, ...]
    reviews: tuple[Review, ...]


def make_content(count: int) -> Content:
    """Return `count` reviews and their items."""
    items = make_items(count)
    return Content(items, tuple(make_review(number, items) for number in range(count)))


def make_items(count: int) -> tuple[Item, ...]:
    """Return the items that `count` reviews are about."""
    return tuple(_make_item(number) for number in range(max(1, count // REVIEWS_AN_ITEM)))


def edit(review: Review) -> Review:
    """Return the review with one word of its body changed."""
    first, _, rest = review.body.partition(" ")
    return replace(review, body=f"{first}ish {rest}")


def _make_item(number: int) -> Item:
    random = Random(f"{_SEED} item {number}")
    model, brand = random.randrange(len(MODELS["en"])), random.choice(BRANDS)
    return Item(
        slug=f"item-{number:05d}",
        name={each: f"{brand} {MODELS[each][model]} {number}" for each in LANGUAGES},
        description={each: _make_paragraph(random, each, 28, marks=False) for each in LANGUAGES},
        brand=brand,
        sku=f"SKU-{number:05d}",
        price=f"{random.randint(9, 900)}.00",
    )


def make_review(number: int, items: tuple[Item, ...]) -> Review:
    """Return one review; any number makes one."""
    random = Random(f"{_SEED} review {number}")
    language = "fr" if random.random() < 0.4 else "en"
    title = random.randrange(len(TITLES["en"]))
    day = FIRST_DAY + timedelta(days=random.randrange(DAYS))
    rating = random.choices((5, 4, 3, 2, 1), (45, 28, 12, 8, 7))[0]
    answered = rating <= 3 or random.random() < 0.25
    answer_day = day + timedelta(days=random.randint(1, 9))
    return Review(
        item=items[random.randrange(len(items))].slug,
        slug=_make_slug(TITLES["en"][title], number),
        day=day,
        language=language,
        title=TITLES[language][title],
        body=_make_body(random, language),
        rating=rating,
        topics=tuple(random.sample(TOPICS, random.choice((1, 2, 2, 3)))),
        full_name=f"{random.choice(FIRST_NAMES)} {random.choice(LAST_NAMES)}",
        display=random.choices(("initial", "full", "anonymous"), (60, 30, 10))[0],
        job=random.choice(JOBS) if random.random() < 0.5 else "",
        town=random.choice(TOWNS) if random.random() < 0.4 else "",
        evidence=f"order-{random.getrandbits(32):08x}" if random.random() < 0.8 else "",
        incentive="a voucher of 5 euros" if random.random() < 0.03 else "",
        featured=number % 400 == 0,
        reply=Reply(answer_day, _make_paragraph(random, language, 22)) if answered else None,
    )


def _make_slug(title: str, number: int) -> str:
    return f"{title.lower().replace(' ', '-')}-{number}"


def _make_body(random: Random, language: str) -> str:
    """Return one to three paragraphs, 80 words or so; in one of eight reviews with a list."""
    length = max(30, int(random.gauss(80, 22)))
    parts = random.choice((1, 2, 2, 3))
    paragraphs = [_make_paragraph(random, language, max(10, length // parts)) for _ in range(parts)]
    if random.random() < 0.12:
        points = (" ".join(random.choices(SENTENCE[language], k=5)) for _ in range(3))
        paragraphs.append("\n".join(f"- {point}" for point in points))
    return "\n\n".join(paragraphs)


def _make_paragraph(random: Random, language: str, length: int, *, marks: bool = True) -> str:
    """Return sentences of 9 to 16 words, a few of them strong, emphasized or a link."""
    words = random.choices(SENTENCE[language], k=length)
    sentences = []
    while words:
        size = random.randint(9, 16)
        sentence, words = words[:size], words[size:]
        sentence[0] = sentence[0].capitalize()
        if marks:
            sentence = [_mark(random.random(), word) for word in sentence]
        sentences.append(" ".join(sentence) + random.choice((".", ".", ".", "!")))
    return " ".join(sentences)


def _mark(draw: float, word: str) -> str:
    if draw < 0.02:
        return f"**{word}**"
    if draw < 0.035:
        return f"*{word}*"
    if draw < 0.038:
        return f"[{word}](https://www.example.com/{len(word)})"
    return word


def main(arguments: list[str]) -> int:
    """Write N reviews as one generator's site; return the exit code."""
    if not 2 <= len(arguments) <= 3 or not arguments[0].isdecimal():
        sys.stderr.write("Usage: python -m bench.content N FOLDER [ambassade|hugo|pelican]\n")
        return 2
    folder = Path(arguments[1])
    if folder.exists() and any(folder.iterdir()):
        sys.stderr.write(f"{folder} is not empty.\n")
        return 1
    writer = import_module(f"bench.peers.{arguments[2] if arguments[2:] else 'ambassade'}")
    content = make_content(int(arguments[0]))
    writer.write_site(content, folder)
    sys.stdout.write(f"{len(content.reviews)} reviews are in {folder}.\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
