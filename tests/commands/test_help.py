"""Help that is worth reading, in both languages; completion; the version; how fast it is there."""

from __future__ import annotations

import resource
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from ambassade import __version__
from tests.ambassade_command import environment, run

if TYPE_CHECKING:
    from pathlib import Path

VERBS = (
    *(
        "build",
        "check",
        "completion",
        "explain",
        "forget",
        "init",
        "letter",
        "lock",
        "new",
        "serve",
    ),
)
EXAMPLES = [["build"], ["check"], ["completion"], ["explain"], ["forget"], ["init"],
            ["letter"], ["lock"], ["new"], ["new", "item"],
            ["new", "review"], ["new", "story"], ["serve"]]  # fmt: skip


def test_the_help_lists_every_verb_and_how_to_begin(tmp_path: Path) -> None:
    told = run("--help", cwd=tmp_path, check=0).stdout
    for verb in VERBS:
        assert f"\n  {verb} " in told
    assert "ambassade init shop" in told


@pytest.mark.parametrize("words", EXAMPLES, ids=" ".join)
@pytest.mark.parametrize("language", ["C", "fr_FR.UTF-8"])
def test_the_help_of_each_command_has_examples(
    words: list[str], language: str, tmp_path: Path
) -> None:
    told = run(*words, "--help", cwd=tmp_path, language=language, check=0).stdout
    assert told.count(f"ambassade {' '.join(words)}") > 1
    if language != "C":
        english = run(*words, "--help", cwd=tmp_path, check=0).stdout
        assert set(english.splitlines()) & set(told.splitlines()) <= set(_examples(told)), told


def _examples(told: str) -> list[str]:
    """Return the lines that may be the same in all languages."""
    return [
        line for line in told.splitlines() if not line or "ambassade " in line or "  --" in line
    ]


def test_python_m_ambassade_is_the_same_command(tmp_path: Path) -> None:
    assert run("--version", cwd=tmp_path, check=0).stdout == f"ambassade {__version__}\n"
    entry = shutil.which("ambassade", path=str(_bin()))
    assert entry
    done = subprocess.run(
        [entry, "--version"], env=environment(), capture_output=True, text=True, check=True
    )
    assert done.stdout == f"ambassade {__version__}\n"


def _bin() -> str:
    return sys.executable.rpartition("/")[0]


@pytest.mark.parametrize(
    ("shell", "mark"), [("bash", "complete -o"), ("zsh", "#compdef"), ("fish", "complete --")]
)
def test_a_completion_script_for_each_shell(shell: str, mark: str, tmp_path: Path) -> None:
    told = run("completion", shell, cwd=tmp_path, check=0).stdout
    assert mark in told
    assert "_AMBASSADE_COMPLETE" in told
    run("completion", "cmd", cwd=tmp_path, check=2)


def test_bash_completes_verbs_and_options_by_that_script(tmp_path: Path) -> None:
    script = tmp_path / "completion.sh"
    script.write_text(run("completion", "bash", cwd=tmp_path, check=0).stdout, encoding="utf-8")
    ask = (
        f'PATH="{_bin()}:$PATH"; source {script}; COMP_WORDS=(ambassade che); COMP_CWORD=1; '
        '_ambassade_completion ambassade; echo "${COMPREPLY[@]}"'
    )
    done = subprocess.run(
        ["/bin/bash", "-c", ask], env=environment(), capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == ["check"]


@pytest.mark.parametrize(
    "words", [["--help"], ["--version"], ["new", "review", "--help"], ["init", "--help"]]
)
def test_help_is_there_in_less_than_a_third_of_a_second(words: list[str], tmp_path: Path) -> None:
    assert min(_measure(*words, cwd=tmp_path) for _ in range(5)) < 0.3


def _measure(*words: str, cwd: Path) -> float:
    """Return the time of the processor, which other tests beside this one do not lengthen."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    run(*words, cwd=cwd, language="fr_FR.UTF-8", check=0)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
