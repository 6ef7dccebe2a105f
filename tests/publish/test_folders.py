"""What is known of folders: which there are, what is in them, and when to list one again."""

from __future__ import annotations

import os
from itertools import accumulate
from time import time_ns
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ambassade.publish.folder_look import FolderLook
from ambassade.publish.folders import UNKNOWN, Folders, folders_of, list_children, note_times
from ambassade.publish.listing import list_files
from tests.publish.folders import let_time_pass
from tests.rules.sample_site import write_file

if TYPE_CHECKING:
    from pathlib import Path

KNOWN = ["index.html", "reviews/index.html", "reviews/kettle/a/index.html", "theme/a.css"]
# Characters that sort before a slash and behind it. Files have an ending: none is where a folder is to be.
PATHS = st.lists(st.sampled_from(["a", "b", "a-", "a0", "é"]), min_size=1, max_size=4).map(
    lambda parts: f"{'/'.join(parts)}.html"
)


def list_folders(files: set[str]) -> set[str]:
    """Return the folders of files by the plainest way."""
    parts = [[f"{part}/" for part in name.split("/")[:-1]] for name in files]
    return {"", *(each for one in parts for each in accumulate(one))}


def note_all(folders: Folders, time: int) -> Folders:
    """Return them as changed at that time, in both trees."""
    times = time.to_bytes(8, "little") * len(folders.list_paths())
    return Folders(folders.paths, times, times)


def tell_times(folders: Folders) -> dict[str, int]:
    times = memoryview(folders.served).cast("q")
    assert folders.spare == folders.served
    return dict(zip(folders.list_paths(), times, strict=True))


@given(st.sets(PATHS))
def test_there_are_the_folders_that_files_lie_in(files: set[str]) -> None:
    assert folders_of(sorted(files)).list_paths() == sorted(list_folders(files))


@given(st.sets(PATHS))
def test_each_holds_its_own_files_and_folders(files: set[str]) -> None:
    ordered, found = sorted(files), set[str]()
    for folder in folders_of(ordered).list_paths():
        children = [*list_children(ordered, folder)]
        assert children == sorted(set(children))
        found.update(folder + child for child in children)
    assert found == files | list_folders(files) - {""}


@given(before=st.sets(PATHS), after=st.sets(PATHS), same=st.sets(PATHS))
def test_what_changed_is_to_be_listed_and_the_rest_is_not(
    before: set[str], after: set[str], same: set[str]
) -> None:
    changed = (before ^ after) | (after & same)
    told = tell_times(note_all(folders_of(sorted(before)), 7).after(sorted(after), changed))
    assert told.keys() == list_folders(after)
    touched = list_folders(changed) | {""}
    assert told == {name: UNKNOWN if name in touched else 7 for name in told}


@pytest.mark.parametrize("served", [b"", bytes(8), bytes(17), bytes(24)])
def test_times_of_other_folders_are_refused(served: bytes) -> None:
    with pytest.raises(ValueError, match="no times of folders"):
        Folders("\0a/", served, bytes(16))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with files that are known."""
    for name in KNOWN:
        write_file(tmp_path, name, b"")
    return tmp_path


def know(folder: Path) -> Folders:
    """Return the folders of the known files as they are now."""
    folders = folders_of(KNOWN)
    noted = note_times(folder, folders, 1)
    let_time_pass(folder)
    return Folders(folders.paths, noted, folders.spare)


def find_other(folder: Path, folders: Folders) -> list[str]:
    inside = FolderLook(folder, folders, KNOWN)
    return sorted(inside.look(range(len(inside))).other)


NEW = [
    "new",
    "reviews/new",
    "reviews/kettle/new",
    "reviews/kettle/b/c/new",
    "own/a/new",
    ".new",
    "a b",
]


@pytest.mark.parametrize("is_known", [True, False], ids=["known", "unknown"])
@pytest.mark.parametrize("name", NEW)
def test_a_new_file_is_found(name: str, folder: Path, *, is_known: bool) -> None:
    folders = know(folder) if is_known else folders_of(KNOWN)
    assert find_other(folder, folders) == []
    write_file(folder, name, b"")
    assert find_other(folder, folders) == [name]


def test_a_file_whose_folder_got_its_former_time_back_is_found(folder: Path) -> None:
    folders, before = know(folder), (folder / "theme").stat()
    write_file(folder, "theme/mine.txt", b"")
    os.utime(folder / "theme", ns=(before.st_atime_ns, before.st_mtime_ns))
    assert find_other(folder, folders) == ["theme/mine.txt"]


def test_a_link_is_found_whatever_it_leads_to(folder: Path) -> None:
    folders = know(folder)
    (folder / "theme/link").symlink_to(folder)
    (folder / "reviews/lost").symlink_to("nowhere")
    assert find_other(folder, folders) == ["reviews/lost", "theme/link"]


def test_a_link_in_the_place_of_a_folder_is_found_and_not_followed(folder: Path) -> None:
    folders = know(folder)
    (folder / "theme").rename(folder / "moved")
    (folder / "theme").symlink_to("moved")
    assert find_other(folder, folders) == ["moved/a.css", "theme"]


def test_what_is_gone_and_empty_folders_are_nothing_new(folder: Path) -> None:
    folders = know(folder)
    (folder / "reviews/kettle/a/index.html").unlink()
    (folder / "reviews/kettle/a").rmdir()
    (folder / "empty/deep").mkdir(parents=True)
    assert find_other(folder, folders) == []


def test_a_folder_is_noted_when_it_holds_what_it_should_and_nobody_can_have_come_between(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "reviews/empty").mkdir()
    write_file(folder, "theme/mine.txt", b"")
    folders = folders_of(KNOWN)
    numbers = range(len(folders.list_paths()))
    assert {*FolderLook(folder, folders, KNOWN).look(numbers).times.values()} == {UNKNOWN}
    monkeypatch.setattr("ambassade.publish.folders.time_ns", lambda: time_ns() + 10**10)
    noted = folders.seen(FolderLook(folder, folders, KNOWN).look(numbers).times)
    times = dict(zip(noted.list_paths(), memoryview(noted.served).cast("q"), strict=True))
    assert [path for path, time in times.items() if time == UNKNOWN] == ["reviews/", "theme/"]
    assert FolderLook(folder, noted, KNOWN).look([0]).times == {}


def test_what_changes_after_files_were_looked_at_is_listed_the_next_time(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    inside = FolderLook(folder, folders_of(KNOWN), KNOWN)
    monkeypatch.setattr("ambassade.publish.folders.time_ns", lambda: time_ns() + 10**10)
    assert {*inside.look(range(len(inside))).times.values()} == {UNKNOWN}


@pytest.mark.parametrize("way", ["../", "/", "./", "a/../", "a//", "a/./", "..../b/"])
def test_folders_that_lead_out_or_are_of_no_file_are_not_those_of_a_site(way: str) -> None:
    files = ["a/index.html"]
    assert folders_of(files).are_of(files)
    assert not folders_of([*files, f"{way}index.html"]).are_of(files)
    assert folders_of(sorted([*files, f"{way}x"])).are_of(sorted([*files, f"{way}x"])) == (
        way == "..../b/"
    )


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(known=st.sets(PATHS), new=st.sets(PATHS))
def test_it_finds_what_a_walk_finds(
    known: set[str], new: set[str], tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("folder")
    for name in known:
        write_file(folder, name, b"")
    folders = folders_of(sorted(known))
    folders = Folders(folders.paths, note_times(folder, folders, 1), folders.spare)
    let_time_pass(folder)
    for name in new - known:
        write_file(folder, name, b"")
    inside = FolderLook(folder, folders, known)
    assert {*inside.look(range(len(inside))).other} == {*list_files(folder)} - known
