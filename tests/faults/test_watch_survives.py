"""`ambassade build --watch` outlives what befalls a build, and recovers by itself when the fault is gone."""

from __future__ import annotations

import fcntl
import os
import shutil
import signal
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from tests.ambassade_command import files_of, run
from tests.faults.faulty_site import (
    OTHER_WORDS,
    REVIEW,
    STARVED,
    WORDS,
    add_gate,
    be_ordinary,
    copy_site,
    fill_disk,
    rest_of,
    swap_words,
)
from tests.patience import PATIENCE
from tests.rules.sample_site import write_file
from tests.served_site import start_watching

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


PAGE = f"{REVIEW[:-5]}/index.html"
SMALL = 50_000
LONG_AGO = 1_000_000_000
MARK = "\n# Of a test.\n"


def wait_for_words(site: Path, words: str) -> None:
    """Wait until the page in the output shows `words`; nothing of the site is changed meanwhile."""
    deadline = time.monotonic() + PATIENCE
    # While one site takes the other's place, there is none for a moment.
    while (
        not (site / "output" / PAGE).exists() or words not in (site / "output" / PAGE).read_text()
    ):
        assert time.monotonic() < deadline, words
        time.sleep(0.05)


@dataclass(frozen=True)
class Fault:
    """What befalls a site, what is told of it, and how it goes away; nothing else is changed."""

    befalls: Callable[[Path], object]
    told: str
    goes: Callable[[Path], object]


def put_file_there(site: Path) -> None:
    (site / "output").rename(site.parent / "elsewhere")
    (site / "output").write_bytes(b"mine")


def put_link_there(site: Path) -> None:
    (site / "output").rename(site.parent / "elsewhere")
    (site / "output").symlink_to(site.parent / "elsewhere")


def put_back(site: Path) -> None:
    (site / "output").unlink()
    (site.parent / "elsewhere").rename(site / "output")


def add_settings(text: str) -> Callable[[Path], object]:
    def add(site: Path) -> None:
        with (site / "pelicanconf.py").open("a", encoding="utf-8") as conf:
            conf.write(f"{MARK}{text}")

    return add


def take_settings_away(site: Path) -> None:
    text = (site / "pelicanconf.py").read_text("utf-8").partition(MARK)[0]
    (site / "pelicanconf.py").write_text(text, encoding="utf-8")


FAULTS = {
    "disk full": Fault(
        lambda site: fill_disk(site.parent, SMALL),
        "No space left",
        lambda site: (site.parent / "ballast").unlink(),
    ),
    "nothing may be written": Fault(
        lambda site: site.chmod(0o555), "Permission denied", lambda site: site.chmod(0o755)
    ),
    "a review may not be read": Fault(
        lambda site: (site / "reviews/pot/item.yaml").chmod(0),
        "item.yaml cannot be read",
        lambda site: (site / "reviews/pot/item.yaml").chmod(0o644),
    ),
    "a file in place of the output": Fault(put_file_there, "is a file", put_back),
    "a link in place of the output": Fault(put_link_there, "is a symbolic link", put_back),
    "files of others in the output": Fault(
        lambda site: write_file(site, "output/CNAME", b"example.com"),
        "CNAME",
        lambda site: (site / "output/CNAME").unlink(),
    ),
    "no memory": Fault(add_settings(STARVED.format(more=0)), "memory", take_settings_away),
    "settings that fail": Fault(add_settings("1 / 0"), "ZeroDivisionError", take_settings_away),
}


def test_it_outlives_what_the_system_and_people_do(
    site_on_small_disk: Path,
) -> None:
    site = site_on_small_disk
    shown = WORDS
    with start_watching(site, "--jobs", "2", before=be_ordinary) as watched:
        for number, (name, fault) in enumerate(FAULTS.items()):
            wait_for_words(site, shown)
            former = files_of(site / "output")
            fault.befalls(site)
            before, shown = shown, f"It heats {number} kettles."
            swap_words(site, before, shown)
            watched.wait_for(fault.told)
            there = site / "output" if (site / "output").is_dir() else site.parent / "elsewhere"
            assert former.items() <= files_of(there).items(), name
            fault.goes(site)
        wait_for_words(site, shown)
    assert watched.process.returncode == 130
    assert rest_of(site) == set()


def test_it_outlives_a_killed_build_another_one_and_the_loss_of_what_is_kept(
    site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gate = tmp_path / "gate"
    monkeypatch.setenv("GATE", str(gate))
    add_gate(site)
    gate.mkdir()
    (gate / "go").touch()
    with start_watching(site) as watched:
        for name in ("go", "here"):
            (gate / name).unlink()
        former = files_of(site / "output")
        swap_words(site)
        while not (gate / "here").exists():
            time.sleep(0.02)
        os.killpg(int((gate / "here").read_text()), signal.SIGKILL)
        watched.wait_for("The build was killed (signal 9).")
        assert files_of(site / "output") == former
        (gate / "go").touch()
        wait_for_words(site, "It heats water.")

        watched.wait_for("Built in", 2)
        with (site / ".ambassade/build.lock").open("ab+") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            swap_words(site, "heats", "cools")
            watched.wait_for("Another build")
        wait_for_words(site, "It cools water.")

        watched.wait_for("Built in", 3)
        kept = [*(site / ".ambassade/shards").rglob("*.shard")]
        assert len(kept) == 2
        for path in kept:
            path.write_bytes(b"garbage")
        swap_words(site, "cools", "warms")
        wait_for_words(site, "It warms water.")
        watched.wait_for("Built in", 4)
        shutil.rmtree(site / ".ambassade", ignore_errors=True)  # a build may still be in there
        swap_words(site, "warms", "chills")
        wait_for_words(site, "It chills water.")

        for path in (site / "reviews").rglob("*"):  # a clock that is set back
            os.utime(path, (LONG_AGO, LONG_AGO))
        swap_words(site, "chills", "cools")
        os.utime(site / REVIEW, (LONG_AGO, LONG_AGO))
        wait_for_words(site, "It cools water.")
    assert rest_of(site) == set()


def test_a_fault_is_told_and_mended_by_the_next_change(site: Path) -> None:
    with start_watching(site, "--settings", "pelicanconf.py") as watched:
        good = (site / REVIEW).read_bytes()
        write_file(site, REVIEW, good + b"reviewRating: 4\n")
        watched.wait_for("Y110 duplicate-key")
        write_file(site, REVIEW, good)
        watched.wait_for("Built in", 2)
        shutil.rmtree(site / "output")
        wait_for_words(site, WORDS)


def test_an_output_that_only_python_knows_is_built_once(site: Path) -> None:
    with (site / "pelicanconf.py").open("a", encoding="utf-8") as conf:
        conf.write('OUTPUT_PATH = "".join(["pub", "lic"])\n')
    with start_watching(site) as watched:
        swap_words(site)
        watched.wait_for("Built in", 2)
        time.sleep(1.5)
        assert watched.said.count("Built in") == 2
    assert b"It heats water." in (site / "public" / PAGE).read_bytes()


def test_a_build_that_settings_end_without_a_word_is_none(site: Path) -> None:
    with start_watching(site) as watched:
        conf = (site / "pelicanconf.py").read_text("utf-8")
        write_file(site, "pelicanconf.py", f"{conf}\nimport os\nos._exit(0)\n".encode())
        watched.wait_for("The build crashed.")
        write_file(site, "pelicanconf.py", conf.encode())
        watched.wait_for("Built in", 2)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--format", "json"), "leave --format and"),
        (("--json",), "and --json out"),
        (("--drafts",), "no draft"),
    ],
)
def test_what_cannot_be_watched_is_refused(site: Path, words: tuple[str, ...], told: str) -> None:
    assert told in run("build", "--watch", *words, cwd=site, check=2).stderr


def test_it_goes_on_watching_a_site_that_was_replaced_by_a_copy(site: Path) -> None:
    copy = copy_site(site, site.parent / "copy", cold=True)
    with start_watching(site):
        shutil.rmtree(site)
        time.sleep(2)
        copy.rename(site)
        wait_for_words(site, WORDS)
        for former, words in ((WORDS, OTHER_WORDS), (OTHER_WORDS, WORDS)):
            swap_words(site, former, words)
            wait_for_words(site, words)


def test_it_sees_what_lies_behind_a_link_that_came_meanwhile(site: Path) -> None:
    folder = site / REVIEW.rpartition("/")[0]
    with start_watching(site) as watched:
        folder.rename(site / "kept")
        folder.symlink_to("../kept")
        watched.wait_for("Built in", times=2)
        swap_words(site)
        wait_for_words(site, OTHER_WORDS)
