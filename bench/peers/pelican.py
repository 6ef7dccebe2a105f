"""The content as a site of plain Pelican: an article a review, a category an item, a tag a topic.

Pelican knows no facets: they are tags, too. It builds one language at a time: two settings files.
"""

from __future__ import annotations

import json
import shutil
from collections import Counter, defaultdict
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from bench.content import LANGUAGES
from bench.facets import facets_of_items, facets_of_review, name_facet

if TYPE_CHECKING:
    from bench.content import Content, Review

SETTINGS = tuple(f"settings_{language}.py" for language in LANGUAGES)
_SETUP = Path(__file__).parents[1] / "pelican"
_WORDS = Path(__file__).parents[1] / "hugo" / "i18n"


def write_site(content: Content, folder: Path) -> None:
    """Write settings, theme and reviews into `folder`."""
    shutil.copytree(
        _SETUP, folder, dirs_exist_ok=True, ignore=shutil.ignore_patterns("__pycache__")
    )
    shutil.copytree(_WORDS, folder / "i18n")
    (folder / "items.json").write_text(_tell_items(content), encoding="utf-8")
    pages = folder / "content" / "pages"
    pages.mkdir(parents=True)
    for language in LANGUAGES:
        text = f"Title: Review policy\nSlug: review-policy-{language}\nLang: {language}\n\nWords.\n"
        (pages / f"review-policy-{language}.md").write_text(text, encoding="utf-8")
    for item in content.items:
        (folder / "content" / item.slug).mkdir()
    for review in content.reviews:
        write_review(review, folder)


def write_review(review: Review, folder: Path) -> None:
    """Write one review's file."""
    find_review(review, folder).write_text(_tell_review(review), encoding="utf-8")


def find_review(review: Review, folder: Path) -> Path:
    """Return the file of a review."""
    return folder / "content" / review.item / f"{review.identifier}.md"


def _tell_items(content: Content) -> str:
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for review in content.reviews:
        counts[review.item].update(map(name_facet, facets_of_review(review)))
    facets = {
        item: [{"name": name, "count": counts[item][name]} for name in map(name_facet, found)]
        for item, found in facets_of_items(content).items()
    }
    told = {
        item.slug: {**asdict(item), "facets": facets.get(item.slug, [])} for item in content.items
    }
    return json.dumps(told, ensure_ascii=False)


def _tell_review(review: Review) -> str:
    facets = (f"{review.item} {name_facet(facet)}" for facet in facets_of_review(review))
    about = ", ".join(filter(None, (review.job, review.town)))
    told = {
        "Title": review.title,
        "Date": str(review.day),
        "Slug": review.identifier,
        "Lang": review.language,
        "Category": review.item,
        "Tags": ", ".join((*review.topics, *facets)),
        "Rating": str(review.rating),
        "Reviewer": review.author,
        "Initials": "".join(name[0] for name in review.author.split()),
        "About": about,
        "Verified": "yes" if review.evidence else "",
        "Incentive": review.incentive,
        "Reply": review.reply.text if review.reply else "",
        "Replydate": str(review.reply.day) if review.reply else "",
    }
    lines = (f"{key}: {value}" for key, value in told.items() if value)
    return "\n".join(lines) + f"\n\n{review.body}\n"
