"""A site whose one item has 500 reviews, and among them whatever makes finding hard."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from tests.rules.sample_site import SETTINGS, write_file, write_site

if TYPE_CHECKING:
    from pathlib import Path

LAST_DAY = date(2026, 5, 30)
NUMBER = 500
# 62.8 of 1 to 100 is 3.497 of five: three stars, although the JSON rounds it to 3.5.
RATINGS = (
    "5",
    "4",
    "3",
    "2",
    "1",
    None,
    "4.5",
    "{ratingValue: 62.8, worstRating: 1, bestRating: 100}",
    "{ratingValue: 9, worstRating: 0, bestRating: 10}",
)
STARS = (5, 4, 3, 2, 1, None, 5, 3, 5)
TOPICS = (("'price, value'",), ("'\"quick\" fix'", "care"), ("After sales",), ("after-sales",), ())
SPECIAL = {
    7: "Au cœur de l’été, la bouilloire était déjà « usée jusqu’à la corde ».",
    130: "Au c\u0153ur de l'hiver, rien.",
    260: "A fine kettle for a rope\u2011maker: usée is what the rope was.",
    377: "The lid rattles; the handle does not.",
    378: "The handle rattles; the lid does not.",
}


def write_busy_site(folder: Path, site_url: str) -> None:
    """Write the site; three drafts are newer than all that is published."""
    write_site(folder)
    settings = SETTINGS.replace("https://example.com", site_url)
    write_file(folder, "pelicanconf.py", settings.encode())
    for number in range(NUMBER):
        day = LAST_DAY - timedelta(number)
        write_file(folder, f"reviews/kettle/{day}-no-{number}.yaml", _review(number).encode())
    for number in range(3):
        text = f"author: Nobody Yet\nstatus: pending\nreviewBody: Draft {number}.\n"
        day = LAST_DAY + timedelta(1)
        write_file(folder, f"reviews/kettle/{day}-draft-{number}.yaml", text.encode())


def is_french(number: int) -> bool:
    """Tell whether review `number` is in French."""
    return number in (7, 130) or number % 10 == 3


def is_verified(number: int) -> bool:
    """Tell whether review `number` is of a checked purchase."""
    return number % 4 == 1


def _review(number: int) -> str:
    rating, topics = RATINGS[number % len(RATINGS)], TOPICS[number % len(TOPICS)]
    lines = [
        f"author: {{name: Customer {_letters(number)}, display: full}}",
        f"inLanguage: {'fr' if is_french(number) else 'en'}",
        f"keywords: [{', '.join(topics)}]" if topics else "",
        f"reviewRating: {rating}" if rating else "",
        "provenance: {source: email, verification: order, evidence: order-1}"
        if is_verified(number)
        else "",
        "translations: {fr: {reviewBody: Le couvercle tinte., translator: A. Traductrice}}"
        if number == 377
        else "",
        f"reviewBody: |\n  {SPECIAL.get(number, f'It boils, says number {number}.')}",
    ]
    return "\n".join(line for line in lines if line) + "\n"


def _letters(number: int) -> str:
    """Return a name for a number: names hold no digits."""
    return "".join(chr(ord("a") + int(digit)) for digit in str(number)).capitalize()
