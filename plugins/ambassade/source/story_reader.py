"""The headers of stories and static pages to `Story` and `StaticPage`.

Their bodies are Pelican's: it renders them, with whatever plugins the site adds.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any

from ambassade.fields.date_kinds import parse_date
from ambassade.fields.field import Field
from ambassade.fields.kinds import Text
from ambassade.fields.mappings import cast_entries
from ambassade.fields.node import Entries, Node, Scalar
from ambassade.fields.reading import Reading
from ambassade.fields.story import FIELDS, PAGE_FIELDS, PELICAN_KEYS
from ambassade.problem import Place
from ambassade.public import StaticPage, Story
from ambassade.rules.reading import duplicate_key, missing_key
from ambassade.source.blanks import find_blank_paragraphs, find_blanks
from ambassade.source.contact_lines import find_contact_lines
from ambassade.source.decode import MOST_TOLD, decode
from ambassade.source.header import read_header
from ambassade.source.header_cut import find_header_cut
from ambassade.text import slugify

if TYPE_CHECKING:
    from ambassade.fields.reading import PictureFinder
    from ambassade.problem import Problem
    from ambassade.settings import Settings


@dataclass(frozen=True, slots=True)
class _Header:
    values: dict[str, Any]
    reading: Reading
    problems: list[Problem]
    text: str
    is_cut: bool


def read_story(
    data: bytes, file: str, settings: Settings, find_picture: PictureFinder
) -> tuple[Story | None, list[Problem]]:
    """Return the story whose header `data` begins with (None for a draft), and its problems."""
    extra = tuple(Field(key, Text(), "") for key in (*PELICAN_KEYS, *settings.story_keys))
    header = _read(data, file, (*FIELDS, *extra), find_picture)
    if header is None:
        return None, _decoded_problems(data, file)
    values = header.values
    values.setdefault("date", _date_of_name(file))
    typed = header.reading.places.keys() | header.reading.misplaced
    if values["date"] is None and "date" not in typed and not header.is_cut:
        header.problems.append(missing_key.RULE.at(Place(file), key="date"))
    problems = header.problems + header.reading.problems
    if values.get("status", "published") != "published" or (problems and _is_broken(values)):
        return None, problems
    _take_author(values)
    for key in ("translation", "status", *PELICAN_KEYS, *settings.story_keys):
        values.pop(key, None)
    return Story(
        file=file,
        **_identify(values, file, settings),
        contact_lines=find_contact_lines(header.text, file),
        blanks=find_blank_paragraphs(header.text, file),
        places=header.reading.places,
    ), problems


def _take_author(values: dict[str, Any]) -> None:
    """Take the one name of Pelican's older key where the newer is left out."""
    if values.get("author") and not values.get("authors"):
        values["authors"] = (values["author"],)


def read_static_page(
    data: bytes, file: str, settings: Settings, find_picture: PictureFinder
) -> tuple[StaticPage | None, list[Problem]]:
    """Return the page whose header `data` begins with (None for a draft), and its problems."""
    header = _read(data, file, PAGE_FIELDS, find_picture, any_key=True)
    if header is None:
        return None, _decoded_problems(data, file)
    values = header.values
    problems = header.problems + header.reading.problems
    status = values.pop("status", "published")
    if status in {"draft", "skip"} or "title" not in values:
        return None, problems
    values.pop("translation", None)
    day = values.pop("date", None)
    values["modified"] = values.get("modified") or day
    made = _identify(values, file, settings)
    return StaticPage(
        file=file,
        listed=status == "published",
        **made,
        blanks=find_blanks(header.text, file),
        places=header.reading.places,
    ), problems


def _read(
    data: bytes, file: str, fields: tuple[Field, ...], find: PictureFinder, *, any_key: bool = False
) -> _Header | None:
    text, problems = decode(data, file)
    if text is None:
        return None
    entries = read_header(text, file)
    known = {field.key for field in fields}
    pairs: list[tuple[Scalar, Node]] = []
    lines: dict[str, int] = {}
    for key, node in entries.pairs:
        if key.text in lines:
            line = lines[key.text]
            if len(problems) < MOST_TOLD:
                told = duplicate_key.RULE.at(key.place, key=key.text, line=line)
                problems.append(told)
        elif not any_key or key.text in known:
            pairs.append((key, node))
        lines.setdefault(key.text, key.place.line)
    reading = Reading(file, find)
    values = cast_entries(Entries(tuple(pairs), Place(file)), fields, "", reading)
    cut = find_header_cut(text, file, known)
    if cut:  # what seems to be missing may stand below it
        missing = missing_key.RULE.code
        problems.append(cut)
        reading.problems = [told for told in reading.problems if told.code != missing]
    return _Header(values, reading, problems, text, is_cut=cut is not None)


def _decoded_problems(data: bytes, file: str) -> list[Problem]:
    return decode(data, file)[1]


def _is_broken(values: dict[str, Any]) -> bool:
    return "title" not in values or values["date"] is None


def _identify(values: dict[str, Any], file: str, settings: Settings) -> dict[str, Any]:
    language = values.pop("lang", None) or settings.default_language
    name = values["title"] if settings.slugify_source == "title" else PurePosixPath(file).stem
    slug = values.pop("slug", None) or slugify(name)
    page_language = settings.page_language(language)
    return {**values, "language": page_language, "in_language": language, "slug": slug}


def _date_of_name(file: str) -> object:
    match = re.match(r"\d{4}-\d{2}-\d{2}", PurePosixPath(file).name)
    return parse_date(match.group()) if match else None
