"""Folders deeper than Python's own walks go, and with longer paths than the system takes."""

from __future__ import annotations

import errno
import os
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from ambassade.paths.deep_folders import remove_tree
from ambassade.paths.folder_tree import list_tree
from ambassade.stop import EnvironmentFault
from tests.ambassade_command import files_of, run
from tests.faults.faulty_site import DAY, REVIEW, copy_site
from tests.rules.sample_site import write_file, write_site

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

LEVELS = 1100
# The second makes paths of more than the 4096 bytes that Linux takes.
NAMES = ("d", "deeper")
SOURCES = ("content/extra", "content/stories", "content/.hidden", "theme/static", "theme/templates")
_DIG = """\
import os, sys
folder, name, levels = sys.argv[1:]
os.makedirs(folder, exist_ok=True)
os.chdir(folder)
for _ in range(int(levels)):
    os.mkdir(name)
    os.chdir(name)
with open("kettle.html", "w") as file:
    file.write("It is deep in here.")
"""


@pytest.fixture
def deep(built_site: Path, tmp_path: Path) -> Iterator[Path]:
    """Return a copy of the built site. Nothing of it stays: pytest could not remove it."""
    try:
        yield copy_site(built_site, tmp_path / "site")
    finally:
        subprocess.run([shutil.which("rm") or "rm", "-rf", tmp_path], check=True)


def dig(folder: Path, name: str) -> None:
    """Make very many folders in each other, below `folder`, and a file in the last."""
    subprocess.run([sys.executable, "-c", _DIG, folder, name, str(LEVELS)], check=True)


@pytest.mark.parametrize("name", NAMES)
def test_folders_too_deep_are_told_and_the_former_site_stays(deep: Path, name: str) -> None:
    for place in SOURCES:
        dig(deep / place, name)
    before = files_of(deep / "output")
    for words in (("build", *DAY), ("check", *DAY)):
        said = run(*words, cwd=deep, check=1).stdout
        for place in SOURCES:
            folder = f"{place}/{'/'.join([name] * (21 - place.count('/')))}"
            assert f"{folder}:1:1: A106 folder-too-deep: This folder lies" in said
    assert files_of(deep / "output") == before
    run("lock", cwd=deep, check=0)


def test_what_lies_beside_styles_and_templates_may_be_deep(deep: Path) -> None:
    write_file(deep, f"theme/node_modules/{'d/' * 30}index.js", b"")
    write_file(deep, "content/pages/new.md", b"Title: New\nSummary: What is new.\n\nIt is new.\n")
    assert "A106" not in run("build", *DAY, cwd=deep, check=0).stdout
    assert (deep / "output/new/index.html").is_file()
    assert not [*(deep / "output").rglob("node_modules")]


def test_a_folder_that_the_system_cannot_read_is_not_taken_for_an_empty_one(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def refuse(_path: object) -> None:
        raise OSError(errno.EIO, "Input/output error", str(tmp_path))

    monkeypatch.setattr("ambassade.paths.folder_tree.os.scandir", refuse)
    with pytest.raises(EnvironmentFault, match="Input/output error"):
        list_tree(tmp_path)


def test_a_path_too_long_is_told(deep: Path) -> None:
    names = "/".join(["n" * 200] * 11)
    write_file(deep, f"content/extra/{names}/kettle.txt", b"It has a long path.")
    done = run("build", *DAY, cwd=deep, check=1)
    assert "A106 folder-too-deep: The path of this folder has more than 2000 bytes." in done.stdout


@pytest.mark.parametrize("name", NAMES)
def test_a_review_is_forgotten_beside_folders_too_deep(deep: Path, name: str) -> None:
    for place in ("reviews/kettle", "content/extra", "theme/templates", ".ambassade/serve"):
        dig(deep / place, name)
    run("forget", REVIEW.removeprefix("reviews/").removesuffix(".yaml"), "--yes", cwd=deep, check=0)
    assert not (deep / ".ambassade/serve").exists()


@pytest.mark.parametrize("name", NAMES)
def test_deep_folders_of_reviews_do_not_stop_a_look_at_what_changed(deep: Path, name: str) -> None:
    for words in (
        "init -q",
        "add .",
        "-c user.name=M -c user.email=m@example.org commit -qm Begin",
    ):
        subprocess.run([shutil.which("git") or "git", *words.split()], cwd=deep, check=True)
    dig(deep / "reviews/kettle", name)
    done = run("check", "--since", "HEAD", *DAY, cwd=deep, check=1)
    assert f"reviews/kettle/{name}:1:1: A102" in done.stdout


OURS = (
    *(".ambassade/spare/other", ".ambassade/shards/pelicanconf", ".ambassade/pictures"),
    *(".output.ambassade-new", ".output.ambassade-old"),
)


@pytest.mark.parametrize("name", NAMES)
def test_what_a_build_removes_may_be_as_deep_as_it_likes(deep: Path, name: str) -> None:
    for place in OURS:
        dig(deep / place, name)
    write_file(deep, "content/pages/new.md", b"Title: New\nSummary: What is new.\n\nIt is new.\n")
    run("build", *DAY, cwd=deep, check=0)
    assert (deep / "output/new/index.html").is_file()
    assert not [place for place in OURS if (deep / place / name).exists()]


@pytest.mark.parametrize(("name", "code"), [("d", 2), ("deeper", 3)])
def test_deep_folders_of_others_in_the_output_are_told_and_stay(
    deep: Path, name: str, code: int
) -> None:
    dig(deep / "output", name)
    done = run("build", *DAY, cwd=deep, check=code)
    assert len(done.stderr.splitlines()) == 1
    assert (deep / "output" / name).is_dir()


def test_a_site_and_an_output_may_be_as_deep_as_the_system_lets_them(deep: Path) -> None:
    below = "d/" * LEVELS
    run("build", "--output", f"public/{below}", *DAY, cwd=deep, check=0)
    assert (deep / "public" / below / "index.html").is_file()
    run("init", f"shop/{below}", "--json", cwd=deep, check=0)
    assert (deep / "shop" / below / "pelicanconf.py").is_file()


def test_a_former_address_may_have_as_many_parts_as_the_system_lets_it(deep: Path) -> None:
    with (deep / "reviews/kettle/item.yaml").open("a") as file:
        file.write(f"aliases: /{'d/' * LEVELS}\n")
    for page in (b"One", b"Two"):
        write_file(deep, "content/pages/new.md", b"Title: %b\nSummary: It is.\n\nIt is.\n" % page)
        run("build", *DAY, cwd=deep, check=0)
    assert (deep / "output" / ("d/" * LEVELS) / "index.html").is_file()


def test_a_picture_by_a_path_longer_than_the_system_lets_it_is_not_there(deep: Path) -> None:
    text = f"Title: New\nSummary: It is.\n\n![Kettle](/images/{'deeper/' * LEVELS}kettle.jpg)\n"
    write_file(deep, "content/pages/new.md", text.encode())
    told = run("build", *DAY, cwd=deep, check=0).stdout
    assert "content/pages/new.md:4:11: warning: P105 body-link: " in told


def test_links_in_a_ring_do_not_take_pelican_deeper_than_it_can_go(deep: Path) -> None:
    ring = deep / "content/stories" / ("d/" * 19)
    ring.mkdir(parents=True)
    (ring / "round").symlink_to(deep / "content/stories")
    run("build", *DAY, cwd=deep, check=0)


def test_a_folder_that_came_is_looked_at_though_no_file_is_in_it(tmp_path: Path) -> None:
    write_site(tmp_path)
    run("build", *DAY, cwd=tmp_path, check=0)
    (tmp_path / "reviews/teapot").mkdir()
    assert "A102" in run("build", *DAY, cwd=tmp_path, check=1).stdout


def test_what_cannot_be_removed_is_told_with_its_whole_path(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_file(tmp_path, "left/sub/file.txt", b"")

    def refuse(name: str, **_: object) -> None:
        raise PermissionError(errno.EPERM, "Operation not permitted", name)

    monkeypatch.setattr(os, "unlink", refuse)
    with pytest.raises(PermissionError) as caught:
        remove_tree(tmp_path / "left")
    assert caught.value.filename == str(tmp_path / "left/sub/file.txt")
