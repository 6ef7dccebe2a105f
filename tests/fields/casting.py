"""One value cast on its own, and as its JSON Schema takes it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import jsonschema
import yaml

from ambassade.fields.reading import Reading
from ambassade.public import Picture
from ambassade.rules.reading import picture_missing
from ambassade.source.item_reader import read_item
from ambassade.source.review_reader import parse_review_name, read_review
from ambassade.source.yaml_reader import read_yaml

if TYPE_CHECKING:
    from ambassade.fields.kinds import Kind
    from ambassade.model import Review
    from ambassade.problem import Place, Problem
    from ambassade.public import Item

FILE = "reviews/kettle/2026-05-14-warm.yaml"


def find_picture(typed: str, place: Place) -> Picture | Problem:
    """Find any picture but one of a name with `missing` in it."""
    if "missing" in typed:
        return picture_missing.RULE.at(place, value=typed)
    return Picture(typed, 8, 6)


def cast(kind: Kind, typed: str) -> tuple[Any, list[str]]:
    """Return what `key: <typed>` is cast to, and the codes of its problems."""
    entries, problems = read_yaml(f"key: {typed}\n".encode(), FILE)
    assert entries
    assert {problem.code for problem in problems} <= {"Y103"}, typed
    reading = Reading(FILE, find_picture)
    value = kind.cast(entries.pairs[0][1], "key", reading)
    return value, [problem.code for problem in reading.problems]


def tell(kind: Kind, typed: str) -> str:
    """Return the one problem of `key: <typed>` as an editor reads it."""
    entries, _ = read_yaml(f"key: {typed}\n".encode(), FILE)
    assert entries
    reading = Reading(FILE, find_picture)
    assert kind.cast(entries.pairs[0][1], "key", reading) is None
    (problem,) = reading.problems
    return " ".join(problem.sentences())


def fits(kind: Kind, typed: str) -> bool:
    """Tell whether an editor's JSON Schema takes `typed`."""
    value = _as_json(yaml.safe_load(f"key: {typed}\n")["key"])
    return jsonschema.Draft202012Validator(kind.schema()).is_valid(value)


def _as_json(value: object) -> object:
    if isinstance(value, date):  # YAML 1.2, which editors read, has no dates
        return value.isoformat()
    if isinstance(value, dict):
        return {str(key): _as_json(inner) for key, inner in value.items()}
    return [_as_json(inner) for inner in value] if isinstance(value, list) else value


def review_of(text: str) -> tuple[Review, list[str]]:
    """Return the review that `text` makes, and its problems as code and fact."""
    name = parse_review_name("2026-05-14-warm")
    assert name
    review, problems = read_review(text.encode(), FILE, "kettle", name, "en", find_picture)
    assert review
    return review, _told(problems)


def item_of(text: str) -> tuple[Item, list[str]]:
    """Return the item that `text` makes, and its problems as code and fact."""
    item, problems = read_item(text.encode(), "reviews/kettle/item.yaml", "kettle", find_picture)
    assert item
    return item, _told(problems)


def _told(problems: list[Problem]) -> list[str]:
    return [
        f"{problem.place.line}:{problem.place.column} {problem.code} {' '.join(problem.sentences())}"
        for problem in problems
    ]
