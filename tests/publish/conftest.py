"""What the tests of publishing share: a process of its own, and a site."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import ambassade
from tests.publish.folders import Mount, Start

PLUGINS = Path(ambassade.__file__).parents[1]


@pytest.fixture
def start() -> Iterator[Start]:
    """Return a function that runs Python source in a new process group; ended with the test."""
    started: list[subprocess.Popen[str]] = []

    def run(source: str, *arguments: object) -> subprocess.Popen[str]:
        path = f"import sys; sys.path.insert(0, {str(PLUGINS)!r})\n"
        process = subprocess.Popen(
            [sys.executable, "-c", path + source, *map(str, arguments)],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            start_new_session=True,
        )
        started.append(process)
        return process

    yield run
    for process in started:
        process.kill()
        process.communicate()


@pytest.fixture
def mount() -> Iterator[Mount]:
    """Return a function that mounts, the folder last; skips the test, saying so, if it may not."""
    mounted: list[str] = []

    def run(*arguments: object) -> None:
        command = ["mount", *map(str, arguments)]
        done = subprocess.run(command, check=False, capture_output=True, text=True)
        if done.returncode:
            pytest.skip(f"nothing can be mounted here: {done.stderr}")
        mounted.append(command[-1])

    yield run
    for folder in mounted:
        subprocess.run(["umount", folder], check=True)  # noqa: S607 - in no fixed place


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Return the root of a site with its four source folders."""
    for name in ("content", "reviews", "theme", "plugins"):
        (tmp_path / "site" / name).mkdir(parents=True)
        (tmp_path / "site" / name / "kept.txt").write_text(name)
    return tmp_path / "site"
