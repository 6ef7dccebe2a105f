"""A second build: nothing is taken for the same that is not."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.ambassade_command import environment, files_of, run
from tests.rules.sample_site import write_file, write_site

if TYPE_CHECKING:
    from pathlib import Path

DAY = ("--on", "2026-06-01")
STORY = b"Title: Kettles at sea\nDate: 2026-05-01\n\nThey float.\n"
PLUGIN = b"""\
from pelican import signals

def change(content):
    content._content = (content._content or "").replace("float", "WORD")

def register():
    signals.content_object_init.connect(change)
"""
LONG_NAME = "A kettle of enamelled steel for every stove that there is on land and at sea"
KINDS = ("shards", "builds", "spare")


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Return a small site with a story, built once."""
    write_site(tmp_path)
    write_file(tmp_path, "content/stories/kettles.md", STORY)
    run("build", *DAY, cwd=tmp_path, check=0)
    return tmp_path


def test_where_nothing_changed_the_same_is_told_and_no_file_is_written(site: Path) -> None:
    output = site / "output"
    before = {path: path.stat().st_ino for path in output.rglob("*")}
    first = run("build", *DAY, cwd=site, check=0)
    again = run("build", *DAY, cwd=site, check=0)
    assert (again.stdout, again.stderr) == (first.stdout, first.stderr)
    assert "pages" in again.stderr
    assert {path: path.stat().st_ino for path in output.rglob("*")} == before


def test_where_nothing_changed_nothing_is_loaded_to_build_with(site: Path) -> None:
    command = (sys.executable, "-X", "importtime", "-m", "ambassade", "build", *DAY, "--jobs", "2")

    def load() -> str:
        ended = subprocess.run(
            command, cwd=site, env=environment(), capture_output=True, text=True, check=True
        )
        return ended.stderr

    assert "build_anew" not in load()
    write_file(site, "content/stories/kettles.md", STORY + b"\nAnd sing.\n")
    assert "build_anew" in load()


def test_a_plugin_of_the_sites_own_that_changes_is_heeded(site: Path) -> None:
    with (site / "pelicanconf.py").open("a", encoding="utf-8") as conf:
        conf.write('PLUGIN_PATHS = ["plugins"]\nPLUGINS = ["ambassade", "change"]\n')
    for word in (b"swim", b"sink"):
        write_file(site, "plugins/change.py", PLUGIN.replace(b"WORD", word))
        run("build", *DAY, cwd=site, check=0)
        assert b"They " + word in files_of(site / "output")["stories/kettles-at-sea/index.html"]


@pytest.mark.parametrize("linked", ["reviews/kettle", "content/stories"])
def test_what_changes_in_a_folder_behind_a_link_is_seen(site: Path, linked: str) -> None:
    elsewhere = site / "elsewhere"
    (site / linked).rename(elsewhere)
    (site / linked).symlink_to(elsewhere)
    # A link that leads back to where it stands is walked once.
    (elsewhere / "round").symlink_to(site / linked)
    before = run("build", *DAY, cwd=site)
    (elsewhere / "round").unlink()
    run("build", *DAY, cwd=site, check=0)
    for path in elsewhere.glob("*"):
        data = path.read_bytes()
        path.write_bytes(
            data.replace(b"They float", b"They sank ").replace(b"Kettle\n", b"Bottle\n")
        )
    run("build", *DAY, cwd=site, check=0)
    pages = b"".join(files_of(site / "output").values())
    assert (b"They sank" if "stories" in linked else b"Bottle") in pages
    assert before.returncode in {0, 1}


def test_who_reads_another_language_is_told_in_it(tmp_path: Path) -> None:
    write_site(tmp_path)
    with (tmp_path / "pelicanconf.py").open("a", encoding="utf-8") as conf:
        conf.write('LANGUAGES = ["en", "fr"]\nREVIEW_PROFILES = ["google"]\n')
    item = tmp_path / "reviews/kettle/item.yaml"
    item.write_text(item.read_text().replace("Kettle", LONG_NAME), encoding="utf-8")
    assert "English (en)" in run("check", *DAY, cwd=tmp_path, check=0).stdout
    told = run("check", *DAY, cwd=tmp_path, language="fr", check=0).stdout
    assert "anglais (en)" in told
    assert "English (en)" not in told


def test_files_that_were_touched_are_read_once_more_and_known_again(site: Path) -> None:
    (shard,) = (site / ".ambassade/shards").rglob("kettle.shard")
    before = shard.read_bytes()
    for path in (site / "reviews/kettle").iterdir():
        os.utime(path)
    run("build", *DAY, cwd=site, check=0)
    after = shard.read_bytes()
    assert after != before  # the new times are in it
    os.utime(site / "content/stories/kettles.md")
    run("build", *DAY, cwd=site, check=0)
    assert shard.read_bytes() == after


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_kept_may_be_deleted(site: Path, kind: str) -> None:
    before = files_of(site / "output")
    for path in (site / ".ambassade" / kind).rglob("*"):
        if path.is_file():
            path.unlink()
    run("build", *DAY, cwd=site, check=0)
    assert files_of(site / "output") == before


@pytest.mark.parametrize("lost", [None, "builds"])
def test_the_spare_holds_further_names_of_what_is_served_and_nothing_else(
    site: Path, lost: str | None
) -> None:
    story = site / "content/stories/kettles.md"
    item = site / "reviews/kettle/item.yaml"
    for number, path in enumerate([item, story, item]):
        path.write_bytes(path.read_bytes().replace(b"ettle", b"ettle %d" % number))
        if lost:
            shutil.rmtree(site / ".ambassade" / lost)
        run("build", *DAY, cwd=site, check=0)
        spare = site / ".ambassade/spare/pelicanconf"
        shared = [each for each in spare.rglob("*") if each.is_file()]
        assert lost or shared
        for each in shared:
            assert each.samefile(site / "output" / each.relative_to(spare))
