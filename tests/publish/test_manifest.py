"""The list of our files inside an output folder."""

import hashlib
import json
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ambassade.output_place import MANIFEST_NAME
from ambassade.publish.listing import PACKED, list_files
from ambassade.publish.manifest import (
    FORMAT,
    HASH,
    WrittenFile,
    make_manifest,
    read_manifest,
    write_manifest,
)
from ambassade.stop import EnvironmentFault


def test_the_list_names_every_file_with_its_hash(tmp_path: Path) -> None:
    (tmp_path / "kettle").mkdir()
    (tmp_path / "kettle" / "index.html").write_bytes(b"<p>Good</p>")
    (tmp_path / "atom.xml").write_bytes(b"")

    write_manifest(tmp_path)

    assert read_manifest(tmp_path) == {
        "atom.xml": hashlib.sha256(b"").hexdigest(),
        "kettle/index.html": hashlib.sha256(b"<p>Good</p>").hexdigest(),
    }


def test_the_same_files_give_the_same_bytes_whatever_their_order_and_time(tmp_path: Path) -> None:
    for folder, names in (("one", "abc"), ("two", "cba")):
        (tmp_path / folder).mkdir()
        for name in names:
            (tmp_path / folder / name).write_text(name)
            os.utime(tmp_path / folder / name, (len(folder), ord(name)))
        write_manifest(tmp_path / folder)

    text = (tmp_path / "one" / MANIFEST_NAME).read_bytes()
    assert text == (tmp_path / "two" / MANIFEST_NAME).read_bytes()
    assert text.endswith(b"}\n")
    assert list(json.loads(text)["files"]) == ["a", "b", "c"]


@given(
    st.dictionaries(
        st.text(st.characters(max_codepoint=0x7F)) | st.text(),
        st.binary(min_size=HASH, max_size=HASH),
    )
)
def test_whatever_the_names_the_list_is_written_in_one_way(files: dict[str, bytes]) -> None:
    names = sorted(files)
    told = {"format": FORMAT, "files": {name: files[name].hex() for name in names}}
    listed = make_manifest(names, b"".join(files[name] for name in names))
    assert listed.decode() == json.dumps(told, indent=1) + "\n"


def test_listing_again_leaves_the_list_itself_out(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("a")
    write_manifest(tmp_path)
    first = (tmp_path / MANIFEST_NAME).read_bytes()
    write_manifest(tmp_path)
    assert (tmp_path / MANIFEST_NAME).read_bytes() == first


def test_any_name_that_the_disk_can_hold_comes_back_as_it_was(tmp_path: Path) -> None:
    names = ["é ü 漢", "line\nbreak", '"quoted"', os.fsdecode(b"latin-\xe9")]
    for name in names:
        (tmp_path / name).write_text("x")
    write_manifest(tmp_path)
    assert sorted(read_manifest(tmp_path) or ()) == sorted(names)


def test_a_link_is_listed_as_a_file_and_never_followed(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "private.txt").write_text("x")
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "folder").symlink_to(tmp_path / "elsewhere")
    (tmp_path / "site" / "broken").symlink_to(tmp_path / "nothing")

    write_manifest(tmp_path / "site")

    assert list(read_manifest(tmp_path / "site") or ()) == ["broken", "folder"]


def test_a_file_is_known_again_on_another_disk_and_not_at_another_time() -> None:
    written = WrittenFile(b"", PACKED.pack(3, 5, 7))
    assert written.is_as(PACKED.pack(3, 5, 8))
    assert not written.is_as(PACKED.pack(3, 6, 7))
    assert not written.is_as(PACKED.pack(4, 5, 7))


def test_a_folder_without_a_list_has_none(tmp_path: Path) -> None:
    assert read_manifest(tmp_path) is None
    assert read_manifest(tmp_path / "missing") is None


@pytest.mark.parametrize(
    "text",
    [
        b"",
        b"\xff",
        b"[]",
        b"{}",
        b'{"format": 2, "files": {}}',
        b'{"format": 1, "files": ["a"]}',
        b'{"format": 1, "files": {"a": 1}}',
        b'{"format": 1, "files": {"a": "00"',
        b"[" * 100_000,
        b'{"format": 1, "files": {"\xff": "a"}}',
        b'{"format": 1, "files": {}, "more": ' + b"[" * 100_000,
    ],
)
def test_a_corrupt_list_counts_as_none(tmp_path: Path, text: bytes) -> None:
    (tmp_path / MANIFEST_NAME).write_bytes(text)
    assert read_manifest(tmp_path) is None


def test_a_list_that_cannot_be_read_is_a_fault_that_names_it(tmp_path: Path) -> None:
    (tmp_path / MANIFEST_NAME).mkdir()
    with pytest.raises(EnvironmentFault, match=MANIFEST_NAME):
        read_manifest(tmp_path)


def test_a_missing_folder_is_a_fault_and_not_an_empty_list(tmp_path: Path) -> None:
    with pytest.raises(EnvironmentFault, match="missing"):
        list_files(tmp_path / "missing")
