"""The file of one review to a `Review`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ambassade.fields.date_kinds import parse_date
from ambassade.fields.mappings import cast_entries
from ambassade.fields.reading import Reading
from ambassade.fields.review import FIELDS
from ambassade.model import Author, Review, note_places
from ambassade.problem import Place, Problem
from ambassade.rules.reading import missing_key
from ambassade.source.yaml_reader import read_yaml

if TYPE_CHECKING:
    from datetime import date

    from ambassade.fields.reading import PictureFinder

_NAME = re.compile(r"(?P<date>\d{4}-\d{2}-\d{2})-(?P<slug>[a-z0-9-]+)", re.ASCII)


@dataclass(frozen=True, slots=True)
class ReviewName:
    """What a file's name says: the review's identifier and date."""

    identifier: str
    date: date


def parse_review_name(stem: str) -> ReviewName | None:
    """Return what the name `<date>-<slug>` says, None if it is not of that form."""
    match = _NAME.fullmatch(stem)
    day = parse_date(match["date"]) if match else None
    return ReviewName(stem, day) if day else None


def read_review(
    data: bytes, file: str, item: str, name: ReviewName, language: str, find_picture: PictureFinder
) -> tuple[Review | None, list[Problem]]:
    """Return the review that `data` holds and its problems.

    A review with problems is returned too, as far as it can be, so that other rules see it;
    None only where the file cannot be read at all. `language` is the site's.
    """
    entries, problems = read_yaml(data, file)
    if entries is None:
        return None, problems
    reading = Reading(file, find_picture)
    values = cast_entries(entries, FIELDS, "", reading)
    if {"reviewBody", "reviewRating"}.isdisjoint(reading.places.keys() | reading.misplaced):
        reading.tell(missing_key.RULE.at(Place(file), key="reviewBody"))
    values.setdefault("author", Author(""))
    values.setdefault("in_language", language)
    values.setdefault("date_published", name.date)
    if "status" in reading.places:
        # One that cannot be read is not the usual one: it may well have been meant to hide.
        values.setdefault("status", "")
    places = note_places(reading.places)
    values.update(item=item, identifier=name.identifier, file=file, places=places)
    return Review(**values), problems + reading.problems
