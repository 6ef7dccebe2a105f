"""What a new site takes from the former one, and that nothing else is in it."""

import os
from hashlib import sha256
from pathlib import Path

import pytest

from ambassade.output_place import MANIFEST_NAME
from ambassade.publish.former_site import FormerSite, open_former_site
from ambassade.publish.listing import pack_stamp
from ambassade.publish.make_clone import make_clone
from ambassade.publish.manifest import read_manifest, write_manifest
from ambassade.publish.new_tree import NewTree
from ambassade.publish.others_files import take_others
from ambassade.publish.written_files import WrittenFiles
from tests.ambassade_command import files_of

LONG_AGO = 1_000_000_000_123_456_789
FORMER = {"same": b"same words", "longer": b"longer words", "other": b"other words"}


def time_of(path: Path) -> int:
    return path.stat().st_mtime_ns


@pytest.fixture
def output(tmp_path: Path) -> Path:
    """Return a site of long ago."""
    folder = tmp_path / "output"
    folder.mkdir()
    for name, data in FORMER.items():
        (folder / name).write_bytes(data)
    write_manifest(folder)
    for path in folder.iterdir():
        os.utime(path, ns=(LONG_AGO, LONG_AGO))
    return folder


def open_known(output: Path) -> FormerSite:
    """Return the site as one whose last build is known."""
    site = open_former_site(output)
    assert site
    known = open_former_site(output, site.key, site.files)
    assert known
    return known


def make_tree(folder: Path, former: FormerSite, *, is_clone: bool) -> NewTree:
    folder.mkdir()
    assert not is_clone or make_clone(former, folder)
    return NewTree(folder, former, is_clone)


@pytest.fixture(params=[True, False], ids=["clone", "empty"])
def tree(request: pytest.FixtureRequest, tmp_path: Path, output: Path) -> NewTree:
    """Return a new site that begins as a clone of the former one, or empty."""
    return make_tree(tmp_path / "new", open_known(output), is_clone=request.param)


def test_only_the_same_bytes_keep_their_time(tree: NewTree) -> None:
    new = {"same": b"same words", "longer": b"longer words and more", "other": b"other WORDS"}
    for name, data in {**new, "a/dded": b"added words"}.items():
        tree.write(name, data)
    tree.finish()
    assert time_of(tree.folder / "same") == LONG_AGO
    for name in ("longer", "other", "a/dded", MANIFEST_NAME):
        assert time_of(tree.folder / name) > LONG_AGO
    assert {**files_of(tree.folder), MANIFEST_NAME: b""} == {
        **new, "a/dded": b"added words", MANIFEST_NAME: b"",
    }  # fmt: skip


def test_the_former_site_stays_as_it_is(tree: NewTree, output: Path) -> None:
    before = files_of(output)
    tree.write("same", b"new words")
    tree.write("longer/index.html", b"a folder where a file was")
    tree.finish()
    assert files_of(output) == before
    assert {time_of(path) for path in output.iterdir()} == {LONG_AGO}


def test_a_site_that_did_not_change_keeps_every_time_its_list_too(tree: NewTree) -> None:
    for name, data in FORMER.items():
        tree.write(name, data)
    tree.finish()
    assert {time_of(path) for path in tree.folder.iterdir()} == {LONG_AGO}


def test_what_is_carried_is_the_same_file_and_what_is_not_named_is_gone(
    tree: NewTree, output: Path
) -> None:
    tree.carry("same")
    tree.finish()
    assert {*files_of(tree.folder)} == {"same", MANIFEST_NAME}
    assert (tree.folder / "same").samefile(output / "same")
    assert read_manifest(tree.folder) == {"same": tree.describe("same").sha256.hex()}
    assert {*tree.list_changed()} == {"longer", "other", MANIFEST_NAME}


def test_what_others_write_over_a_file_that_stayed_is_no_longer_the_former_one(
    output: Path, tmp_path: Path
) -> None:
    tree = make_tree(tmp_path / "new", open_known(output), is_clone=False)
    for name in FORMER:
        tree.carry(name)
    (tree.folder / "same").unlink()
    (tree.folder / "same").write_bytes(b"others' words")
    take_others(tree)
    tree.finish()
    assert tree.overwritten == {"same"}
    assert (read_manifest(tree.folder) or {})["same"] == sha256(b"others' words").hexdigest()
    assert tree.list_files()["same"].stamp == pack_stamp((tree.folder / "same").stat())
    assert "same" in tree.list_changed()


@pytest.mark.parametrize("is_clone", [True, False])
@pytest.mark.parametrize("is_known", [True, False])
def test_a_file_changed_by_hand_is_not_taken_for_what_was_listed(
    output: Path, tmp_path: Path, *, is_clone: bool, is_known: bool
) -> None:
    kept = open_known(output)
    (output / "same").write_bytes(b"SAME words")
    known = (kept.key, kept.files) if is_known else (b"", WrittenFiles())
    site = open_former_site(output, *known)
    assert site
    tree = make_tree(tmp_path / "new", site, is_clone=is_clone)
    tree.write("same", b"same words")
    tree.finish()
    assert (tree.folder / "same").read_bytes() == b"same words"
    assert (output / "same").read_bytes() == b"SAME words"
    assert not site.is_untouched(["same"])


def test_files_become_folders_and_folders_files(output: Path, tmp_path: Path) -> None:
    (output / "deep/er").mkdir(parents=True)
    (output / "deep/er/index.html").write_bytes(b"deep")
    write_manifest(output)
    tree = make_tree(tmp_path / "new", open_known(output), is_clone=True)
    tree.write("deep", b"a file")
    tree.write("same/index.html", b"a folder")
    tree.finish()
    assert {*files_of(tree.folder)} == {"deep", "same/index.html", MANIFEST_NAME}


@pytest.mark.parametrize("name", ["../same", "a/../../same", "/etc/hostname", "a\\b", "a\0b", ""])
def test_no_path_leads_out_and_nothing_outside_is_removed(tree: NewTree, name: str) -> None:
    (tree.folder.parent / "same").write_bytes(b"mine")
    with pytest.raises(ValueError, match="no path below"):
        tree.write(name, b"ours")
    assert (tree.folder.parent / "same").read_bytes() == b"mine"


def test_two_files_of_one_path_are_a_bug(tree: NewTree) -> None:
    tree.write("same", b"same words")
    with pytest.raises(ValueError, match="two files"):
        tree.write("same", b"same words")


def test_files_of_others_give_way_and_stay_listed(output: Path, tmp_path: Path) -> None:
    tree = make_tree(tmp_path / "new", open_known(output), is_clone=False)
    for name in ("same", "other"):
        (tree.folder / name).write_bytes(FORMER[name])
    tree.find_foreign()
    tree.write("same", b"ours")
    take_others(tree)
    tree.finish()
    assert tree.taken == ["same"]
    assert (tree.folder / "same").read_bytes() == b"ours"
    assert time_of(tree.folder / "other") == LONG_AGO
    assert {*(read_manifest(tree.folder) or {})} == {"same", "other"}
