"""What happens while a site is built: another build, an editor at work, Ctrl-C."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest

from tests.ambassade_command import environment, files_of
from tests.faults.faulty_site import (
    DAY,
    REVIEW,
    add_gate,
    build,
    copy_site,
    end,
    expect_refusal,
    rest_of,
    start_build,
    swap_words,
    waiting_build,
)
from tests.rules.sample_site import write_file

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

INTERRUPTED = 130
IMPORTING = """\
import os, signal, sys

class Interrupt:
    def find_spec(self, name, path=None, target=None):
        if name == {name!r}:
            sys.meta_path.remove(self)
            os.kill(os.getpid(), signal.SIGINT)

sys.meta_path.insert(0, Interrupt())
sys.argv = ["ambassade", "build", *{words!r}]
from ambassade.__main__ import main
main()
"""


@pytest.fixture(scope="module")
def _gated(built_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    site = copy_site(built_site, tmp_path_factory.mktemp("gated") / "site")
    add_gate(site)
    build(site)
    return site


@pytest.fixture
def gated(_gated: Path, tmp_path: Path) -> Path:
    """Return a built site whose builds can be made to wait."""
    return copy_site(_gated, tmp_path / "gated")


def test_of_two_sites_that_are_built_into_one_output_the_second_is_refused(
    gated: Path, site: Path, tmp_path: Path
) -> None:
    output = tmp_path / "www" / "site"
    output.parent.mkdir()
    build(site, "--output", output)
    former = files_of(output)
    with waiting_build(gated, tmp_path / "gate", "--output", output) as first:
        second = start_build(site, "--output", output)
        expect_refusal(second, 4, f"Another build into {output} is running")
        assert files_of(output) == former
    assert end(first)[0] == 0
    assert {path.name for path in output.parent.iterdir()} == {"site"}
    build(site, "--output", output)
    assert files_of(output) == former


def test_what_a_killed_build_left_goes_when_nothing_changed_since(
    site: Path, former: dict[str, bytes]
) -> None:
    write_file(site, ".output.ambassade-new/reviews/a/index.html", b"Secret words")
    build(site)
    assert rest_of(site) == set()
    assert files_of(site / "output") == former


@pytest.mark.skipif(os.name != "posix", reason="links want a right there")
def test_a_link_to_a_folder_that_leads_elsewhere_or_is_gone_is_a_change(site: Path) -> None:
    for year, words in (("2024", b"then"), ("2025", b"now, and more")):
        write_file(site, f"content/files/{year}/a.txt", words)
    link = site / "content" / "files" / "current"
    link.symlink_to("2024")
    with (site / "pelicanconf.py").open("a", encoding="utf-8") as conf:
        conf.write('STATIC_PATHS = ["files"]\n')
    build(site)
    copied = site / "output" / "files" / "current" / "a.txt"
    assert copied.read_bytes() == b"then"
    link.unlink()
    link.symlink_to("2025")
    build(site)
    assert copied.read_bytes() == b"now, and more"
    link.unlink()
    build(site)
    assert not copied.exists()


def test_of_two_builds_the_second_is_refused_and_the_first_ends_well(
    gated: Path, tmp_path: Path
) -> None:
    swap_words(gated)
    with waiting_build(gated, tmp_path / "gate") as first:
        before = files_of(gated)
        expect_refusal(start_build(gated), 4, "Another build")
        expect_refusal(start_build(gated, "--output", tmp_path / "elsewhere"), 4, "Another build")
        assert files_of(gated) == before
    assert end(first)[0] == 0
    assert b"It heats water." in files_of(gated / "output")[f"{REVIEW[:-5]}/index.html"]
    assert not (tmp_path / "elsewhere").exists()
    assert rest_of(gated) == set()


def _write_over(path: Path) -> None:
    """Change a file to as many bytes, and set its time back."""
    before = path.stat()
    path.write_bytes(path.read_bytes()[::-1])
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))


def _add(path: Path) -> None:
    path.with_name(f"2026-03-03-{path.name[11:]}").write_bytes(path.read_bytes())


def _remove_folder(path: Path) -> None:
    shutil.rmtree(path.parent)


@pytest.mark.parametrize(
    ("happens", "name"),
    [
        (_write_over, REVIEW),
        (os.unlink, REVIEW),
        (_add, REVIEW),
        (_remove_folder, "reviews/pot/item.yaml"),
        (_write_over, "content/images/kettle.jpg"),
        (os.unlink, "content/stories/kettles-at-sea.md"),
        (_add, "content/stories/kettles-at-sea.md"),
    ],
)
def test_a_source_that_changes_goes_or_comes_stops_the_build(
    happens: Callable[[Path], None], name: str, gated: Path, tmp_path: Path
) -> None:
    former = files_of(gated / "output")
    with waiting_build(gated, tmp_path / "gate") as process:
        happens(gated / name)
    expect_refusal(process, 3, "changed during the build. The former site stays")
    assert files_of(gated / "output") == former
    assert rest_of(gated) == set()


def test_what_editors_leave_for_a_moment_stops_no_build(gated: Path, tmp_path: Path) -> None:
    write_file(gated, "theme/static/css/own.css", b"h1 { color: teal; }\n")
    with waiting_build(gated, tmp_path / "gate") as process:
        write_file(gated, f"{REVIEW.replace('2026', '.2026', 1)}.swp", b"half")
        (gated / "theme/static/css/.#own.css").symlink_to("marie@desk.1234")
    assert end(process)[0] == 0
    assert b"teal" in files_of(gated / "output")["theme/ambassade.css"]


@pytest.mark.parametrize(
    ("tell", "number"),
    [
        (os.killpg, signal.SIGINT),
        (os.kill, signal.SIGINT),
        (os.kill, signal.SIGTERM),
        (os.killpg, signal.SIGHUP),
    ],
)
def test_ctrl_c_kill_and_a_closed_terminal_end_all_its_processes_with_130_and_one_word(
    tell: Callable[[int, int], None], number: int, gated: Path, tmp_path: Path
) -> None:
    former = files_of(gated / "output")
    swap_words(gated, "Kettle Works", "Teapot Works", "pelicanconf.py")
    with waiting_build(gated, tmp_path / "gate") as process:
        tell(process.pid, number)
        expect_refusal(process, INTERRUPTED, "Interrupted.")
    assert files_of(gated / "output") == former
    assert rest_of(gated) == set()


@pytest.fixture(scope="module")
def lasts(built_site: Path, tmp_path_factory: pytest.TempPathFactory) -> float:
    """Return how many seconds a cold build takes."""
    copy = copy_site(built_site, tmp_path_factory.mktemp("cold") / "site", cold=True)
    began = time.monotonic()
    build(copy)
    return time.monotonic() - began


@pytest.mark.parametrize("part", [0.45, 0.65, 0.8, 0.95])
@pytest.mark.parametrize(
    ("tell", "number"), [(os.killpg, signal.SIGINT), (os.kill, signal.SIGTERM)]
)
def test_an_interrupt_at_any_moment_leaves_one_site_or_the_other_and_nothing_else(
    tell: Callable[[int, int], None],
    number: int,
    part: float,
    lasts: float,
    site: Path,
    former: dict[str, bytes],
) -> None:
    swap_words(site, "Kettle Works", "Teapot Works", "pelicanconf.py")
    shutil.rmtree(site / ".ambassade")
    process = start_build(site, "--jobs", "2")
    time.sleep(lasts * part)
    tell(process.pid, number)
    code, errors = end(process)
    served = files_of(site / "output")
    assert rest_of(site) == set()
    if code == 0:  # it had done all
        assert b"Teapot Works" in served["index.html"]
    else:
        assert (code, errors) == (INTERRUPTED, ["Interrupted."])
        assert served == former or b"Teapot Works" in served["index.html"]


@pytest.mark.parametrize(
    "name", ["click", "ambassade.terminal.verbs", "ambassade.building.build_site", "pelican"]
)
def test_ctrl_c_is_heard_while_the_command_is_being_loaded(
    name: str, site: Path, former: dict[str, bytes]
) -> None:
    process = subprocess.Popen(
        [sys.executable, "-c", IMPORTING.format(name=name, words=DAY)],
        cwd=site,
        env=environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    )
    expect_refusal(process, INTERRUPTED, "Interrupted.")
    assert files_of(site / "output") == former
    assert rest_of(site) == set()
