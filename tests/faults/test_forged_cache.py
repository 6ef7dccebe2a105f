"""A file of `.ambassade/` with the right hash and the wrong content: anybody may have made it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec
import pytest

from ambassade.building.last_build import LastBuild, read_build, remember_build
from ambassade.kept.kept_file import read_kept, write_marked
from ambassade.publish.folders import Folders
from ambassade.publish.listing import pack_stamp
from ambassade.publish.manifest import WrittenFile
from ambassade.publish.written_files import WrittenFiles
from tests.ambassade_command import files_of, run
from tests.faults.faulty_site import ANEW, DAY, OTHER_WORDS, WORDS, build, swap_words
from tests.rules.sample_site import write_file

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

# Where in a kept file the shard is, and what is where in it.
SHARD = 5
SEEN, KEPT, PUBLIC, LINES = 0, 1, 3, 4
WHOLE = 1
ITEM, TOPICS, REVIEWS = 0, 2, 3
COUNT, ADDRESSES = 2, 5


def no_spots(shard: list[Any]) -> None:
    shard[KEPT] = 42


def other_hash(shard: list[Any]) -> None:
    shard[KEPT][WHOLE][1] = bytes(16)


def falling_spots(shard: list[Any]) -> None:
    shard[SEEN][0][0].reverse()


def far_away(shard: list[Any]) -> None:
    shard[KEPT][WHOLE][0] = [1 << 39, (1 << 39) + 1]


def spot_too_few(shard: list[Any]) -> None:
    starts, hashes = shard[SEEN][0]
    shard[SEEN][0] = [starts[:-1], hashes[:-16]]


def record_too_few(shard: list[Any]) -> None:
    starts, hashes = shard[KEPT][0]
    shard[KEPT][0] = [starts[:-1], hashes[:-16]]


def no_topics(shard: list[Any]) -> None:
    shard[PUBLIC][TOPICS] = []
    shard[PUBLIC][REVIEWS][0][3] = [7]


def topic_before_the_first(shard: list[Any]) -> None:
    shard[PUBLIC][REVIEWS][0][3] = [-1]


def other_item(shard: list[Any]) -> None:
    shard[PUBLIC][ITEM][0][0] = "../x"


def lines_too_many(shard: list[Any]) -> None:
    shard[PUBLIC][REVIEWS] *= 2


def no_addresses(shard: list[Any]) -> None:
    shard[LINES][0][ADDRESSES] = 42


def addresses_of_numbers(shard: list[Any]) -> None:
    shard[LINES][0][ADDRESSES] = [1] * shard[LINES][0][COUNT]


def address_too_few(shard: list[Any]) -> None:
    shard[LINES][0][ADDRESSES].pop()


def forge(site: Path, change: Callable[[list[Any]], None]) -> None:
    """Change the shard of each item."""
    shards = sorted((site / ".ambassade/shards").rglob("*.shard"))
    assert len(shards) > 1
    for path in shards:
        purpose = path.read_bytes().partition(b"\n")[0].decode()
        whole = msgspec.msgpack.decode(read_kept(path, purpose) or b"")
        change(whole[SHARD])
        write_marked(path, purpose, [msgspec.msgpack.encode(whole)])


def test_beside_other_faults_too_they_are_read_anew(site: Path) -> None:
    forge(site, no_spots)
    swap_words(site, "Date: ", "Date: not ", "content/stories/kettles-at-sea.md")
    done = run("build", *DAY, cwd=site, check=1)
    assert "content/stories/kettles-at-sea.md:2" in done.stdout
    assert done.stderr.count(ANEW) == 1


@pytest.mark.parametrize(
    "change",
    [
        no_spots,
        other_hash,
        falling_spots,
        far_away,
        no_topics,
        topic_before_the_first,
        other_item,
        spot_too_few,
        lines_too_many,
        record_too_few,
        no_addresses,
        addresses_of_numbers,
        address_too_few,
    ],
    ids=lambda one: one.__name__,
)
def test_records_that_are_none_are_read_anew_told_once_and_kept(
    change: Callable[[list[Any]], None], site: Path, other: dict[str, bytes]
) -> None:
    forge(site, change)
    # So that not all of them are read again for their own sake.
    swap_words(site)
    assert build(site).count(ANEW) == 1
    assert files_of(site / "output") == other
    swap_words(site, OTHER_WORDS, WORDS)
    assert ANEW not in build(site)


@pytest.mark.parametrize("is_as_it_is", [False, True])
def test_nobodys_file_is_lost_for_what_is_remembered_of_the_site(
    site: Path, *, is_as_it_is: bool
) -> None:
    path = site / ".ambassade/builds/pelicanconf"
    last = read_build(path)
    assert last
    mine = site / "output/mine.txt"
    mine.write_bytes(b"mine")
    file = WrittenFile(b"", pack_stamp(mine.stat())) if is_as_it_is else WrittenFile(b"")
    told = last.files.after((), {"mine.txt": file})
    remember_build(path, msgspec.structs.replace(last, files=told))
    swap_words(site)
    done = run("build", *DAY, cwd=site)
    assert done.returncode == 2, done.stderr
    assert done.stderr.count("\n") == 1
    assert "(1): mine.txt." in done.stderr
    assert mine.read_bytes() == b"mine"


def add_folder(last: LastBuild, path: str, time: int) -> Folders:
    """Return the folders that are remembered, and one more."""
    paths = [*last.folders.list_paths(), path]
    served = last.folders.served + time.to_bytes(8, "little")
    return Folders("\0".join(paths), served, last.folders.spare + bytes(8))


@pytest.mark.parametrize("way", ["../notes/", "../.output.ambassade-new/../notes/", "/{notes}/"])
@pytest.mark.parametrize("are_files_known", [True, False])
def test_nobodys_folder_is_emptied_for_what_is_remembered_of_folders(
    site: Path, way: str, *, are_files_known: bool
) -> None:
    path, notes = site / ".ambassade/builds/pelicanconf", site / "notes"
    write_file(site, "notes/mine.txt", b"mine")
    # A copy's files are others; from now on they are known, and the next site begins as a clone.
    swap_words(site)
    build(site)
    last = read_build(path)
    assert last
    folders = add_folder(last, way.format(notes=notes), notes.stat().st_ctime_ns)
    files = last.files if are_files_known else WrittenFiles()
    remember_build(path, msgspec.structs.replace(last, files=files, folders=folders))
    swap_words(site, OTHER_WORDS, WORDS)
    done = run("build", *DAY, cwd=site)
    assert done.returncode in {0, 2}, done.stderr
    assert files_of(notes) == {"mine.txt": b"mine"}
