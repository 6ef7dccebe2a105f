"""Whatever becomes of `.ambassade/`: the site is the same, it is told once, and all is whole again."""

from __future__ import annotations

import re
import shutil
from random import Random
from typing import TYPE_CHECKING

import msgspec
import pytest

from ambassade.building.last_build import read_build
from ambassade.publish.folders import folders_of
from ambassade.publish.manifest import WrittenFile
from ambassade.publish.written_files import WrittenFiles
from tests.ambassade_command import files_of, run
from tests.faults.faulty_site import (
    ANEW,
    DAY,
    build,
    copy_site,
    end,
    expect_refusal,
    start_ordinary_build,
    swap_words,
)
from tests.rules.sample_site import write_file

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

SEED = 20260601
HEURISTICS = ".ambassade/heuristics.json"


def kept_files(site: Path) -> list[Path]:
    """Return the files that spare work; not the lock, which holds nothing.

    Not the spare either: its files are further names of those that are served.
    """
    found = (path for path in sorted((site / ".ambassade").rglob("*")) if path.is_file())
    kept = [
        path
        for path in found
        if path.name not in {".gitignore", "build.lock"} and "spare" not in path.parts
    ]
    # As many kinds as there are: two shards, two pictures, what the last build left.
    assert len(kept) >= 5
    return kept


def read_without_numbers(path: Path) -> bytes:
    """Return what a file holds; of what is known of the site's files and folders no numbers and times."""
    if path.parent.name != "builds":
        return path.read_bytes()
    last = read_build(path)
    assert last
    files = WrittenFiles.of({name: WrittenFile(one.sha256) for name, one in last.files.items()})
    folders = folders_of(files.names)
    told = msgspec.structs.replace(last, files=files, folders=folders)
    return msgspec.msgpack.encode(told, enc_hook=WrittenFiles.store)


def flip(site: Path) -> None:
    chance = Random(SEED)  # noqa: S311 - any byte will do
    for number, path in enumerate(kept_files(site)):
        data = bytearray(path.read_bytes())
        # The last byte, or any.
        data[-1 if number % 2 else chance.randrange(len(data))] ^= 1 << chance.randrange(8)
        path.write_bytes(data)


def cut_off(site: Path) -> None:
    chance = Random(SEED)  # noqa: S311 - any length will do
    for number, path in enumerate(kept_files(site)):
        data = path.read_bytes()
        path.write_bytes(data[: chance.randrange(1, len(data)) if number % 2 else 0])


def make_garbage(site: Path) -> None:
    for path in kept_files(site):
        path.write_bytes(Random(SEED).randbytes(5000))  # noqa: S311 - any bytes will do


def exchange(site: Path) -> None:
    for kind in ("shards", "pictures"):
        one, other, *_ = (path for path in kept_files(site) if kind in path.parts)
        data = one.read_bytes()
        one.write_bytes(other.read_bytes())
        other.write_bytes(data)
    # With it nothing would be done, and nothing seen.
    shutil.rmtree(site / ".ambassade/builds")


def put_folders_there(site: Path) -> None:
    for path in kept_files(site):
        path.unlink()
        write_file(path, "deep/file", b"")


def put_files_in_place_of_folders(site: Path) -> None:
    for name in ("shards", "pictures", "builds", "spare"):
        shutil.rmtree(site / ".ambassade" / name, ignore_errors=True)
        write_file(site, f".ambassade/{name}", b"a file")


def say_it_is_old(site: Path) -> None:
    for path in kept_files(site):
        path.write_bytes(re.sub(rb"^(shard|build) ", rb"\1 0", path.read_bytes()))


DAMAGES = (
    flip, cut_off, make_garbage, exchange, put_folders_there,
    put_files_in_place_of_folders, say_it_is_old,
)  # fmt: skip


@pytest.fixture(scope="module", autouse=True)
def _one_hash_seed() -> Iterator[None]:
    """Let what is kept be comparable byte for byte: sets are kept in any order."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PYTHONHASHSEED", "1")
        yield


@pytest.fixture(scope="module")
def kept_site(built_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a built site of which everything is kept; it may be damaged, not its sources."""
    site = copy_site(built_site, tmp_path_factory.mktemp("kept") / "site")
    shutil.rmtree(site / ".ambassade")
    build(site)
    return site


@pytest.mark.parametrize("damage", DAMAGES, ids=lambda one: one.__name__)
def test_a_damaged_cache_costs_time_and_one_line_and_is_whole_afterwards(
    damage: Callable[[Path], None], kept_site: Path, former: dict[str, bytes]
) -> None:
    kept = kept_files(kept_site)
    before = {path: read_without_numbers(path) for path in kept}
    whole = [path.read_bytes() for path in kept]
    damage(kept_site)
    assert [path.read_bytes() for path in kept if path.is_file()] != whole
    told = build(kept_site)
    assert told.count(ANEW) == (damage is not put_files_in_place_of_folders)
    assert files_of(kept_site / "output") == former
    assert {path: read_without_numbers(path) for path in kept_files(kept_site)} == before


def test_what_was_made_anew_is_believed_again(kept_site: Path) -> None:
    build(kept_site)
    pages = {path: path.stat().st_ino for path in (kept_site / "output/reviews").rglob("*.html")}
    flip(kept_site)
    assert ANEW in build(kept_site)
    assert all(path.stat().st_ino != number for path, number in pages.items())
    pages = {path: path.stat().st_ino for path in pages}
    assert ANEW not in build(kept_site)
    items = {path: number for path, number in pages.items() if "kettle" in path.parts}
    assert items
    assert items == {path: path.stat().st_ino for path in items}


def test_the_cache_of_another_site_is_not_believed(
    site: Path, former: dict[str, bytes], tmp_path: Path
) -> None:
    other = copy_site(site, tmp_path / "other", cold=True)
    swap_words(other)
    swap_words(other, "Kettle Works", "Teapot Works", "pelicanconf.py")
    build(other)
    for name in ("shards", "builds"):
        shutil.rmtree(site / ".ambassade" / name)
        shutil.copytree(other / ".ambassade" / name, site / ".ambassade" / name)
    build(site)
    assert files_of(site / "output") == former


def test_a_cache_that_may_not_be_read_is_made_anew(site: Path, former: dict[str, bytes]) -> None:
    for path in kept_files(site):
        path.chmod(0)
    code, errors = end(start_ordinary_build(site))
    assert code == 0
    assert sum(ANEW in line for line in errors) == 1
    assert files_of(site / "output") == former
    assert all(path.stat().st_mode & 0o400 for path in kept_files(site))


def test_a_lock_that_cannot_be_taken_is_named(site: Path, former: dict[str, bytes]) -> None:
    (site / ".ambassade/build.lock").unlink(missing_ok=True)
    (site / ".ambassade/build.lock").mkdir()
    expect_refusal(start_ordinary_build(site), 3, "build.lock")
    assert files_of(site / "output") == former


def test_check_tells_it_once_too_whichever_of_its_memories_it_is(site: Path) -> None:
    run("check", *DAY, cwd=site, check=0)
    (site / HEURISTICS).write_bytes(b"{")
    flip(site)
    assert run("check", *DAY, cwd=site, check=0).stderr.count(ANEW) == 1
    assert ANEW not in run("check", *DAY, cwd=site, check=0).stderr
