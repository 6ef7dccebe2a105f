"""The files of a site that begins: settings, texts to fill in, one sample of each kind.

In: what was answered. Out: texts by path. Only the three samples know of each other, so that a
site without them builds.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ambassade.problem import Level, Place
from ambassade.reference.json_schemas import make_item_schema, make_review_schema
from ambassade.rules.reading import picture_missing
from ambassade.scaffold import fill, fill_folder, text_language
from ambassade.source.settings_reader import read_settings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ambassade.problem import Problem

ADDRESS = "https://example.com"
SAMPLES = {
    "item.yaml": "reviews/our-product/item.yaml",
    "review.yaml": "reviews/our-product/2025-03-03-a-sample-to-delete.yaml",
    "story.md.jinja": "content/stories/sample-story.md",
}


@dataclass(frozen=True, slots=True)
class Answers:
    """What a new site must know. `languages` begins with the site's own."""

    company: str
    languages: tuple[str, ...] = ("en",)
    address: str = ADDRESS


def find_faults(answers: Answers) -> list[Problem]:
    """Return what is wrong with the answers, as `check` would tell it of the settings."""
    values = {
        "SITEURL": answers.address,
        "SITENAME": answers.company,
        "DEFAULT_LANG": answers.languages[0] if answers.languages else "",
        "LANGUAGES": list(answers.languages),
        "COMPANY": {"name": answers.company},
    }
    problems = read_settings(values, "pelicanconf.py", {}, _find_no_picture)[1]
    return [problem for problem in problems if problem.level is Level.ERROR]


def plan_site(answers: Answers) -> dict[str, str]:
    """Return the texts of all files by path. Raises nothing once `find_faults` finds nothing."""
    own = text_language(answers.languages[0])
    values = {
        "company": _as_python(answers.company),
        "address": _as_python(answers.address.rstrip("/")),
        "language": _as_python(answers.languages[0]),
        "languages": _as_python(list(answers.languages)),
        "text": _write_placeholder(answers.languages),
    }
    tag = answers.languages[0]
    files = dict(fill_folder("common"))
    files |= dict(fill_folder(f"{own}/site", **values))
    files |= dict(_plan_pages(answers.languages))
    files["reviews/item.schema.json"] = make_item_schema()
    files["reviews/review.schema.json"] = make_review_schema()
    files |= {path: fill(f"{own}/sample/{name}", tag=tag) for name, path in SAMPLES.items()}
    return files


def _plan_pages(languages: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    for number, tag in enumerate(languages):
        texts = fill_folder(f"{text_language(tag)}/pages", tag=tag, translates=number > 0)
        for name, text in texts:
            translated = name.replace(".md", f".{tag}.md") if number else name
            yield f"content/pages/{translated}", text


def _write_placeholder(languages: tuple[str, ...]) -> str:
    """Return a text to fill in; in a site of several languages, one by language."""
    return _as_python("…" if len(languages) == 1 else dict.fromkeys(languages, "…"))


def _as_python(value: object) -> str:
    """Return `value` as it is written in a Python file: what JSON writes, Python reads."""
    return json.dumps(value, ensure_ascii=False)


def _find_no_picture(typed: str, place: Place) -> Problem:
    return picture_missing.RULE.at(place, value=typed)
