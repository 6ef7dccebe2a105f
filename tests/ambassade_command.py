"""The command as a user types it, in a process of its own; and a small site to use it on."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path

from tests.warm_command import COMMAND, PELICAN, WarmCommand

REPOSITORY = Path(__file__).parent.parent
SAMPLE_DAY = "2026-11-21"
SAMPLE_PICTURES = REPOSITORY / ".cache" / "sample-pictures"
# The terminal's language; and what keeps Python from compiling modules and templates only once.
_NOT_PLAIN = frozenset({"LANGUAGE", "LC_ALL", "LC_MESSAGES", "PYTHONDONTWRITEBYTECODE"})
_SITE = ("content", "reviews", "pelicanconf.py", "publishconf.py")


def run(
    *words: str | Path, cwd: Path, language: str = "C", check: int | None = None
) -> subprocess.CompletedProcess[str]:
    """Run `ambassade` with `words` in the folder `cwd`; with `check`, expect that exit code."""
    done = _warm(language).run([*map(str, words)], cwd, environment(language))
    if check is not None:
        assert done.returncode == check, f"{done.returncode}\n{done.stdout}\n{done.stderr}"
    assert "Traceback" not in done.stdout + done.stderr
    return done


def run_pelican(site: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """Run Pelican alone, as its own users do."""
    return _warm("C").run(["content", *words], site, environment(), PELICAN)


def run_pelican_afresh(site: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """Run Pelican as `run_pelican` does, but in an interpreter that has loaded nothing of it."""
    return subprocess.run(
        [sys.executable, "-m", "pelican", "content", *words],
        cwd=site,
        env=environment(),
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def run_afresh(
    *words: str | Path, cwd: Path, language: str = "C"
) -> subprocess.CompletedProcess[str]:
    """Run `ambassade` as `run` does, but in an interpreter that has loaded nothing of it."""
    return subprocess.run(
        [COMMAND, *map(str, words)],
        cwd=cwd,
        env=environment(language),
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


@cache
def _warm(language: str) -> WarmCommand:
    return WarmCommand(environment(language))


def environment(language: str = "C") -> dict[str, str]:
    """Return the environment of a plain terminal in `language`."""
    kept = {key: value for key, value in os.environ.items() if key not in _NOT_PLAIN}
    return {**kept, "LANG": language, "PYTHONUTF8": "1"}


def keep_pictures(site: Path) -> None:
    """Keep the copies of pictures that a build of the sample made, for the next copies of it."""
    made = site / ".ambassade" / "pictures"
    mine = SAMPLE_PICTURES.with_name(f"{SAMPLE_PICTURES.name}-{os.getpid()}")
    if SAMPLE_PICTURES.exists() or not made.is_dir():
        return
    shutil.copytree(made, mine)
    try:
        mine.rename(SAMPLE_PICTURES)
    except OSError:  # another test process was first
        shutil.rmtree(mine)


def copy_sample(folder: Path) -> Path:
    """Copy the sample site's own files, without theme, code or output, into `folder`.

    The copies of its pictures come along where a build has made them: they take seconds.
    """
    folder.mkdir(parents=True, exist_ok=True)
    if SAMPLE_PICTURES.is_dir():
        shutil.copytree(SAMPLE_PICTURES, folder / ".ambassade" / "pictures")
    for name in _SITE:
        source = REPOSITORY / name
        if source.is_dir():
            shutil.copytree(source, folder / name)
        else:
            shutil.copy(source, folder / name)
    return folder


def files_of(folder: Path) -> dict[str, bytes]:
    """Return every file below `folder` by its path."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
