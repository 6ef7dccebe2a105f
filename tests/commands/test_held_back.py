"""What a setting of Pelican's makes of stories and pages, drafts or others: none is published unseen."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.ambassade_command import run, run_pelican
from tests.rules.sample_site import SETTINGS, write_file, write_site

if TYPE_CHECKING:
    from pathlib import Path

DAY = ("--on", "2026-06-01")
HELD = [
    ('DEFAULT_METADATA = {"status": "draft"}', "stories/kettles", "draft", ""),
    ('DEFAULT_METADATA = {"status": "hidden"}', "pages/about", "hidden", ""),
    (
        'EXTRA_PATH_METADATA = {"stories/kettles.md": {"status": "draft"}}',
        "stories/kettles",
        "draft",
        "",
    ),
    ("WITH_FUTURE_DATES = False", "stories/kettles", "draft", "Date: 2999-01-01\n"),
]


def _write(site: Path, setting: str, name: str, header: str) -> None:
    write_site(site)
    settings = f'{SETTINGS}PLUGINS = ["ambassade"]\n{setting}\n'
    write_file(site, "pelicanconf.py", settings.encode())
    day = "" if header.startswith("Date") or name.startswith("pages") else "Date: 2026-05-01\n"
    write_file(site, f"content/{name}.md", f"Title: Not yet\n{day}{header}\nSecret.\n".encode())


@pytest.mark.parametrize(("setting", "name", "status", "header"), HELD)
def test_a_draft_by_a_setting_stops_the_build_and_says_what_to_type(
    setting: str, name: str, status: str, header: str, tmp_path: Path
) -> None:
    _write(tmp_path, setting, name, header)
    told = run("build", *DAY, cwd=tmp_path, check=1).stdout
    assert f"content/{name}.md:1:1: P101 body-not-read: By the settings of Pelican its" in told
    assert f"Write `Status: {status}` in its header to leave it so." in told
    assert not (tmp_path / "output").exists()
    assert run_pelican(tmp_path).returncode == 1
    assert not (tmp_path / "output").exists()


@pytest.mark.parametrize(("setting", "name", "status", "header"), HELD)
def test_what_its_header_says_of_it_is_done(
    setting: str, name: str, status: str, header: str, tmp_path: Path
) -> None:
    _write(tmp_path, setting, name, f"{header}Status: {status}\n")
    run("build", *DAY, cwd=tmp_path, check=0)
    page = tmp_path / ("output/about" if name == "pages/about" else "output/stories/not-yet")
    _write(tmp_path, setting, name, f"Slug: {page.name}\nStatus: published\n")
    run("build", *DAY, cwd=tmp_path, check=0)
    assert "Secret." in (page / "index.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "setting",
    [
        'DEFAULT_METADATA = {"lang": "fr"}',
        'EXTRA_PATH_METADATA = {"stories/fr/kettles.md": {"lang": "fr"}}',
        'PATH_METADATA = r"stories/(?P<lang>..)/.*"',
    ],
)
def test_a_language_by_a_setting_is_asked_for(setting: str, tmp_path: Path) -> None:
    setting = f'LANGUAGES = ["en", "fr"]\n{setting}'
    _write(tmp_path, setting, "stories/fr/kettles", "")
    told = run("build", *DAY, cwd=tmp_path, check=1).stdout
    fact = "By the settings of Pelican its lang is fr; its header does not say so."
    assert f"content/stories/fr/kettles.md:1:1: P101 body-not-read: {fact}" in told
    assert "Write `Lang: fr` in its header;" in told
    _write(tmp_path, setting, "stories/fr/kettles", "Lang: fr\n")
    run("build", *DAY, cwd=tmp_path, check=0)
    assert (tmp_path / "output/fr/stories/not-yet/index.html").is_file()
