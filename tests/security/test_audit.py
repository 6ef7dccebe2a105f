"""`python -m tools.audit_dependencies` fails at a known weakness; where nobody answers, it says so."""

from __future__ import annotations

import json
from subprocess import CompletedProcess, TimeoutExpired
from typing import Any

import pytest

from tools import audit_dependencies


def _answer(monkeypatch: pytest.MonkeyPatch, out: object, errors: str = "") -> None:
    text = out if isinstance(out, str) else json.dumps({"dependencies": out})
    done = CompletedProcess([], 1, text, errors)
    monkeypatch.setattr("tools.audit_dependencies.subprocess.run", lambda *_, **__: done)


SOUND = {"name": "a", "version": "1.0", "vulns": []}
WEAK = {"name": "b", "version": "2.0", "vulns": [{"id": "X-1", "fix_versions": ["2.1", "3.0"]}]}
UNKNOWN = {"name": "c", "skip_reason": "not known"}


def test_a_known_weakness_is_told_and_fails(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    _answer(monkeypatch, [SOUND, WEAK, UNKNOWN])
    assert audit_dependencies.main() == 1
    assert capsys.readouterr().out.splitlines() == [
        "b 2.0: X-1, mended in 2.1, 3.0",
        "Asked about 2 of 3 packages; known weaknesses: 1.",
    ]


def test_sound_packages_pass(monkeypatch: pytest.MonkeyPatch) -> None:
    _answer(monkeypatch, [SOUND])
    assert audit_dependencies.main() == 0


@pytest.mark.parametrize("out", ["", "no JSON", {}, [UNKNOWN]])
def test_where_nobody_answers_it_says_so_and_passes(
    out: Any,  # noqa: ANN401 - whatever a service may say
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    _answer(monkeypatch, out, "first\nno route to host\n")
    assert audit_dependencies.main() == 0
    assert capsys.readouterr().out.startswith("Not asked for known weaknesses")


@pytest.mark.parametrize("error", [FileNotFoundError("pip-audit"), TimeoutExpired("pip-audit", 1)])
def test_without_the_tool_or_in_time_it_passes_too(
    error: Exception, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr("tools.audit_dependencies.subprocess.run", fail)
    assert audit_dependencies.main() == 0
    assert "hashes hold" in capsys.readouterr().out
