"""The interpreter that most tests ask runs the command as a fresh one does."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tests import warm_command
from tests.ambassade_command import (
    environment,
    files_of,
    run,
    run_afresh,
    run_pelican,
    run_pelican_afresh,
)
from tests.patience import PATIENCE
from tests.warm_command import WarmCommand

if TYPE_CHECKING:
    from pathlib import Path

CLEAR = """
SETTING = "of this site"
from pathlib import Path
Path("loaded").write_text(__file__)
"""


@pytest.fixture
def sites(tmp_path: Path) -> tuple[Path, Path]:
    """Return two sites that are alike, with a warning in each."""
    for name in ("fresh", "warm"):
        (tmp_path / name).mkdir()
        run("init", "site", "--company", "Tea & Co", cwd=tmp_path / name, check=0)
        conf = tmp_path / name / "site" / "pelicanconf.py"
        conf.write_text(conf.read_text(encoding="utf-8") + CLEAR, encoding="utf-8")
    return tmp_path / "fresh" / "site", tmp_path / "warm" / "site"


@pytest.mark.parametrize("language", ["C", "fr_FR.UTF-8"])
@pytest.mark.parametrize(
    "words",
    [
        ("build", "--on", "2026-03-01"),
        ("check", "--json", "--on", "2026-03-01"),
        ("check", "--on", "tomorrow"),
        ("explain", "averages"),
        ("build", "--output", "content"),
        ("no-such-verb",),
    ],
    ids=" ".join,
)
def test_a_warm_command_says_and_does_what_a_fresh_one_does(
    words: tuple[str, ...], language: str, sites: tuple[Path, Path]
) -> None:
    fresh, warm = sites
    expected = run_afresh(*words, cwd=fresh, language=language)
    done = run(*words, cwd=warm, language=language)
    as_if = str(warm), str(fresh)
    assert done.stdout.replace(*as_if) == expected.stdout
    assert done.stderr.replace(*as_if) == expected.stderr
    assert done.returncode == expected.returncode
    written = {name: data for name, data in files_of(warm).items() if not name.startswith(".")}
    assert written.keys() == {n for n in files_of(fresh) if not n.startswith(".")}
    assert all(files_of(fresh)[name] == data for name, data in written.items() if name != "loaded")


@pytest.mark.parametrize("verbose", [(), ("--verbose",)])
def test_pelican_says_and_does_so_too(verbose: tuple[str, ...], sites: tuple[Path, Path]) -> None:
    fresh, warm = sites
    expected, done = run_pelican_afresh(fresh, *verbose), run_pelican(warm, *verbose)
    assert done.returncode == expected.returncode == 0
    assert _without_times(done.stdout) == _without_times(expected.stdout)
    assert files_of(warm / "output") == files_of(fresh / "output")


def _without_times(said: str) -> list[str]:
    return [
        re.sub(r"[\d.]+ seconds|\[\d\d:\d\d:\d\d\]", "", line).strip() for line in said.splitlines()
    ]


def test_commands_that_follow_know_nothing_of_those_before(sites: tuple[Path, Path]) -> None:
    fresh, warm = sites
    with (fresh / "pelicanconf.py").open("a", encoding="utf-8") as conf:
        conf.write("raise RuntimeError('only here')\n")
    assert run("check", cwd=fresh).returncode == 2
    assert run("check", cwd=warm).returncode == 0


def test_a_command_that_hangs_is_ended_and_the_next_one_runs(
    sites: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(warm_command, "WAIT", 1)
    command = WarmCommand(environment())
    fresh, warm = sites
    with (fresh / "pelicanconf.py").open("a", encoding="utf-8") as conf:
        conf.write("import time; time.sleep(600)\n")
    with pytest.raises(TimeoutError):
        command.run(["check"], fresh, environment())
    monkeypatch.setattr(warm_command, "WAIT", PATIENCE)
    assert command.run(["--version"], warm, environment()).returncode == 0
