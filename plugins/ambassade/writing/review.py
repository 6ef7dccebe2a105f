"""The text and the name of a new review."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ambassade.rules.name_words import name_words
from ambassade.scaffold import fill
from ambassade.writing.slug import make_slug
from ambassade.writing.yaml_text import write_number, write_text, write_words

if TYPE_CHECKING:
    from datetime import date

# As R102 and F104 tell how to write a rating on a larger scale.
_WITH_SCALE = re.compile(r"\{ratingValue: [0-9.]+, bestRating: [0-9]+\}", re.ASCII)


@dataclass(frozen=True, slots=True)
class ReviewAnswers:
    """What is known of a review, as it was typed; what is empty is left out."""

    author: str = ""
    display: str = ""
    rating: str = ""
    title: str = ""
    body: str = ""
    language: str = ""
    experienced: str = ""
    received: str = ""
    source: str = ""
    verification: str = ""
    evidence: str = ""
    consent: str = ""
    scope: str = ""
    status: str = ""


def write_review(answers: ReviewAnswers, language: str) -> str:
    """Return the file, its comments in `language` (one that scaffold has)."""
    return fill(
        f"{language}/review.yaml.jinja",
        author=write_text(answers.author),
        display=_text(answers.display),
        rating=_rating(answers.rating),
        title=_text(answers.title),
        body=write_words(answers.body) if answers.body.strip() else "",
        in_language=_text(answers.language),
        experienced=_number(answers.experienced),
        received=_number(answers.received),
        source=_text(answers.source),
        verification=_text(answers.verification),
        evidence=_text(answers.evidence),
        consent=_number(answers.consent),
        scope=", ".join(map(write_text, re.findall(r"[^,;\s]+", answers.scope))),
        status=_text(answers.status),
    )


def name_review(answers: ReviewAnswers, day: date) -> str:
    """Return the file's name without its ending; what of it names the author is left out."""
    return f"{day.isoformat()}-{make_slug(answers.title, name_words(answers.author))}"


def _text(typed: str) -> str:
    return write_text(typed) if typed.strip() else ""


def _rating(typed: str) -> str:
    scale = _WITH_SCALE.fullmatch(typed.strip())
    return scale.group() if scale else _number(typed)


def _number(typed: str) -> str:
    return write_number(typed) if typed.strip() else ""
