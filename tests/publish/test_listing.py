"""What is new in a folder is found by names, wherever it lies."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ambassade.publish.listing import find_new, list_files
from tests.rules.sample_site import write_file

if TYPE_CHECKING:
    from pathlib import Path

KNOWN = ["index.html", "reviews/index.html", "reviews/kettle/a/index.html", "theme/a.css"]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with files that are known."""
    for name in KNOWN:
        write_file(tmp_path, name, b"")
    return tmp_path


@pytest.mark.parametrize(
    "name",
    [
        "new",
        "reviews/new",
        "reviews/kettle/new",
        "reviews/kettle/b/c/new",
        "own/a/new",
        ".new",
        "a b",
    ],
)
def test_a_new_file_is_found(name: str, folder: Path) -> None:
    write_file(folder, name, b"")
    assert find_new(folder, KNOWN) == [name]


def test_a_link_is_found_whatever_it_leads_to(folder: Path, tmp_path: Path) -> None:
    (folder / "theme/link").symlink_to(tmp_path)
    (folder / "reviews/lost").symlink_to("nowhere")
    assert sorted(find_new(folder, KNOWN)) == ["reviews/lost", "theme/link"]


def test_what_is_gone_and_empty_folders_are_nothing_new(folder: Path) -> None:
    (folder / "reviews/kettle/a/index.html").unlink()
    (folder / "reviews/kettle/a").rmdir()
    (folder / "empty/deep").mkdir(parents=True)
    assert find_new(folder, KNOWN) == []


PARTS = st.lists(st.sampled_from("abc"), min_size=1, max_size=4).map("/".join)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(known=st.sets(PARTS), new=st.sets(PARTS), number=st.integers())
def test_it_finds_what_a_walk_finds(
    known: set[str], new: set[str], number: int, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp(f"folder{number % 7}")
    for name in sorted(known | new):
        # A folder's file has an ending: no file is where a folder is to be.
        write_file(folder, f"{name}.html", b"")
    listed = [f"{name}.html" for name in known]
    assert sorted(find_new(folder, listed)) == sorted({*list_files(folder)} - {*listed})
