"""A site that is built on two days, between which its authors' consents end."""

from __future__ import annotations

import json
import re
from functools import cache
from io import BytesIO
from typing import TYPE_CHECKING, Any

import pytest
from PIL import Image

from tests.ambassade_command import files_of, run
from tests.honesty.read_site import Page, read_numbers
from tests.rules.sample_site import write_file, write_site

if TYPE_CHECKING:
    from pathlib import Path

Files = dict[str, bytes]

FIRST_DAY, LAST_DAY, NEXT_DAY = "2026-06-01", "2026-06-30", "2026-07-01"
LEAVES = "reviews/kettle/2026-05-14-warm-and-red.yaml"
STAYS = "reviews/kettle/2026-05-20-well-made.yaml"
PAGE = "reviews/kettle/2026-05-14-warm-and-red/index.html"
ITEM = "reviews/kettle/index.html"

LEAVING = """\
author:
  name: Marie Quetzal
  display: full
  image: images/portrait.png
reviewRating: 2
name: Xylophonic, warm and red
reviewBody: It sings, xylophonic, warm and red. I pour all day.
excerpt: It sings, xylophonic, warm and red.
keywords: [zeppelin]
image: images/photo.png
video: {embedUrl: "https://example.org/film", transcript: I pour xylophonic tea.}
translations: {fr: {name: Xylophonique, reviewBody: Il chante.}}
reply: {text: "Thank you, Marie: we are xylophonic too.", datePublished: 2026-05-16}
consent: {given: 2026-05-10, scope: [text, name, photo, video]%s}
"""
EXPIRES = LEAVING % ", expires: 2026-07-01"
STAYING = """\
author: Ada Byron
reviewRating: 5
reviewBody: Well made.
keywords: [speed]
consent: {given: 2026-05-20, scope: [text]}
"""
STORY = """\
Title: Tea for forty
Slug: tea
Date: 2026-05-25
Item: kettle
Reviews: kettle/2026-05-14-warm-and-red, kettle/2026-05-20-well-made

We had tea.
"""
# Where the review is on the first day, in which file and by what.
PLACES = {
    "its page": (PAGE, "I pour all day"),
    "its translation's page": (f"fr/{PAGE}", "Il chante"),
    "its item's page": (ITEM, "I pour all day"),
    "the same in French": (f"fr/{ITEM}", "I pour all day"),
    "JSON-LD": (ITEM, '"reviewBody":'),
    "the wall": ("reviews/index.html", "xylophonic"),
    "the home page": ("index.html", "xylophonic"),
    "a topic's page": ("topics/zeppelin/index.html", "xylophonic"),
    "the list of topics": ("topics/index.html", "zeppelin"),
    "a facet": ("reviews/kettle/rating-2/index.html", "I pour all day"),
    "a story": ("stories/tea/index.html", "xylophonic"),
    "the feed": ("feeds/reviews.atom.xml", "I pour all day"),
    "the item's feed": ("feeds/items/kettle.atom.xml", "I pour all day"),
    "the API": ("api/v1/items/kettle.json", "I pour all day"),
    "the sitemap": ("sitemap.xml", "2026-05-14-warm-and-red"),
    "the portrait": ("images/portrait.png", ""),
    "the photo": ("images/photo.png", ""),
    "the film": (PAGE, "https://example.org/film"),
}
TRACES = ("xylophoni", "quetzal", "zeppelin", "warm-and-red", "portrait.png", "photo.png", "film")


@cache
def _picture(colour: str) -> bytes:
    file = BytesIO()
    Image.new("RGB", (8, 6), colour).save(file, "PNG")
    return file.getvalue()


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Return a site of two reviews of a kettle, of which one will leave."""
    return _write(tmp_path / "site")


@pytest.fixture(scope="module")
def days(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Files]:
    """Return what one site has in its output, built day after day and on the first day again."""
    site = _write(tmp_path_factory.mktemp("days") / "site")
    built = {day: _build(site, day) for day in (FIRST_DAY, LAST_DAY, NEXT_DAY)}
    run("build", "--on", NEXT_DAY, "--output", site / "afresh", cwd=site, check=0)
    return {**built, "afresh": files_of(site / "afresh"), "again": _build(site, FIRST_DAY)}


def _write(site: Path) -> Path:
    write_site(site)
    write_file(site, "content/images/portrait.png", _picture("red"))
    write_file(site, "content/images/photo.png", _picture("blue"))
    write_file(site, LEAVES, EXPIRES.encode())
    write_file(site, STAYS, STAYING.encode())
    write_file(site, "content/stories/tea.md", STORY.encode())
    return site


def _build(site: Path, day: str) -> Files:
    run("build", "--on", day, cwd=site, check=0)
    return files_of(site / "output")


def _check(site: Path, day: str) -> list[str]:
    """Return what `check` tells: file, level and rule of each problem."""
    lines = run("check", "--on", day, cwd=site, check=0).stdout.splitlines()
    return [re.sub(r":\d+:\d+: (.*?:? ?\w\d+ [\w-]+): .*", r": \1", line) for line in lines]


def _basis(files: Files) -> list[int]:
    """Return the numbers of "Based on 2 ratings, 1 of 2 shown."."""
    page = Page("reviews/kettle/", files[ITEM].decode())
    return list(map(int, read_numbers(page.texts("//*[@class='rating-summary']//p")[1])))


def _traces(files: Files) -> set[tuple[str, str]]:
    """Return what is left of the review, and in which file: in its name or in any byte."""
    return {
        (trace, name)
        for name, data in files.items()
        for trace in TRACES
        if trace.encode() in data.lower() or trace in name
    }


def _aggregate(files: Files, name: str = ITEM) -> dict[str, Any]:
    (node,) = Page(name.removesuffix("index.html"), files[name].decode()).nodes_of(
        "AggregateRating"
    )
    return {key: node.data.get(key) for key in ("ratingValue", "ratingCount", "reviewCount")}


def test_a_consent_that_ends_takes_every_trace_along(days: dict[str, Files]) -> None:
    before, after = days[FIRST_DAY], days[NEXT_DAY]
    for place, (name, words) in PLACES.items():
        assert name in before, place
        assert words.encode() in before[name], place
    assert {trace for trace, _ in _traces(before)} == set(TRACES)

    assert days[LAST_DAY] == before
    assert _traces(after) == set()
    assert b"Well made." in after[ITEM]
    assert b"Well made." in after["stories/tea/index.html"]
    assert b"We had tea." in after["stories/tea/index.html"]


def test_the_average_stays_and_fewer_are_shown(days: dict[str, Files]) -> None:
    before, after = days[FIRST_DAY], days[NEXT_DAY]
    for name in (ITEM, f"fr/{ITEM}"):
        assert _aggregate(before, name) == {"ratingValue": 3.5, "ratingCount": 2, "reviewCount": 2}
        assert _aggregate(after, name) == {"ratingValue": 3.5, "ratingCount": 2, "reviewCount": 1}
    assert _basis(before) == [2, 2, 2]
    assert _basis(after) == [2, 1, 2]
    # A bar for the rating of 2 stays too.
    for files in (before, after):
        told = json.loads(files["api/v1/items/kettle.json"])["aggregateRating"]
        assert told["distribution"] == {"1": 0, "2": 1, "3": 0, "4": 0, "5": 1}


def test_the_ledger_keeps_it_and_says_that_it_is_not_shown(days: dict[str, Files]) -> None:
    for day, shown in ((FIRST_DAY, 2), (NEXT_DAY, 1)):
        ledger = json.loads(days[day]["api/v1/ledger.json"])
        for part in (ledger, *ledger["items"]):
            assert (part["received"], part["published"], part["shown"]) == (2, 2, shown)


def test_no_file_of_the_first_day_is_left_on_the_second(days: dict[str, Files]) -> None:
    assert days[NEXT_DAY] == days["afresh"]


def test_going_back_to_the_first_day_gives_the_same_bytes(days: dict[str, Files]) -> None:
    assert days[NEXT_DAY] != days[FIRST_DAY]
    assert days["again"] == days[FIRST_DAY]


def test_check_tells_beforehand_what_will_have_left(site: Path) -> None:
    told = f"{LEAVES}: information: C102 consent-lapsed"
    assert told not in _check(site, LAST_DAY)
    assert told in _check(site, NEXT_DAY)


def test_a_consent_that_is_withdrawn_takes_every_trace_along(site: Path) -> None:
    write_file(site, LEAVES, (LEAVING % "").encode())
    assert _traces(_build(site, NEXT_DAY)) != set()
    write_file(site, LEAVES, (LEAVING % ", withdrawn: 2026-07-01").encode())
    after = _build(site, NEXT_DAY)
    assert _traces(after) == set()
    assert _aggregate(after) == {"ratingValue": 3.5, "ratingCount": 2, "reviewCount": 1}


def test_a_retention_that_is_over_takes_every_trace_along(site: Path) -> None:
    write_file(site, LEAVES, (LEAVING % ", expires: 2030-01-01").encode())
    conf = site / "pelicanconf.py"
    conf.write_text(conf.read_text(encoding="utf-8") + "RETENTION_MONTHS = 12\n", encoding="utf-8")
    before = _build(site, "2027-05-13")
    assert _aggregate(before)["reviewCount"] == 2
    after = _build(site, "2027-05-14")
    assert _traces(after) == set()
    assert _aggregate(after) == {"ratingValue": 3.5, "ratingCount": 2, "reviewCount": 1}
    # Six days later the other one is gone too: a count of 0 is left out.
    last = _build(site, "2027-05-20")
    assert b"Well made." not in b"".join(last.values())
    assert _aggregate(last) == {"ratingValue": 3.5, "ratingCount": 2, "reviewCount": None}
    assert _basis(last) == [2, 0, 2]


def test_a_name_that_is_no_longer_allowed_is_shortened_everywhere(site: Path) -> None:
    assert b"Marie Quetzal" in _build(site, FIRST_DAY)[PAGE]
    write_file(site, LEAVES, EXPIRES.replace("text, name,", "text,").encode())
    after = _build(site, FIRST_DAY)
    assert {name for trace, name in _traces(after) if trace == "quetzal"} == set()
    for name in (PAGE, ITEM, "feeds/reviews.atom.xml", "api/v1/items/kettle.json"):
        assert b"Marie Q." in after[name], name
    assert _aggregate(after) == {"ratingValue": 3.5, "ratingCount": 2, "reviewCount": 2}


def test_pictures_that_are_no_longer_allowed_leave_with_their_files(site: Path) -> None:
    _build(site, FIRST_DAY)
    write_file(site, LEAVES, EXPIRES.replace("name, photo", "name").encode())
    after = _build(site, FIRST_DAY)
    left = {trace for trace, _ in _traces(after)}
    assert left == set(TRACES) - {"portrait.png", "photo.png"}
    assert b"I pour all day" in after[PAGE]


def test_a_film_that_is_no_longer_allowed_leaves_with_its_words(site: Path) -> None:
    assert b"xylophonic tea" in _build(site, FIRST_DAY)[PAGE]
    write_file(site, LEAVES, EXPIRES.replace(", video]", "]").encode())
    after = b"".join(_build(site, FIRST_DAY).values())
    assert b"xylophonic tea" not in after
    assert b"example.org/film" not in after
