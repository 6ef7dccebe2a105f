"""Many tasks in several processes: all done, or one fault and nobody left."""

import os
import signal
import time
from contextlib import suppress
from pathlib import Path
from subprocess import Popen

import pytest

from ambassade.processes.aside import Aside
from ambassade.processes.workers import do_all, gather
from ambassade.publish.exclusive import only_one
from ambassade.stop import AnotherBuild, EnvironmentFault, WrongUsage
from tests.patience import PATIENCE
from tests.publish.folders import Start

THIS = os.getpid()


def do_nothing(_number: int) -> None:
    pass


def assert_nobody_left() -> None:
    """Expect no process that was forked of this one, not even one that nobody waited for."""
    mine = Path(f"/proc/{THIS}/cmdline").read_bytes()
    for status in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):
            after = status.read_text(encoding="utf-8").rpartition(")")[2]
            if after.split()[1] == str(THIS):
                # Of one that nobody waited for there is none.
                assert status.with_name("cmdline").read_bytes() not in {mine, b""}, status


def processes_of(tasks: int, jobs: int, folder: Path) -> set[str]:
    """Return the processes that did the tasks."""
    folder.mkdir()

    def do(number: int) -> None:
        (folder / f"{number}.{os.getpid()}").touch()
        time.sleep(0.01)  # so that no one does all of them before the others have begun

    do_all(range(tasks), do, jobs)
    return {path.suffix[1:] for path in folder.iterdir()}


def test_the_tasks_are_dealt_to_as_many_processes_as_asked(tmp_path: Path) -> None:
    assert len(processes_of(100, 3, tmp_path / "three")) == 3
    assert processes_of(100, 1, tmp_path / "one") == {str(THIS)}
    assert_nobody_left()


@pytest.mark.parametrize("count", [64, 999, 1001, 2500])
def test_each_task_is_done_once_by_whoever_is_free(count: int) -> None:
    done = [*gather(range(count), lambda number: b"%d" % number, 3)]
    assert sorted(done) == [(number, b"%d" % number) for number in range(count)]


def test_one_slow_task_keeps_nobody_from_the_others(tmp_path: Path) -> None:
    def do(number: int) -> None:
        time.sleep(1 if number == 0 else 0.001)
        (tmp_path / f"{number}.{os.getpid()}").touch()

    do_all(range(100), do, 2)
    (slow,) = (path.suffix for path in tmp_path.glob("0.*"))
    assert len([*tmp_path.glob(f"*{slow}")]) < 50


def test_few_tasks_are_not_worth_a_worker(tmp_path: Path) -> None:
    assert processes_of(20, 4, tmp_path / "few") == {str(THIS)}


@pytest.mark.parametrize("jobs", [1, 3])
def test_progress_is_told_upwards_to_the_last_task(jobs: int) -> None:
    told: list[int] = []
    do_all(range(200), do_nothing, jobs, told.append)
    assert told == sorted(set(told))
    assert told[-1] == 200
    assert len(told) > jobs


@pytest.mark.parametrize("jobs", [1, 3])
def test_a_stop_in_a_worker_is_raised_here_as_it_was(jobs: int) -> None:
    def stop(number: int) -> None:
        if number == 77:
            raise WrongUsage("No template {name}.", name="story.html")

    with pytest.raises(WrongUsage) as caught:
        do_all(range(100), stop, jobs)
    assert caught.value.message == "No template {name}."
    assert caught.value.params == {"name": "story.html"}
    assert str(caught.value) == "No template story.html."
    assert_nobody_left()


def test_a_bug_in_a_worker_is_raised_here_with_its_traceback() -> None:
    def stumble_in_the_template(number: int) -> None:
        if number == 77:
            raise ZeroDivisionError("bug")

    with pytest.raises(ZeroDivisionError, match="bug") as caught:
        do_all(range(100), stumble_in_the_template, jobs=3)
    assert "stumble_in_the_template" in "".join(caught.value.__notes__)
    assert_nobody_left()


class UnsendableError(Exception):
    """Cannot be made again from what pickle keeps."""

    def __init__(self, first: str, second: str) -> None:
        super().__init__(f"{first} {second}")


def test_an_exception_that_cannot_be_sent_still_says_what_it_was() -> None:
    def stumble(_number: int) -> None:
        raise UnsendableError("both", "words")

    with pytest.raises(RuntimeError, match="UnsendableError: both words"):
        do_all(range(100), stumble, jobs=3)


def test_a_fault_ends_the_workers_that_have_none() -> None:
    def be_slow_or_fail(number: int) -> None:
        if number == 0:
            raise ValueError("the first")
        time.sleep(5 * PATIENCE)

    begun = time.monotonic()
    with pytest.raises(ValueError, match="the first"):
        do_all(range(100), be_slow_or_fail, jobs=4)
    assert time.monotonic() - begun < PATIENCE
    assert_nobody_left()


def test_a_killed_worker_is_a_fault_of_the_environment() -> None:
    def die(number: int) -> None:
        assert os.getpid() != THIS
        if number == 77:
            os.kill(os.getpid(), signal.SIGKILL)

    with pytest.raises(EnvironmentFault, match="ran out of memory or was killed"):
        do_all(range(100), die, jobs=3)
    assert_nobody_left()


@pytest.mark.parametrize("jobs", [1, 3])
def test_no_memory_left_is_a_fault_of_the_environment(jobs: int) -> None:
    def take_too_much(number: int) -> None:
        if number == 77:
            bytearray(2**60)

    with pytest.raises(EnvironmentFault, match="ran out of memory or was killed"):
        do_all(range(100), take_too_much, jobs)
    assert_nobody_left()


SLOW = r"""
import os, time
from pathlib import Path
from ambassade.processes.aside import Aside
from ambassade.publish.exclusive import only_one
from ambassade.processes.workers import do_all, gather

def be_slow(number):
    if number < 2:
        os.write(1, b"working\n")  # one write, so that two workers' words stay apart
    time.sleep(0.05)

try:
    with only_one(Path(sys.argv[1])):
        do_all(range(10_000), be_slow, jobs=2)
except KeyboardInterrupt:
    print("interrupted")
"""


def start_slow_build(start: Start, site: Path) -> Popen[str]:
    build = start(SLOW, site)
    assert build.stdout
    assert [build.stdout.readline() for _ in range(2)] == ["working\n"] * 2
    return build


def test_ctrl_c_ends_all_workers_without_a_word(tmp_path: Path, start: Start) -> None:
    build = start_slow_build(start, tmp_path)
    os.killpg(build.pid, signal.SIGINT)  # as a terminal does: to every process of the group
    said, errors = build.communicate(timeout=10)
    assert (said, errors) == ("interrupted\n", "")
    with only_one(tmp_path), pytest.raises(ProcessLookupError):
        os.killpg(build.pid, 0)


def test_workers_of_a_killed_build_end_and_hold_its_lock_until_then(
    tmp_path: Path, start: Start
) -> None:
    build = start_slow_build(start, tmp_path)
    build.kill()
    build.wait()
    with pytest.raises(AnotherBuild), only_one(tmp_path):
        pytest.fail("the workers may still be writing")
    # Ends when the last process that could still say something has ended.
    assert build.communicate(timeout=20) == ("", "")
    with only_one(tmp_path):
        pass


def test_what_is_done_beside_takes_its_own_workers_with_it(tmp_path: Path) -> None:
    def sleep(number: int) -> bytes:
        (tmp_path / f"{number}.{os.getpid()}").touch()
        time.sleep(60)
        return b""

    def begin() -> bytes:
        return b"".join(data for _, data in gather(range(2), sleep, 2, fewest=2))

    with Aside(begin):
        while len([*tmp_path.iterdir()]) < 2:
            time.sleep(0.01)
    for path in tmp_path.iterdir():
        with pytest.raises(ProcessLookupError):
            os.kill(int(path.suffix[1:]), 0)
    assert_nobody_left()


def test_what_does_not_stop_is_killed() -> None:
    def stay() -> bytes:
        signal.signal(signal.SIGTERM, signal.SIG_IGN)
        time.sleep(60)
        return b""

    with Aside(stay):
        time.sleep(0.2)
    assert_nobody_left()
