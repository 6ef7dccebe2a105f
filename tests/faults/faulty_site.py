"""A small site to which things happen: its files, a build that can be hit, what is left of both.

In: a folder. Out: a site with two items, pictures, a story, a page and a lock; processes in groups of
their own, so that Ctrl-C and `kill` meet them as they do in a terminal.
"""

from __future__ import annotations

import ctypes
import os
import shutil
import subprocess
import sys
import time
from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING

from tests.ambassade_command import environment, files_of, run
from tests.patience import PATIENCE
from tests.publish.photographs import photograph
from tests.rules.sample_site import write_file, write_site

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

DAY = ("--on", "2026-06-01")
REVIEW = "reviews/kettle/2026-05-14-saved-us-a-week.yaml"
WORDS = "It boils water."
OTHER_WORDS = "It heats water."  # as long
ANEW = "made anew"
_MORE_SETTINGS = """\
RETENTION_MONTHS = 600
"""
_REVIEW = f"""\
author: {{name: Marie Dupont, image: images/marie.jpg}}
reviewRating: 5
name: It saved us a week
reviewBody: {WORDS}
keywords: [speed]
image: images/kettle.jpg
consent: {{given: 2026-05-01, scope: [text, name, photo]}}
"""
_OTHER = """\
author: Paul Martin
reviewRating: {rating}
reviewBody: This {item} is number {number} of what we bought, and {number} times as good.
keywords: [speed, steam]
consent: {{given: 2026-05-01, scope: [text, name]}}
"""
_POT = """\
type: Product
name: Pot
collection: complete
"""
_STORY = """\
Title: Kettles at sea
Date: 2026-05-20
Summary: How kettles float.
Reviews: kettle/2026-05-14-saved-us-a-week

They float.
"""
_PAGE = """\
Title: Legal notice
Summary: Who we are.

We are who we are.
"""
_GATE = """\
import os
import time
from pathlib import Path

from pelican import signals


def wait(_pelican):
    gate = os.environ.get("GATE")
    if gate:
        Path(gate, "here").write_text(str(os.getpid()))
        while not Path(gate, "go").exists():
            time.sleep(0.02)


def register():
    signals.initialized.connect(wait)
"""
# In the settings, which are Python: so much more than it has may a worker take, and no more.
STARVED = """
import os
import resource


def starve():
    with open("/proc/self/statm") as file:
        size = int(file.read().split()[0]) * os.sysconf("SC_PAGE_SIZE")
    resource.setrlimit(resource.RLIMIT_AS, (size + {more}, resource.RLIM_INFINITY))


os.register_at_fork(after_in_child=starve)
"""
# So many files are looked at, and so many pages rendered, by several processes.
_MANY_REVIEWS, _MANY_FILES = 60, 400
_CAP_DAC_OVERRIDE, _CAP_DAC_READ_SEARCH, _PR_CAPBSET_DROP = 1, 2, 24


def write_faulty_site(folder: Path, reviews: int = 5) -> Path:
    """Write the site with so many reviews of each item, and one more; return its folder."""
    write_site(folder)
    with (folder / "pelicanconf.py").open("a", encoding="utf-8") as conf:
        conf.write(_MORE_SETTINGS)
    write_file(folder, "reviews/pot/item.yaml", _POT.encode())
    write_file(folder, REVIEW, _REVIEW.encode())
    for item in ("kettle", "pot"):
        for number in range(1, reviews + 1):
            text = _OTHER.format(rating=1 + number % 5, number=number, item=item)
            day = f"2026-04-{1 + number % 30:02}"
            write_file(folder, f"reviews/{item}/{day}-number-{number}.yaml", text.encode())
    write_file(folder, "content/stories/kettles-at-sea.md", _STORY.encode())
    write_file(folder, "content/pages/legal-notice.md", _PAGE.encode())
    write_file(folder, "content/images/kettle.jpg", photograph(size=(480, 360)))
    write_file(folder, "content/images/marie.jpg", photograph(size=(240, 240)))
    return folder


def write_busy_site(folder: Path) -> Path:
    """Write the site with so much in it that several processes work on it; return its folder."""
    write_faulty_site(folder, _MANY_REVIEWS)
    for number in range(_MANY_FILES):
        write_file(folder, f"reviews/kettle/note-{number}.txt", b"")
    return folder


def copy_site(source: Path, target: Path, *, cold: bool = False) -> Path:
    """Copy a site with what was built and kept; `cold`: without both."""
    made = shutil.ignore_patterns("output", ".ambassade") if cold else None
    return shutil.copytree(source, target, symlinks=True, ignore=made)


def add_review(site: Path, item: str, day: int) -> None:
    """Add a review of an item, of a day in May 2026: on lists, all others follow it."""
    text = f"author: Ann Example\nreviewBody: It is day {day}, and it has not boiled over so far.\n"
    write_file(site, f"reviews/{item}/2026-05-{day}-late.yaml", text.encode())


def put_folder_there(path: Path) -> None:
    """Put a folder in the place of a file."""
    path.unlink()
    path.mkdir()


def fill_disk(disk: Path, left: int) -> Path:
    """Fill a file system but for so many bytes; return the file that does."""
    room = os.statvfs(disk).f_bavail * os.statvfs(disk).f_frsize
    with (disk / "ballast").open("wb") as ballast:
        ballast.write(bytes(room - left))
    return disk / "ballast"


def build(site: Path, *words: str | Path, check: int | None = 0) -> str:
    """Build the site, expecting that exit code; return what was said on standard error.

    By two processes, which of itself so small a site is not.
    """
    return run("build", *DAY, "--jobs", "2", *words, cwd=site, check=check).stderr


def cold_bytes(site: Path, folder: Path, *words: str | Path) -> dict[str, bytes]:
    """Return what a build gives of a copy of the site that knows of no former build."""
    copy = copy_site(site, folder, cold=True)
    run("build", *(words or DAY), cwd=copy, check=0)
    return files_of(copy / "output")


def start_build(
    site: Path,
    *words: str | Path,
    before: Callable[[], object] | None = None,
    more: Mapping[str, str] | None = None,
    verb: str = "build",
) -> subprocess.Popen[str]:
    """Start a build, or another command, in a process group of its own; there `before` is called first."""
    jobs = () if verb == "check" else ("--jobs", "2")
    return subprocess.Popen(
        [sys.executable, "-m", "ambassade", verb, *DAY, *jobs, *map(str, words)],
        cwd=site,
        env={**environment(), **(more or {})},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        start_new_session=True,
        preexec_fn=before,  # noqa: PLW1509 - the tests have no thread that holds a lock here
    )


def end(process: subprocess.Popen[str]) -> tuple[int, list[str]]:
    """Wait until the process and all that it started have ended; return its exit code and errors."""
    try:
        out, errors = process.communicate(timeout=PATIENCE)
    finally:
        process.kill()
    assert "Traceback" not in out + errors, errors
    return process.returncode, [line for line in errors.splitlines() if line]


def expect_refusal(process: subprocess.Popen[str], code: int, *words: str) -> str:
    """Expect that exit code and one line of errors that holds `words`; return the line."""
    returned, errors = end(process)
    assert (returned, len(errors)) == (code, 1), (returned, errors)
    assert all(word in errors[0] for word in words), errors[0]
    return errors[0]


def rest_of(site: Path) -> set[str]:
    """Return what is in a site's folder that neither its owner nor a good build put there."""
    usual = {
        ".ambassade", "content", "output", "pelicanconf.py", "plugins", "reviews", "theme",
    }  # fmt: skip
    unfinished = {path.name for path in site.glob(".ambassade/**/*") if path.suffix == ".new"}
    staged = {path.name for path in site.glob(".ambassade/.serve*")}
    return {path.name for path in site.iterdir()} - usual | unfinished | staged


def swap_words(site: Path, old: str = WORDS, new: str = OTHER_WORDS, file: str = REVIEW) -> None:
    """Put words in the place of others in a file of the site."""
    text = (site / file).read_text(encoding="utf-8")
    assert old in text
    (site / file).write_text(text.replace(old, new), encoding="utf-8")


def be_ordinary() -> None:
    """Take from this process what root may with others' files: called before a program is run."""
    if os.geteuid() == 0:
        libc = ctypes.CDLL(None)
        for capability in (_CAP_DAC_OVERRIDE, _CAP_DAC_READ_SEARCH):
            assert libc.prctl(_PR_CAPBSET_DROP, capability, 0, 0, 0) == 0


start_ordinary_build = partial(start_build, before=be_ordinary)


def add_gate(site: Path) -> None:
    """Let builds of the site that are told of a gate wait there: between reading and writing."""
    write_file(site, "plugins/gate.py", _GATE.encode())
    with (site / "pelicanconf.py").open("a", encoding="utf-8") as conf:
        conf.write('PLUGIN_PATHS = ["plugins"]\nPLUGINS = ["ambassade", "gate"]\n')


@contextmanager
def waiting_build(site: Path, gate: Path, *words: str | Path) -> Iterator[subprocess.Popen[str]]:
    """Yield a build that has read the site and waits; at the end of the block it goes on."""
    gate.mkdir()
    process = start_build(site, *words, more={"GATE": str(gate)})
    try:
        deadline = time.monotonic() + PATIENCE
        while not (gate / "here").exists():
            assert process.poll() is None, end(process)
            assert time.monotonic() < deadline
            time.sleep(0.02)
        yield process
    except BaseException:
        process.kill()
        raise
    finally:
        (gate / "go").touch()
