"""The content as a Hugo site: a section an item, in it a section a facet; topics are a taxonomy."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bench.content import LANGUAGES
from bench.facets import facets_of_items, name_facet

if TYPE_CHECKING:
    from bench.content import Content, Item, Review
    from bench.facets import Facet

_SETUP = Path(__file__).parents[1] / "hugo"
_KINDS = ("rating", "lang", "verified", "order")


def write_site(content: Content, folder: Path) -> None:
    """Write settings, layouts, sections and reviews into `folder`."""
    shutil.copytree(_SETUP, folder, dirs_exist_ok=True)
    facets = facets_of_items(content)
    for language in LANGUAGES:
        root = folder / "content" / language
        _write(root / "review-policy.md", {"title": "Review policy"}, "All customers are invited.")
        for item in content.items:
            section = root / "reviews" / item.slug
            _write(section / "_index.md", _tell_item(item, language))
            for facet in facets.get(item.slug, ()):
                _write(section / name_facet(facet) / "_index.md", _tell_facet(facet))
    for review in content.reviews:
        write_review(review, folder)


def write_review(review: Review, folder: Path) -> None:
    """Write one review's file."""
    _write(find_review(review, folder), _tell_review(review), review.body)


def find_review(review: Review, folder: Path) -> Path:
    """Return the file of a review."""
    section = folder / "content" / review.language / "reviews" / review.item
    return section / f"{review.identifier}.md"


def _write(path: Path, front: dict[str, Any], body: str = "") -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    lines = (f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in front.items())
    path.write_text("---\n" + "\n".join(lines) + f"\n---\n{body}\n", encoding="utf-8")


def _tell_item(item: Item, language: str) -> dict[str, Any]:
    outputs = ["html", "rss", "json"] if language == LANGUAGES[0] else ["html", "rss"]
    return {
        "title": item.name[language],
        "layout": "item",
        "outputs": outputs,
        "params": {
            "about": item.description[language],
            "brand": item.brand,
            "sku": item.sku,
            "price": float(item.price),
        },
    }


def _tell_facet(facet: Facet) -> dict[str, Any]:
    kind, value = facet
    return {
        "title": name_facet(facet),
        "layout": "facet",
        "weight": 1 + 10 * _KINDS.index(kind),
        "sitemap": {"disable": True},
        "params": {"facet": kind, "value": int(value) if kind == "rating" else value},
    }


def _tell_review(review: Review) -> dict[str, Any]:
    told = {
        "rating": review.rating,
        "author": review.author,
        "initials": "".join(name[0] for name in review.author.split()),
        "job": review.job,
        "town": review.town,
        "about": ", ".join(filter(None, (review.job, review.town))),
        "verified": bool(review.evidence),
        "incentive": review.incentive,
        "featured": review.featured,
    }
    if review.reply:
        told["reply"] = {"date": str(review.reply.day), "text": review.reply.text}
    return {
        "title": review.title,
        "date": str(review.day),
        "layout": "review",
        "topics": review.topics,
        "params": told,
    }
