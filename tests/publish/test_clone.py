"""The clone of a site: the same files, whatever the folder held before."""

import errno
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from ambassade.publish.clone import Clone, begin_spare, put_by
from ambassade.publish.folders import Folders, find_time, folders_of, note_times
from ambassade.publish.former_site import FormerSite, open_former_site
from ambassade.publish.make_clone import make_clone
from ambassade.publish.manifest import write_manifest
from ambassade.publish.shared_listing import SharedListing
from tests.ambassade_command import files_of
from tests.publish.folders import let_time_pass
from tests.rules.sample_site import write_file

NAMES = ("index.html", "reviews/pot/index.html", "reviews/pot/api.json")


@pytest.fixture
def former(tmp_path: Path) -> FormerSite:
    """Return a built site."""
    for name in NAMES:
        write_file(tmp_path / "output", name, name.encode())
    write_manifest(tmp_path / "output")
    site = open_former_site(tmp_path / "output")
    assert site
    return site


def numbers_of(folder: Path) -> dict[str, int]:
    return {name: (folder / name).stat().st_ino for name in files_of(folder)}


def folders_in(folder: Path) -> list[Path]:
    return sorted(path.relative_to(folder) for path in folder.rglob("*") if path.is_dir())


def leave_nothing(folder: Path) -> None:
    folder.mkdir()


def leave_other_files(folder: Path) -> None:
    for name in ("index.html", "gone/index.html", "reviews/pot/index.html/index.html"):
        write_file(folder, name, b"other")


def leave_part(folder: Path) -> None:
    write_file(folder, "index.html", b"index.html")
    (folder / "reviews").mkdir()


@pytest.mark.parametrize(
    "leave", [leave_nothing, leave_other_files, leave_part], ids=lambda one: one.__name__
)
def test_whatever_was_there_it_holds_the_very_same_files(
    former: FormerSite, tmp_path: Path, leave: Callable[[Path], None]
) -> None:
    leave(tmp_path / "new")
    assert make_clone(former, tmp_path / "new")
    assert numbers_of(tmp_path / "new") == numbers_of(former.folder)
    assert folders_in(tmp_path / "new") == folders_in(former.folder)


@pytest.mark.parametrize("number", range(8))
def test_where_its_folders_are_known_it_holds_the_very_same_files_too(
    former: FormerSite, tmp_path: Path, number: int
) -> None:
    new = tmp_path / "new"
    leave_nothing(new)
    times = make_clone(former, new)
    assert times
    former.folders = Folders(former.folders.paths, former.folders.served, times)
    let_time_pass(tmp_path)
    if number & 1:
        (new / "reviews/pot/index.html").unlink()
    if number & 2:
        write_file(new, "reviews/gone/index.html", b"gone")
    if number & 4:
        (new / "reviews/pot/api.json").unlink()
        write_file(new, "reviews/pot/api.json", b"other")
    assert make_clone(former, new) == note_times(new, former.folders, 1)
    assert numbers_of(new) == numbers_of(former.folder)
    assert folders_in(new) == folders_in(former.folder)


# A file that lost its name here and got another elsewhere at once still has two.
@pytest.mark.parametrize("number", [number for number in range(32) if number & 25 != 9])
def test_where_all_files_had_two_names_it_holds_the_very_same_files_too(
    former: FormerSite, tmp_path: Path, number: int
) -> None:
    new, copy = tmp_path / "new", tmp_path / "copy"
    leave_nothing(new)
    times = make_clone(former, new)
    assert times
    let_time_pass(tmp_path)
    if number & 1:
        (new / "reviews/pot/index.html").unlink()
    if number & 2:
        write_file(new, "reviews/gone/index.html", b"gone")
    if number & 4:
        (new / "reviews/pot/api.json").unlink()
        write_file(new, "reviews/pot/api.json", b"other")
    if number & 8:
        copy.mkdir()
        os.link(former.folder / "reviews/pot/index.html", copy / "index.html")
    if number & 16:
        shutil.rmtree(new / "reviews/pot")
    noted = note_times(former.folder, former.folders, 1)
    folders = Folders(former.folders.paths, noted, times)
    with SharedListing(former.folder, former.files, folders, apart=False) as looking:
        seen = open_former_site(
            former.folder,
            former.key,
            former.files,
            lambda _is_last: looking.finish(),
        )
    assert seen
    assert seen.unpaired is not None
    assert make_clone(seen, new)
    assert numbers_of(new) == numbers_of(former.folder)
    assert folders_in(new) == folders_in(former.folder)


def test_folders_of_files_that_have_two_names_are_not_looked_at(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    output, new = tmp_path / "output", tmp_path / "new"
    for number in range(100):
        write_file(output, f"reviews/pot-{number}/index.html", b"words")
    write_manifest(output)
    former = open_former_site(output)
    assert former
    leave_nothing(new)
    times = make_clone(former, new)
    assert times
    (new / "reviews/pot-7/index.html").unlink()
    former.folders = Folders(former.folders.paths, former.folders.served, times)
    former.unpaired = frozenset({"reviews/pot-7/index.html"})
    looked: list[str] = []

    def find(folder: str, below: int | None = None) -> int | None:
        looked.append(folder.removeprefix(f"{new}/"))
        return find_time(folder, below)

    monkeypatch.setattr("ambassade.publish.make_clone.find_time", find)
    assert make_clone(former, new)
    # Each that is mended is looked at once more.
    assert looked == ["", "reviews/", "reviews/pot-7/", "reviews/pot-7/"]
    assert numbers_of(new) == numbers_of(output)


def test_links_in_it_are_removed_and_not_followed(former: FormerSite, tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine/photo.jpg").write_bytes(b"mine")
    (tmp_path / "new").mkdir()
    (tmp_path / "new/reviews").symlink_to(tmp_path / "mine")
    assert make_clone(former, tmp_path / "new")
    assert numbers_of(tmp_path / "new") == numbers_of(former.folder)
    assert files_of(tmp_path / "mine") == {"photo.jpg": b"mine"}


def test_where_the_disk_knows_no_links_there_is_none(
    former: FormerSite, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_names: str) -> None:
        raise PermissionError

    monkeypatch.setattr(os, "link", refuse)
    (tmp_path / "new").mkdir()
    assert not make_clone(former, tmp_path / "new")


@pytest.mark.parametrize("apart", [True, False])
def test_one_that_is_not_taken_is_the_spare_of_the_next(
    former: FormerSite, tmp_path: Path, *, apart: bool
) -> None:
    new, spare = tmp_path / "new", tmp_path / ".ambassade/spare/pelicanconf"
    with Clone(former, new, spare, apart=apart) as first:
        assert first.take()
    assert numbers_of(new) == numbers_of(former.folder)
    put_by(new, spare, outdated=["reviews/pot/index.html", "reviews/pot/api.json"])
    assert not (spare / "reviews").exists()
    with Clone(former, new, spare, apart=apart):
        pass
    assert not new.exists()
    assert "index.html" in files_of(spare)
    with Clone(None, new, spare) as none:
        assert not none.take()
    assert spare.is_dir()


def test_a_spare_that_is_a_link_is_not_followed(former: FormerSite, tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine/photo.jpg").write_bytes(b"mine")
    (tmp_path / "spare").symlink_to(tmp_path / "mine")
    with Clone(former, tmp_path / "new", tmp_path / "spare") as made:
        assert made.take()
    assert files_of(tmp_path / "mine") == {"photo.jpg": b"mine"}
    assert not os.path.islink(tmp_path / "new")  # noqa: PTH114 - of whatever is there


def test_a_first_site_begins_the_spare_with_the_very_same_files(
    former: FormerSite, tmp_path: Path
) -> None:
    spare = tmp_path / ".ambassade/spare/pelicanconf"
    folders = folders_of(sorted(NAMES))
    begun = begin_spare(former.folder, set(NAMES), folders, spare, 1)
    there = numbers_of(former.folder)
    assert numbers_of(spare) == {name: there[name] for name in NAMES}
    assert begun == Folders(folders.paths, folders.served, note_times(spare, folders, 1))


def test_where_a_site_has_very_many_files_or_no_links_can_be_none_is_begun(
    former: FormerSite, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    spare = tmp_path / ".ambassade/spare/pelicanconf"
    many, folders = {str(number) for number in range(300_001)}, Folders()
    assert begin_spare(former.folder, many, folders, spare, 1) == folders
    assert not spare.exists()

    def refuse(_source: str, _target: str) -> None:
        raise OSError(errno.EXDEV, "Invalid cross-device link")

    monkeypatch.setattr(os, "link", refuse)
    assert begin_spare(former.folder, set(NAMES), folders, spare, 1) == folders
    assert files_of(spare) == {}
