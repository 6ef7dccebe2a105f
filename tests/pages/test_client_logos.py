"""The home page's strip of clients: a logo where the company has one and a story tells of them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tests.ambassade_command import run
from tests.publish.photographs import photograph
from tests.rules.sample_site import SETTINGS, write_file, write_site

if TYPE_CHECKING:
    from pathlib import Path

LOGOS = 'CLIENT_LOGOS = {"Tide & Sons": "clients/tide.png", "Nobody": "clients/nobody.png"}\n'
STORY = (
    "Title: {client} at sea\nDate: 2026-05-01\nLang: en\nSummary: It was calm.\n"
    "Client: {client}\n\nText.\n"
)


def _write(site: Path, settings: str) -> None:
    write_site(site)
    write_file(site, "pelicanconf.py", (SETTINGS + settings).encode())
    for name in ("tide", "nobody"):
        write_file(site, f"content/images/clients/{name}.png", photograph("PNG", (300, 100)))
    for client in ("Tide & Sons", "Oak"):
        story = STORY.format(client=client).encode()
        write_file(site, f"content/stories/{client[:3].lower()}.md", story)


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a built site of two clients with a story, one of them with a logo."""
    site = tmp_path_factory.mktemp("clients")
    _write(site, LOGOS)
    run("build", "--on", "2026-06-01", cwd=site, check=0)
    return site / "output"


def test_a_logo_stands_for_the_name_and_says_it(output: Path) -> None:
    html = (output / "index.html").read_text(encoding="utf-8")
    strip = html.split('class="client-strip-names"')[1].split("</ul>")[0]
    link = r'<a href="/stories/tide-sons-at-sea/">.*<img src="/images/clients/tide.png" alt="Tide &amp; Sons"'
    assert re.search(link, strip)
    assert re.search(r'<a href="/stories/oak-at-sea/">\s*Oak\s*</a>', strip)


def test_only_logos_of_clients_with_a_story_are_published(output: Path) -> None:
    assert (output / "images/clients/tide.png").exists()
    assert not (output / "images/clients/nobody.png").exists()


def test_a_logo_that_is_not_there_is_told_on_its_line(tmp_path: Path) -> None:
    _write(tmp_path, 'CLIENT_LOGOS = {\n    "Oak": "clients/oak.png",\n}\n')
    told = run("check", "--on", "2026-06-01", cwd=tmp_path, check=1).stdout
    assert re.search(r"^pelicanconf\.py:7:\d+: \w+ picture-missing: ", told, re.MULTILINE)
