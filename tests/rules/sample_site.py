"""A small site under a sample, and the problems that are found in it."""

from __future__ import annotations

import os
import re
import runpy
from dataclasses import replace
from datetime import date
from functools import cache
from io import BytesIO
from typing import TYPE_CHECKING

from PIL import Image

from ambassade.catalogue import make_catalogue
from ambassade.disclose_site import disclose_site
from ambassade.eligibility.summary import list_page
from ambassade.kept.remembered import Memory
from ambassade.media import PictureFolder
from ambassade.page_lines import PageLines
from ambassade.pages import plan_pages
from ambassade.rules.content import check_content
from ambassade.rules.heuristics import check_heuristics
from ambassade.rules.severity import settle_rules
from ambassade.rules.site import check_lines, check_pages
from ambassade.source.settings_reader import find_places, read_settings
from ambassade.source.site_reader import SiteReader

if TYPE_CHECKING:
    from pathlib import Path

    from ambassade.catalogue import Catalogue
    from ambassade.problem import Problem

TODAY = date(2026, 6, 1)
DEFAULT_FILE = "reviews/kettle/2026-05-14-saved-us-a-week.yaml"
SETTINGS = """\
SITEURL = "https://example.com"
SITENAME = "Kettles"
DEFAULT_LANG = "en"
LANGUAGES = ["en", "fr"]
COMPANY = {"name": "Kettle Works"}
"""
ITEM = """\
type: Product
name: Kettle
collection: complete
"""
_FILE = re.compile(r"^# file: (\S+)\n?", re.MULTILINE)
_LINK = b"(link) "
_PIPE = b"(pipe)"
_LETTERS = re.compile(r"\(letters: (\d+)\)")


def write_site(folder: Path) -> None:
    """Write a site with one item, one picture and no review."""
    write_file(folder, "pelicanconf.py", SETTINGS.encode())
    write_file(folder, "reviews/kettle/item.yaml", ITEM.encode())
    write_file(folder, "content/images/kettle.png", _picture())


def write_samples(sample: str, folder: Path) -> None:
    """Write the files of a docstring's sample over the site in `folder`."""
    for name, data in parse_sample(sample).items():
        if data.startswith(_LINK):
            _link(folder / name, data.removeprefix(_LINK).decode().strip())
        elif data.startswith(_PIPE):
            os.mkfifo(folder / name)
        else:
            write_file(folder, name, data)


def parse_sample(sample: str) -> dict[str, bytes]:
    """Return the bytes of each file of a docstring's sample."""
    before, *rest = _FILE.split(sample)
    texts = dict(zip(rest[::2], rest[1::2], strict=True))
    if before.strip():
        texts[DEFAULT_FILE] = before
    return {name: _to_bytes(text) for name, text in texts.items()}


def _link(path: Path, target: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.symlink_to(target)


def write_file(folder: Path, name: str, data: bytes) -> None:
    """Write one file of a site."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)


def read_site(folder: Path, today: date = TODAY) -> tuple[Catalogue, list[Problem]]:
    """Return what is on record in `folder`, and the problems of reading it."""
    pictures = PictureFolder(folder / "content")
    file = folder / "pelicanconf.py"
    values = {key: value for key, value in runpy.run_path(str(file)).items() if key.isupper()}
    places = find_places([file], folder)
    settings, problems = read_settings(values, file.name, places, pictures.find)
    settings, unsettled = settle_rules(settings)
    reader = SiteReader(folder, settings, pictures, lambda _path, _stamp: None)
    catalogue = replace(make_catalogue(reader.read(), settings, today), root=folder)
    return catalogue, problems + unsettled + reader.problems


def find_problems(folder: Path, today: date = TODAY) -> list[Problem]:
    """Return the problems of reading the site in `folder` and of what is written there."""
    catalogue, problems = read_site(folder, today)
    found = [*check_content(catalogue), *check_heuristics(catalogue, Memory({}))]
    return problems + found


def find_page_problems(folder: Path, today: date = TODAY) -> list[Problem]:
    """Return the problems of the pages that are planned of the site in `folder`."""
    site = disclose_site(read_site(folder, today)[0])
    pages = [*plan_pages(site)]
    return [*check_pages(site, pages), *check_lines(site, PageLines({}, [*map(list_page, pages)]))]


def tell(problems: list[Problem], code: str) -> list[str]:
    """Return the problems of one code as an editor reads them: place, fact, remedy."""
    chosen = sorted((one for one in problems if one.code == code), key=lambda one: one.sort_key)
    return [f"{one.place}: {' '.join(one.sentences())}" for one in chosen]


def _to_bytes(text: str) -> bytes:
    if text.startswith("(large) "):
        return b"#" * int(text.removeprefix("(large) "))
    if text.startswith("(escaped) "):
        escaped = text.removeprefix("(escaped) ").encode("ascii", "backslashreplace")
        return escaped.decode("unicode_escape").encode("latin-1")
    return _LETTERS.sub(lambda many: "a" * int(many[1]), text).encode()


@cache
def _picture() -> bytes:
    file = BytesIO()
    Image.new("RGB", (8, 6), "teal").save(file, "PNG")
    return file.getvalue()
