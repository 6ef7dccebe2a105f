"""The content as an Ambassade site."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from bench.content import LANGUAGES, SITE_NAME, SITE_URL

if TYPE_CHECKING:
    from pathlib import Path

    from bench.content import Content, Item, Review

_SETTINGS = f'''\
"""Invented content that measures generators: made by `make bench` of Ambassade."""

SITEURL = "{SITE_URL}"
SITENAME = "{SITE_NAME}"
DEFAULT_LANG = "en"
LANGUAGES = ["en", "fr"]
TIMEZONE = "UTC"
COMPANY = {{
    "name": "Bench Works",
    "url": "https://www.example.com/",
    "description": {{
        "en": "A company that is not there. Its reviews measure generators.",
        "fr": "Une entreprise qui n’existe pas. Ses avis mesurent des générateurs.",
    }},
}}
HEADLINE = {{"en": "What customers say", "fr": "Ce que disent les clients"}}
TAGLINE = {{
    "en": "Good reviews and bad ones, word for word.",
    "fr": "De bons avis et de mauvais, mot pour mot.",
}}
REVIEW_POLICY = {{
    "collection": {{
        "en": "Every customer is invited once, two weeks after an order.",
        "fr": "Chaque client est invité une fois, deux semaines après sa commande.",
    }},
    "verification": {{
        "en": "A review is marked as verified when its order was found.",
        "fr": "Un avis est signalé comme vérifié quand sa commande a été retrouvée.",
    }},
    "moderation": {{
        "en": "Withheld is only what is abusive or illegal.",
        "fr": "N’est écarté que ce qui est injurieux ou illicite.",
    }},
    "replies": {{
        "en": "Every review of three stars or fewer is answered.",
        "fr": "Chaque avis de trois étoiles ou moins reçoit une réponse.",
    }},
    "incentives": {{
        "en": "Where a customer was given something, it is said beside the review.",
        "fr": "Si un client a reçu quelque chose, c’est indiqué à côté de l’avis.",
    }},
}}
PATH = "content"
OUTPUT_PATH = "output"
PLUGINS = ["ambassade"]
'''


def write_site(content: Content, folder: Path) -> None:
    """Write settings, items and reviews into `folder`."""
    (folder / "content").mkdir(parents=True, exist_ok=True)
    (folder / "pelicanconf.py").write_text(_SETTINGS, encoding="utf-8")
    for item in content.items:
        (folder / "reviews" / item.slug).mkdir(parents=True)
        path = folder / "reviews" / item.slug / "item.yaml"
        path.write_text(_tell_item(item), encoding="utf-8")
    for review in content.reviews:
        write_review(review, folder)


def write_review(review: Review, folder: Path) -> None:
    """Write one review's file."""
    find_review(review, folder).write_text(_tell_review(review), encoding="utf-8")


def find_review(review: Review, folder: Path) -> Path:
    """Return the file of a review."""
    return folder / "reviews" / review.item / f"{review.identifier}.yaml"


def _tell_item(item: Item) -> str:
    default, *others = LANGUAGES
    lines = [
        "type: Product",
        f"name: {_quote(item.name[default])}",
        f"description: {_quote(item.description[default])}",
        f"brand: {item.brand}",
        f"sku: {item.sku}",
        f"offers: {{price: {item.price}, priceCurrency: EUR, availability: InStock}}",
        "collection: complete",
        "translations:",
    ]
    for each in others:
        lines += [
            f"  {each}:",
            f"    name: {_quote(item.name[each])}",
            f"    description: {_quote(item.description[each])}",
        ]
    return "\n".join(lines) + "\n"


def _tell_review(review: Review) -> str:
    lines = [
        "author:",
        f"  name: {review.full_name}",
        *([f"  jobTitle: {review.job}"] if review.job else []),
        *([f"  addressLocality: {review.town}"] if review.town else []),
        f"  display: {review.display}",
        f"reviewRating: {review.rating}",
        f"name: {_quote(review.title)}",
        "reviewBody: |",
        _indent(review.body, 2),
        f"inLanguage: {review.language}",
        f"dateExperienced: {review.day}",
        *(["featured: true"] if review.featured else []),
        f"keywords: [{', '.join(review.topics)}]",
    ]
    if review.reply:
        lines += [
            "reply:",
            f"  datePublished: {review.reply.day}",
            "  text: |",
            _indent(review.reply.text, 4),
        ]
    lines += [
        f"provenance: {_tell_provenance(review)}",
        f"consent: {{given: {review.day}, scope: [text, name]}}",
    ]
    return "\n".join(lines) + "\n"


def _tell_provenance(review: Review) -> str:
    parts = ["source: invitation"]
    if review.evidence:
        parts += ["verification: order", f"evidence: {review.evidence}"]
    if review.incentive:
        parts += [f"incentive: {review.incentive}"]
    return "{" + ", ".join(parts) + "}"


def _quote(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _indent(text: str, width: int) -> str:
    return "\n".join(" " * width + line if line else "" for line in text.split("\n"))
