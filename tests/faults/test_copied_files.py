"""What Pelican copies, for a link or for a setting, comes from `content/` and stays in the site."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from tests.ambassade_command import files_of, run, run_pelican
from tests.faults.faulty_site import DAY, build
from tests.publish.photographs import photograph, turned
from tests.rules.sample_site import write_file

if TYPE_CHECKING:
    from pathlib import Path

PRIVATE = b"nobody may read this"
SETTINGS = (
    'STATIC_PATHS = ["{folder}"]\nEXTRA_PATH_METADATA = {{"extra/x": {{"path": "{path}"}}}}\n'
)


@pytest.fixture
def full(site: Path) -> Path:
    """Give the site a draft, sources, and files of all kinds in `content/`; Pelican can build it, too."""
    with (site / "pelicanconf.py").open("a", encoding="utf-8") as conf:
        conf.write('PLUGINS = ["ambassade"]\n')
    write_file(
        site, "content/stories/draft.md", b"Title: D\nDate: 2026-01-01\nStatus: draft\n\n" + PRIVATE
    )
    for name in ("images/note.txt", "files/a.html", "files/a.svg", ".htaccess", "extra/x"):
        write_file(site, f"content/{name}", PRIVATE)
    write_file(site, "content/files/a.pdf", b"for all")
    return site


def list_all(folder: Path) -> dict[str, bytes]:
    """Return every file below the folder, without what programs keep for themselves."""
    return {
        name: data
        for name, data in files_of(folder).items()
        if not {".ambassade", "__pycache__"} & {*name.split("/")}
    }


def add_story(site: Path, text: str) -> None:
    """Give the site a story that says `text`."""
    write_file(
        site,
        "content/stories/kettles.md",
        f"Title: Kettles\nDate: 2026-05-01\nSummary: How.\n\n{text}\n".encode(),
    )


@pytest.mark.parametrize(
    "link",
    [
        "{static}/../reviews/kettle/item.yaml",
        "{static}../../reviews/kettle/item.yaml",
        "{attach}../../reviews/kettle/item.yaml",
        "{static}/../",
        "{static}/../reviews",
        "{static}/images",
        "{static}/",
        "{attach}/",
        "{static}/stories",
        "{static}/../content/stories/draft.md",
        "{static}/../content/images/kettle.png",
        "{static}/files/a.html",
        "{attach}../files/a.html",
        "{static}/files/a.svg",
        "{static}/.htaccess",
        "{static}/images/note.txt",
    ],
)
@pytest.mark.parametrize("start", ["build", "pelican"])
def test_a_link_publishes_no_folder_no_source_and_nothing_that_runs(
    full: Path, link: str, start: str
) -> None:
    build(full)
    before = list_all(full)
    add_story(full, f"[all]({link})")
    ended = run_pelican(full) if start == "pelican" else run("build", *DAY, cwd=full)
    assert ended.returncode == 1
    # Where it is relative, Pelican keeps no more than what it leads to.
    at = "5:7: " if link[8] == "/" else "1:1: "
    assert f"content/stories/kettles.md:{at}" in ended.stdout + ended.stderr
    after = list_all(full)
    del after["content/stories/kettles.md"]
    assert after == before


def test_it_is_told_at_each_of_the_texts_that_link_it(full: Path) -> None:
    link = "[all]({static}/files/a.html)"
    add_story(full, f"{link} {{nothing}}\n\n{link}")
    write_file(full, "content/pages/p.md", f"Title: P\n\nSee {link}\n".encode())
    told = run("build", *DAY, cwd=full, check=1).stdout
    assert told.count(" P109 linked-file: ") == 2
    assert "content/stories/kettles.md:5:7: P109" in told
    assert "content/pages/p.md:3:11: P109" in told


@pytest.mark.parametrize("length", [4, 60, 70, 100])
def test_a_lost_link_is_told_once_where_it_is_typed(full: Path, length: int) -> None:
    none = "n" * length
    add_story(full, f"[one]({{filename}}/stories/{none}.md) [two]({{static}}/files/{none}.pdf)")
    told = run("build", *DAY, cwd=full, check=0).stdout
    assert "content/stories/kettles.md:5:7: warning: P105" in told
    assert told.count("P105") == 2
    assert "P103" not in told


def test_a_link_to_a_draft_publishes_nothing(full: Path) -> None:
    link = "{static}/stories/../stories/draft.md"
    add_story(full, f"[all]({link})")
    assert f"The text leads to {link}" in run("build", *DAY, cwd=full, check=0).stdout
    assert not [name for name, data in files_of(full / "output").items() if PRIVATE in data]


@pytest.mark.skipif(os.name != "posix", reason="links want a right there")
def test_a_link_in_the_folder_does_not_lead_out_of_it(full: Path) -> None:
    (full / "content/files/told.pdf").symlink_to("../../reviews/kettle/item.yaml")
    add_story(full, "[all]({static}/files/told.pdf)")
    assert " P109 linked-file: " in run("build", *DAY, cwd=full, check=1).stdout


def test_a_link_publishes_a_document_and_settings_publish_what_they_name(full: Path) -> None:
    add_story(full, "[one]({static}/files/a.pdf) [two]({attach}../files/a.PDF)")
    write_file(full, "content/files/a.PDF", b"for all, too")
    assert "P1" not in run("build", *DAY, cwd=full, check=0).stdout
    assert (full / "output/files/a.pdf").read_bytes() == b"for all"
    with (full / "pelicanconf.py").open("a", encoding="utf-8") as conf:
        conf.write('STATIC_PATHS = ["files/"]\n')
    add_story(full, "[one]({static}/files/a.html)")
    assert "P1" not in run("build", *DAY, cwd=full, check=0).stdout
    assert (full / "output/files/a.html").read_bytes() == PRIVATE


def test_what_is_linked_and_not_there_is_told(full: Path) -> None:
    add_story(full, "[one]({static}/files/b.pdf)")
    told = run("build", *DAY, cwd=full, check=0).stdout
    assert (
        "content/stories/kettles.md:5:7: warning: P105 body-link: The text leads to files/b.pdf"
        in told
    )


@pytest.mark.parametrize(
    ("folder", "path"),
    [
        ("extra", "{tmp}/evil"),
        ("extra", "../evil"),
        ("extra", "../../evil"),
        ("extra", "a/../../evil"),
        ("extra", "../pelicanconf.py"),
        ("extra", "../reviews/kettle/item.yaml"),
        ("extra", ".."),
        ("../reviews", "x"),
    ],
)
@pytest.mark.parametrize("start", ["build", "pelican"])
def test_no_setting_has_a_file_copied_out_of_the_site(
    full: Path, tmp_path: Path, folder: str, path: str, start: str
) -> None:
    with (full / "pelicanconf.py").open("a", encoding="utf-8") as conf:
        conf.write(SETTINGS.format(folder=folder, path=path.format(tmp=tmp_path)))
    before = list_all(tmp_path)
    ended = run_pelican(full) if start == "pelican" else run("build", *DAY, cwd=full)
    assert ended.returncode == 1
    assert "pelicanconf.py:1:1: P110 copied-outside: " in ended.stdout + ended.stderr
    assert list_all(tmp_path) == before


@pytest.mark.parametrize("start", ["build", "pelican"])
def test_a_picture_that_is_copied_with_its_place_is_told(full: Path, start: str) -> None:
    located = photograph(exif=turned(1))
    for name in ("docs/a", "set/a", "images/in/a", "images/in/b", "images/c"):
        write_file(full, f"content/{name}.jpg", located)
    with (full / "pelicanconf.py").open("a", encoding="utf-8") as conf:
        conf.write('STATIC_PATHS = ["images", "set", "images/in"]\n')
    shown = "![a](/images/in/b.jpg) ![b]({static}/images/c.jpg)"
    add_story(full, f"![c]({{static}}/docs/a.jpg)\n{shown}\n![d]({{attach}}../images/c.jpg)")
    ended = run_pelican(full) if start == "pelican" else run("build", *DAY, cwd=full, check=0)
    assert ended.returncode == 0
    told = {
        line.split(": ")[0]: line
        for line in (ended.stdout + ended.stderr).splitlines()
        if " C109 " in line
    }
    story = "content/stories/kettles.md"
    assert sorted(told) == ["content/images/in/a.jpg:1:1", "content/set/a.jpg:1:1", f"{story}:5:6"]
    assert "published with that" in told[f"{story}:5:6"]
    assert " warning: " in told[f"{story}:5:6"]
    assert (full / "output/docs/a.jpg").read_bytes() == located
    assert (full / "output/images/c.jpg").read_bytes() != located
