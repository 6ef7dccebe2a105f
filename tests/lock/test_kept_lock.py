"""The lock as it was read the last time, in `.ambassade/lock/`: it spares time and is not just believed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec
import pytest

from ambassade.kept.kept_file import read_kept, write_marked
from tests.ambassade_command import run
from tests.lock.locked_site import (
    LOCK,
    REVIEW,
    TODAY,
    lock,
    make_site,
    read_lock_text,
    write_review,
)
from tests.rules.sample_site import ITEM, write_file

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

KEPT = ".ambassade/lock/pelicanconf"
ANEW = "made anew"
_Items = dict[str, list[Any]]


def build(site: Path, code: int = 0) -> tuple[str, int]:
    """Build the site, expecting that exit code; return its faults, and how often something was made anew."""
    done = run("build", "--on", TODAY, cwd=site, check=code)
    return done.stdout, done.stderr.count(ANEW)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Return a built site with two locked reviews of two items."""
    make_site(tmp_path)
    rename_mug(tmp_path, "Mug")
    write_review(tmp_path, REVIEW.replace("boils", "holds"), "reviews/mug/2026-05-15-a-mug.yaml")
    lock(tmp_path)
    build(tmp_path)
    assert (tmp_path / KEPT).is_file()
    return tmp_path


def swap_items(by_item: _Items) -> None:
    by_item["kettle"], by_item["mug"] = by_item["mug"], by_item["kettle"]


def no_lines(by_item: _Items) -> None:
    by_item["kettle"][0] = b"\xc1"


def number_too_few(by_item: _Items) -> None:
    by_item["kettle"][1] = b""


def number_cut_off(by_item: _Items) -> None:
    by_item["kettle"][1] = by_item["kettle"][1][:-1]


@pytest.mark.parametrize(
    "change", [swap_items, no_lines, number_too_few, number_cut_off], ids=lambda one: one.__name__
)
def test_lines_that_are_none_are_read_anew_and_told_once(
    change: Callable[[_Items], None], site: Path
) -> None:
    path = site / KEPT
    purpose = path.read_bytes().partition(b"\n")[0].decode()
    key, by_item = msgspec.msgpack.decode(read_kept(path, purpose) or b"")
    change(by_item)
    write_marked(path, purpose, [msgspec.msgpack.encode((key, by_item))])
    # Of a site as it was nothing is read.
    rename_mug(site, "Large mug")
    told, anew = build(site)
    assert anew == 1
    rename_mug(site, "Small mug")
    assert build(site) == (told, 0)
    path.unlink()
    rename_mug(site, "Old mug")
    assert build(site) == (told, 0)


def rename_mug(site: Path, name: str) -> None:
    write_file(site, "reviews/mug/item.yaml", ITEM.replace("Kettle", name).encode())


def test_a_hash_that_changed_in_the_lock_is_told_and_so_is_its_line(site: Path) -> None:
    before = read_lock_text(site)
    at = before.rindex("words=") + len("words=")
    other = "0" if before[at] != "0" else "1"
    write_file(site, LOCK, (before[:at] + other + before[at + 1 :]).encode())
    told, _ = build(site, 1)
    assert "reviews/mug/2026-05-15-a-mug.yaml:4:13: V102 " in told
    # A line more above it: the same fault elsewhere.
    (site / "reviews/mug/2026-05-15-a-mug.yaml").unlink()
    write_file(site, LOCK, before.encode())
    assert f"{LOCK}:3:1: V103 " in build(site, 1)[0]
    write_file(site, LOCK, before.replace("\n", "\n\n", 1).encode())
    assert f"{LOCK}:4:1: V103 " in build(site, 1)[0]


def test_a_lock_with_a_fault_is_told_as_often_as_it_is_read(site: Path) -> None:
    write_file(site, LOCK, read_lock_text(site).replace("counts=yes", "counts=maybe", 1).encode())
    first, _ = build(site, 1)
    assert f"{LOCK}:2:" in first
    assert build(site, 1)[0] == first
