"""What happens while a site is built: another build, an editor at work, Ctrl-C."""

from __future__ import annotations

import os
import shutil
from typing import TYPE_CHECKING

import pytest

from tests.ambassade_command import files_of
from tests.faults.faulty_site import (
    REVIEW,
    build,
    end,
    expect_refusal,
    rest_of,
    start_build,
    swap_words,
    waiting_build,
)
from tests.rules.sample_site import write_file

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

INTERRUPTED = 130


def test_of_two_sites_that_are_built_into_one_output_the_second_is_refused(
    gated: Path, site: Path, tmp_path: Path
) -> None:
    output = tmp_path / "www" / "site"
    output.parent.mkdir()
    build(site, "--output", output)
    former = files_of(output)
    with waiting_build(gated, tmp_path / "gate", "--output", output) as first:
        second = start_build(site, "--output", output)
        expect_refusal(second, 4, f"Another build into {output} is running")
        assert files_of(output) == former
    assert end(first)[0] == 0
    assert {path.name for path in output.parent.iterdir()} == {"site"}
    build(site, "--output", output)
    assert files_of(output) == former


def test_what_a_killed_build_left_goes_when_nothing_changed_since(
    site: Path, former: dict[str, bytes]
) -> None:
    write_file(site, ".output.ambassade-new/reviews/a/index.html", b"Secret words")
    build(site)
    assert rest_of(site) == set()
    assert files_of(site / "output") == former


@pytest.mark.skipif(os.name != "posix", reason="links want a right there")
def test_a_link_to_a_folder_that_leads_elsewhere_or_is_gone_is_a_change(site: Path) -> None:
    for year, words in (("2024", b"then"), ("2025", b"now, and more")):
        write_file(site, f"content/files/{year}/a.txt", words)
    link = site / "content" / "files" / "current"
    link.symlink_to("2024")
    with (site / "pelicanconf.py").open("a", encoding="utf-8") as conf:
        conf.write('STATIC_PATHS = ["files"]\n')
    build(site)
    copied = site / "output" / "files" / "current" / "a.txt"
    assert copied.read_bytes() == b"then"
    link.unlink()
    link.symlink_to("2025")
    build(site)
    assert copied.read_bytes() == b"now, and more"
    link.unlink()
    build(site)
    assert not copied.exists()


def test_of_two_builds_the_second_is_refused_and_the_first_ends_well(
    gated: Path, tmp_path: Path
) -> None:
    swap_words(gated)
    with waiting_build(gated, tmp_path / "gate") as first:
        before = files_of(gated)
        expect_refusal(start_build(gated), 4, "Another build")
        expect_refusal(start_build(gated, "--output", tmp_path / "elsewhere"), 4, "Another build")
        assert files_of(gated) == before
    assert end(first)[0] == 0
    assert b"It heats water." in files_of(gated / "output")[f"{REVIEW[:-5]}/index.html"]
    assert not (tmp_path / "elsewhere").exists()
    assert rest_of(gated) == set()


def _write_over(path: Path) -> None:
    """Change a file to as many bytes, and set its time back."""
    before = path.stat()
    path.write_bytes(path.read_bytes()[::-1])
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))


def _add(path: Path) -> None:
    path.with_name(f"2026-03-03-{path.name[11:]}").write_bytes(path.read_bytes())


def _remove_folder(path: Path) -> None:
    shutil.rmtree(path.parent)


@pytest.mark.parametrize(
    ("happens", "name"),
    [
        (_write_over, REVIEW),
        (os.unlink, REVIEW),
        (_add, REVIEW),
        (_remove_folder, "reviews/pot/item.yaml"),
        (_write_over, "content/images/kettle.jpg"),
        (os.unlink, "content/stories/kettles-at-sea.md"),
        (_add, "content/stories/kettles-at-sea.md"),
    ],
)
def test_a_source_that_changes_goes_or_comes_stops_the_build(
    happens: Callable[[Path], None], name: str, gated: Path, tmp_path: Path
) -> None:
    former = files_of(gated / "output")
    with waiting_build(gated, tmp_path / "gate") as process:
        happens(gated / name)
    expect_refusal(process, 3, "changed during the build. The former site stays")
    assert files_of(gated / "output") == former
    assert rest_of(gated) == set()


def test_what_editors_leave_for_a_moment_stops_no_build(gated: Path, tmp_path: Path) -> None:
    write_file(gated, "theme/static/css/own.css", b"h1 { color: teal; }\n")
    with waiting_build(gated, tmp_path / "gate") as process:
        write_file(gated, f"{REVIEW.replace('2026', '.2026', 1)}.swp", b"half")
        (gated / "theme/static/css/.#own.css").symlink_to("marie@desk.1234")
    assert end(process)[0] == 0
    assert b"teal" in files_of(gated / "output")["theme/ambassade.css"]
