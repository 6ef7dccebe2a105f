"""One build of a site at a time."""

import fcntl
import os
import shutil
import signal
from pathlib import Path

import pytest

from ambassade.publish.exclusive import only_one, only_one_into
from ambassade.stop import AnotherBuild, EnvironmentFault
from tests.publish.folders import Start, names_in

HOLD = """
import time
from pathlib import Path
from ambassade.publish.exclusive import only_one
with only_one(Path(sys.argv[1])):
    print("held", flush=True)
    time.sleep(60)
"""


def take(site: Path) -> bool:
    try:
        with only_one(site):
            return True
    except AnotherBuild:
        return False


def test_a_second_process_is_refused_at_once_and_told_of_the_site(
    tmp_path: Path, start: Start
) -> None:
    first = start(HOLD, tmp_path)
    assert first.stdout
    assert first.stdout.readline() == "held\n"
    with pytest.raises(AnotherBuild, match=tmp_path.name), only_one(tmp_path):
        pytest.fail("two hold the lock")
    assert first.poll() is None


def test_a_killed_holder_lets_go(tmp_path: Path, start: Start) -> None:
    first = start(HOLD, tmp_path)
    assert first.stdout
    assert first.stdout.readline() == "held\n"
    assert not take(tmp_path)
    first.kill()
    assert first.wait() == -signal.SIGKILL
    assert take(tmp_path)


def test_the_block_holds_it_and_its_end_or_fault_lets_go(tmp_path: Path) -> None:
    def hold_and_fail() -> None:
        with only_one(tmp_path):
            assert not take(tmp_path)
            raise ValueError("of the block")

    with pytest.raises(ValueError, match="of the block"):
        hold_and_fail()
    assert take(tmp_path)


def test_two_sites_do_not_wait_for_each_other(tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
    with only_one(tmp_path / "one"):
        assert take(tmp_path / "two")


def test_a_copy_made_of_links_does_not_wait_for_the_site(tmp_path: Path) -> None:
    one, copy = tmp_path / "one", tmp_path / "copy"
    one.mkdir()
    assert take(one)
    shutil.copytree(one, copy, copy_function=os.link)
    with only_one(one):
        assert take(copy)
        assert not take(one)


def test_of_a_site_that_is_built_a_copy_made_of_links_is_free_afterwards(tmp_path: Path) -> None:
    one, copy = tmp_path / "one", tmp_path / "copy"
    one.mkdir()
    with only_one(one):
        shutil.copytree(one, copy, copy_function=os.link)
    assert take(copy)
    with only_one(one):
        assert take(copy)


def build_into(output: Path, site: Path) -> bool:
    try:
        with only_one_into(output, site):
            return True
    except AnotherBuild:
        return False


def test_two_sites_are_not_built_into_one_output(tmp_path: Path) -> None:
    with only_one_into(tmp_path / "www", tmp_path / "one"):
        assert not build_into(tmp_path / "www", tmp_path / "two")
        assert build_into(tmp_path / "other", tmp_path / "two")
    assert build_into(tmp_path / "www", tmp_path / "two")
    assert names_in(tmp_path) == []


def test_a_lock_that_its_holder_took_away_while_one_waited_locks_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    flock = fcntl.flock

    def take_late(descriptor: int, how: int) -> None:
        (tmp_path / ".www.ambassade-lock").unlink()
        flock(descriptor, how)

    monkeypatch.setattr(fcntl, "flock", take_late)
    assert not build_into(tmp_path / "www", tmp_path / "one")


def test_a_link_in_the_place_of_the_lock_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / ".www.ambassade-lock").symlink_to(tmp_path / "mine")
    assert build_into(tmp_path / "www", tmp_path / "one")
    assert names_in(tmp_path) == [".www.ambassade-lock"]


def test_its_folder_is_ignored_by_git_and_an_own_ignore_file_stays(tmp_path: Path) -> None:
    assert take(tmp_path)
    ignore = tmp_path / ".ambassade" / ".gitignore"
    assert ignore.read_text() == "*\n"
    ignore.write_text("build.lock\n")
    assert take(tmp_path)
    assert ignore.read_text() == "build.lock\n"


def test_a_lock_that_cannot_be_made_is_a_fault_that_names_it(tmp_path: Path) -> None:
    (tmp_path / ".ambassade").write_text("a file")
    with pytest.raises(EnvironmentFault, match=r"\.ambassade"), only_one(tmp_path):
        pytest.fail("it was held")


def test_an_os_error_of_the_block_passes_as_it_is(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError), only_one(tmp_path):
        (tmp_path / "missing").read_bytes()


def test_a_lock_that_another_made_anew_meanwhile_stays(tmp_path: Path) -> None:
    with only_one(tmp_path):
        shutil.rmtree(tmp_path / ".ambassade")
        other = only_one(tmp_path)
        other.__enter__()
    assert not take(tmp_path)
    other.__exit__(None, None, None)
    assert take(tmp_path)


def test_a_copy_whose_lock_is_a_link_does_not_wait_for_the_site(tmp_path: Path) -> None:
    site, copy = tmp_path / "site", tmp_path / "copy"
    site.mkdir()
    (copy / ".ambassade").mkdir(parents=True)
    with only_one(site):
        (copy / ".ambassade/build.lock").symlink_to(site / ".ambassade/build.lock")
        assert take(copy)
        assert not take(site)
