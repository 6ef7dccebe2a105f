"""Code that settings bring: what it makes is made again by each build, as nobody knows what it reads."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from ambassade.own_code import brings_code
from tests.ambassade_command import run
from tests.rules.sample_site import SETTINGS, write_file, write_site

DAY = ("--on", "2026-06-01")
ITSELF: list[object] = []
ITSELF.append(ITSELF)
HERE = "import os, sys\nsys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))\n"
EXTENSION = """\
from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor
class Change(Preprocessor):
    def run(self, lines): return [line.replace("Words", "{}") for line in lines]
class Own(Extension):
    def extendMarkdown(self, md): md.preprocessors.register(Change(md), "change", 5)
def makeExtension(**given): return Own(**given)
"""
READER = """\
from pelican.readers import MarkdownReader
class Own(MarkdownReader):
    def read(self, path):
        body, meta = super().read(path)
        return body.replace("Words", "{}"), meta
"""


@pytest.mark.parametrize(
    ("more", "source"),
    [
        ('MARKDOWN = {"extensions": ["own"]}\n', EXTENSION),
        ('MARKDOWN = {"extension_configs": {"own": {}}}\n', EXTENSION),
        ('from own import Own\nREADERS = {"md": Own}\n', READER),
    ],
    ids=["extension", "configured", "reader"],
)
def test_a_change_of_it_is_seen(more: str, source: str, tmp_path: Path) -> None:
    write_site(tmp_path)
    write_file(tmp_path, "pelicanconf.py", f"{SETTINGS}{HERE}{more}".encode())
    write_file(tmp_path, "content/pages/about.md", b"Title: About\nSlug: about\n\nWords here.\n")
    for word in ("One", "Three"):
        write_file(tmp_path, "own.py", source.format(word).encode())
        run("build", *DAY, cwd=tmp_path, check=0)
        page = (tmp_path / "output/about/index.html").read_text(encoding="utf-8")
        assert f"{word} here." in page


@pytest.mark.parametrize(
    "given",
    [
        {"PATH": Path("content"), "SIZES": [1, 2.5, None, {"a": (True, b"b")}], "ITSELF": ITSELF},
        {
            "MARKDOWN": {
                "extensions": ["extra", "markdown.extensions.toc"],
                "output_format": "html5",
            }
        },
        {"MARKDOWN": None},
        {"READERS": {"html": None}},
    ],
)
def test_data_brings_none(given: dict[str, Any]) -> None:
    assert not brings_code(given)


@pytest.mark.parametrize(
    "given",
    [
        {"READERS": {"md": Path}},
        {"ARTICLE_ORDER_BY": [len]},
        {"SET": {frozenset({object()})}},
        {"TEXT": type("Text", (str,), {})("a")},
        {"MARKDOWN": {"extensions": ["extra", "own"]}},
        {"MARKDOWN": {"extensions": "own"}},
        {"MARKDOWN": {"extension_configs": {"pymdownx.tilde": {}}}},
    ],
)
def test_functions_classes_and_extensions_of_others_do(given: dict[str, Any]) -> None:
    assert brings_code(given)
