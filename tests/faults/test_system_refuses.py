"""The system or the output folder refuses: exit code, one line that names it, the former site whole."""

from __future__ import annotations

import resource
import shutil
import stat
from pathlib import Path

import pytest

from tests.ambassade_command import files_of
from tests.faults.faulty_site import (
    REVIEW,
    be_ordinary,
    build,
    expect_refusal,
    fill_disk,
    rest_of,
    start_build,
    start_ordinary_build,
    swap_words,
)
from tests.rules.sample_site import write_file

SMALL = 200_000


def limit_files() -> None:
    """Let no file of the process be larger than the style sheet."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))


def test_a_full_disk_is_told_and_there_is_room_for_the_next_build(
    site_on_small_disk: Path, former: dict[str, bytes]
) -> None:
    site = site_on_small_disk
    swap_words(site, "Kettle Works", "Teapot Works", "pelicanconf.py")
    ballast = fill_disk(site.parent, SMALL)
    expect_refusal(start_build(site), 3, "output.ambassade-new", "No space left")
    assert files_of(site / "output") == former
    assert rest_of(site) == set()
    ballast.unlink()
    build(site)
    assert b"Teapot Works" in (site / "output/index.html").read_bytes()
    assert rest_of(site) == set()


def test_a_file_that_may_not_become_so_large_is_named(site: Path, former: dict[str, bytes]) -> None:
    shutil.rmtree(site / ".ambassade")  # else the style sheet is not written again
    expect_refusal(start_build(site, "--jobs", "2", before=limit_files), 3, "too large")
    assert files_of(site / "output") == former
    assert rest_of(site) == set()


def test_a_folder_where_nothing_may_be_written_is_named(
    site: Path, former: dict[str, bytes]
) -> None:
    swap_words(site)
    site.chmod(stat.S_IRUSR | stat.S_IXUSR)
    try:
        expect_refusal(start_ordinary_build(site), 3, ".output.ambassade-new", "Permission denied")
        assert files_of(site / "output") == former
        assert rest_of(site) == set()
    finally:
        site.chmod(stat.S_IRWXU)


@pytest.mark.parametrize(
    "name",
    [REVIEW, "reviews/kettle", "content/stories/kettles-at-sea.md", "content/images/kettle.jpg",
     "content/stories", "content/images", "content", "theme/static/css", "pelicanconf.py"],
)  # fmt: skip
def test_what_may_not_be_read_is_named(site: Path, former: dict[str, bytes], name: str) -> None:
    if name.startswith("theme/"):
        (site / name).mkdir(parents=True)
    mode = (site / name).stat().st_mode
    (site / name).chmod(0)
    code = 2 if name == "pelicanconf.py" else 3
    expect_refusal(start_ordinary_build(site), code, Path(name).name)
    assert files_of(site / "output") == former
    assert rest_of(site) == set()
    if name == REVIEW:
        (site / name).chmod(mode)
        build(site)
        assert files_of(site / "output") == former


def test_a_check_names_what_may_not_be_read(site: Path) -> None:
    (site / "reviews").chmod(0)
    expect_refusal(start_build(site, before=be_ordinary, verb="check"), 3, f"{site}/reviews")


@pytest.mark.parametrize("option", ["--site", "--output"])
def test_a_named_folder_that_may_not_be_read_is_a_refusal_of_the_system(
    site: Path, tmp_path: Path, option: str
) -> None:
    (tmp_path / "closed").mkdir(mode=0)
    named = (option, tmp_path / "closed")
    expect_refusal(start_ordinary_build(site, *named), 3, f"{tmp_path}/closed/", "denied")


def test_an_output_that_is_not_ours_is_refused_named_and_untouched(
    site: Path, tmp_path: Path
) -> None:
    write_file(tmp_path, "own/CNAME", b"example.com")
    (tmp_path / "link").symlink_to(site / "output")
    write_file(tmp_path, "file", b"mine")
    before = files_of(tmp_path)
    refused = {
        tmp_path / "own": "CNAME",
        tmp_path / "link": "symbolic link",
        tmp_path / "file": "is a file",
        site / "content/built": "content",
        site / "reviews": "reviews",
        site / ".git/built": ".git",
        site / ".ambassade/built": ".ambassade",
        site / "output/deeper": "another site",
        site: "own folder",
    }
    for output, word in refused.items():
        expect_refusal(start_build(site, "--output", output), 2, str(output), word)
    assert files_of(tmp_path) == before
    assert (tmp_path / "link").is_symlink()
