"""Which source files changed since they were read."""

import os
from pathlib import Path

import pytest

from ambassade.publish.snapshot import Snapshot


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return a source file."""
    (tmp_path / "a.yaml").write_text("rating: 5")
    return tmp_path / "a.yaml"


def test_nothing_changed_when_nobody_wrote(path: Path) -> None:
    snapshot = Snapshot()
    snapshot.note(path)
    path.read_bytes()
    assert snapshot.changed() == []


def test_a_longer_file_changed(path: Path) -> None:
    snapshot = Snapshot()
    snapshot.note(path)
    before = path.stat()
    path.write_text("rating: 5.0")
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert snapshot.changed() == [path]


def test_a_file_of_another_time_changed(path: Path) -> None:
    snapshot = Snapshot()
    snapshot.note(path)
    os.utime(path, ns=(1, path.stat().st_mtime_ns + 1))
    assert snapshot.changed() == [path]


def test_a_file_put_in_its_place_changed_even_with_its_size_and_time(path: Path) -> None:
    snapshot = Snapshot()
    snapshot.note(path)
    before = path.stat()
    other = path.with_name("other")
    other.write_text("rating: 1")
    os.utime(other, ns=(before.st_atime_ns, before.st_mtime_ns))
    other.replace(path)
    assert snapshot.changed() == [path]


def test_what_is_gone_and_what_has_come_changed_in_the_order_of_noting(path: Path) -> None:
    snapshot = Snapshot()
    missing = path.with_name("z.yaml")
    for noted in (missing, path, path.parent):
        snapshot.note(noted)
    path.unlink()
    missing.touch()
    assert snapshot.changed() == [missing, path]
    path.with_name("nobody-knew.yaml").touch()
    assert snapshot.changed() == [missing, path, path.parent]


def test_what_editors_leave_for_a_moment_changes_no_folder(path: Path) -> None:
    snapshot = Snapshot()
    snapshot.note(path.parent)
    snapshot.note(path)
    for name in (".a.yaml.swp", "#a.yaml#", "a.yaml~"):
        path.with_name(name).touch()
    assert snapshot.changed() == []
    path.with_name("b.yaml").touch()
    assert snapshot.changed() == [path.parent]


def test_a_file_written_over_changed_even_with_its_size_and_time(path: Path) -> None:
    snapshot = Snapshot()
    snapshot.note(path)
    before = path.stat()
    path.write_text("rating: 1")
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert path.stat().st_ino == before.st_ino
    assert snapshot.changed() == [path]


def test_noting_again_forgets_what_was_before(path: Path) -> None:
    snapshot = Snapshot()
    snapshot.note(path)
    path.write_text("other words")
    snapshot.note(path)
    assert snapshot.changed() == []
