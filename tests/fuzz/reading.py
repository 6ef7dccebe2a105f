"""One file or value, whatever its bytes, on its way through what reads it, with a limit of time.

`look_at` fails where something raises, takes too long, or tells a place that the file does not have.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

from ambassade.catalogue import make_catalogue
from ambassade.disclose_site import disclose_site
from ambassade.graph.assemble import build_graph
from ambassade.json_ld import script_text
from ambassade.kept.remembered import Memory
from ambassade.markup.small_markdown import render_markdown
from ambassade.media import PictureFolder
from ambassade.model import Records
from ambassade.outputs import atom
from ambassade.pages import plan_pages
from ambassade.pelican_run.body_time_limit import SECONDS, time_limit
from ambassade.problem import Level, Problem
from ambassade.rules.content import check_content
from ambassade.rules.heuristics import check_heuristics
from ambassade.rules.site import check_pages
from ambassade.source.item_reader import read_item
from ambassade.source.lock_reader import read_lock
from ambassade.source.review_reader import parse_review_name, read_review
from ambassade.source.story_reader import read_static_page, read_story
from ambassade.terminal.telling import as_text
from tests.ambassade_command import REPOSITORY
from tests.catalogue.records import make_settings

if TYPE_CHECKING:
    from collections.abc import Callable

    from ambassade.public import Item

TODAY = date(2026, 6, 1)
FILE = "reviews/kettle/2026-05-14-warm.yaml"
_NAME = parse_review_name("2026-05-14-warm")
_PICTURES = PictureFolder(REPOSITORY / "content")
_NEWLINE = re.compile(r"\r?\n")
_LINE_END = re.compile(r"\r\n|\r|\n")
UNPRINTABLE = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of file: what reads it, and good ones to begin with."""

    name: str
    look_at: Callable[[bytes], list[Problem]]
    good: Callable[[], tuple[bytes, ...]]


def look_at(kind: Kind, data: bytes) -> list[Problem]:
    """Read `data` as a file of that kind; return its problems, whose places are inside it."""
    with time_limit(SECONDS):
        problems = [one for one in kind.look_at(data) if one.level is not Level.OFF]
        for problem in problems:
            assert not UNPRINTABLE.search(as_text(problem)), as_text(problem)
    text = data.decode("utf-8", "replace").removeprefix("\ufeff")
    # Of other files a lone carriage return is a control character, and ends no line.
    lines = (_LINE_END if kind.name == "lock" else _NEWLINE).split(text)
    _check_places(problems, lines)
    return problems


def _check_places(problems: list[Problem], lines: list[str]) -> None:
    for problem in problems:
        place = problem.place
        assert 1 <= place.line <= len(lines) + 1, problem
        line = lines[place.line - 1] if place.line <= len(lines) else ""
        assert 1 <= place.column <= len(line) + 1, problem


def _review(data: bytes) -> list[Problem]:
    assert _NAME
    review, problems = read_review(data, FILE, "kettle", _NAME, "en", _PICTURES.find)
    problems = [problem for problem in problems if problem.place.file == FILE]
    if review is None:
        return problems
    return problems + _publish(Records((_an_item(),), (review,)), problems)


def _item(data: bytes) -> list[Problem]:
    item, problems = read_item(data, FILE, "kettle", _PICTURES.find)
    return problems if item is None else problems + _publish(Records((item,)), problems)


def _story(data: bytes) -> list[Problem]:
    story, problems = read_story(data, FILE, make_settings(), _PICTURES.find)
    return problems if story is None else problems + _publish(Records(stories=(story,)), problems)


def _page(data: bytes) -> list[Problem]:
    page, problems = read_static_page(data, FILE, make_settings(), _PICTURES.find)
    return problems if page is None else problems + _publish(Records(pages=(page,)), problems)


def _publish(records: Records, problems: list[Problem]) -> list[Problem]:
    """Return what all rules say; where nothing is an error, make all that is made of a record."""
    records = replace(records, unread=frozenset())
    catalogue = make_catalogue(records, make_settings(), TODAY)
    told = [*check_content(catalogue), *check_heuristics(catalogue, Memory({}))]
    own = [problem for problem in told if problem.place.file == FILE]
    if any(one.level is Level.ERROR for one in (*problems, *told)):
        return own
    site = disclose_site(catalogue)
    pages = [*plan_pages(site)]
    for page in pages:
        script_text(build_graph(page, site))
    for item in site.items:
        atom.make_of_item(site, item)
    return own + [one for one in check_pages(site, pages) if one.place.file == FILE]


def _lock(data: bytes) -> list[Problem]:
    return read_lock(data, FILE)[1]


def _markdown(data: bytes) -> list[Problem]:
    render_markdown(data.decode("utf-8", "replace"))
    return []


@cache
def _an_item() -> Item:
    text = b"type: Product\nname: Kettle\ncollection: complete\n"
    item, _ = read_item(text, "reviews/kettle/item.yaml", "kettle", _PICTURES.find)
    assert item
    return item


def _sample(pattern: str) -> Callable[[], tuple[bytes, ...]]:
    @cache
    def read() -> tuple[bytes, ...]:
        return tuple(path.read_bytes() for path in sorted(REPOSITORY.glob(pattern)))

    return read


@cache
def _locks() -> tuple[bytes, ...]:
    words = " ".join(f"{key}={'0' * 32}" for key in ("words", "rating", "author", "dates"))
    return (
        f"kettle/2026-05-14-warm {words} counts=yes corrections=- locked=2026-06-01\n".encode(),
        f"kettle/a forgotten=2026-06-01 rating={'1' * 32} counts=yes\n<<<<<<< HEAD\n".encode(),
    )


KINDS = (
    Kind("review", _review, _sample("reviews/*/2*.yaml")),
    Kind("item", _item, _sample("reviews/*/item.yaml")),
    Kind("story", _story, _sample("content/stories/*.md")),
    Kind("page", _page, _sample("content/pages/*.md")),
    Kind("lock", _lock, _locks),
    Kind("markdown", _markdown, _sample("content/stories/*.md")),
)
