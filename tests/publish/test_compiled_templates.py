"""Templates are compiled once; what is kept of them is where Python keeps compiled code."""

from __future__ import annotations

import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.ambassade_command import environment, files_of, run
from tests.rules.sample_site import write_file, write_site

if TYPE_CHECKING:
    from pathlib import Path

DAY = ("--on", "2026-06-01")


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a site; what Python compiles while it is built goes into a folder of the test's own."""
    monkeypatch.setenv("PYTHONPYCACHEPREFIX", str(tmp_path / "compiled"))
    monkeypatch.delenv("PYTHONDONTWRITEBYTECODE", raising=False)
    write_site(tmp_path / "site")
    return tmp_path / "site"


def _build(site: Path) -> dict[str, bytes]:
    """Build the site with nothing of a former build."""
    shutil.rmtree(site / ".ambassade", ignore_errors=True)
    run("build", *DAY, cwd=site, check=0)
    return files_of(site / "output")


def _kept(site: Path) -> list[Path]:
    return sorted((site.parent / "compiled").rglob("*.templates/*"))


def test_they_are_kept_and_taken_again(site: Path) -> None:
    before = _build(site)
    kept = {path: path.stat().st_mtime_ns for path in _kept(site)}
    assert {path.parent.name[:3] for path in kept} == {"en-", "fr-"}
    assert _build(site) == before
    assert {path: path.stat().st_mtime_ns for path in _kept(site)} == kept


def test_none_is_below_the_site(site: Path) -> None:
    _build(site)
    assert not [path for path in site.rglob("*") if "templates" in path.name]


@pytest.mark.parametrize("damage", [b"", b"garbage", None])
def test_what_is_not_whole_is_compiled_anew(site: Path, damage: bytes | None) -> None:
    before = _build(site)
    kept = {path: path.read_bytes() for path in _kept(site)}
    for path, data in kept.items():
        path.write_bytes(data[:-9] if damage is None else damage)
    assert _build(site) == before
    assert {path: path.read_bytes() for path in _kept(site)} == kept


def test_those_of_the_sites_own_are_compiled_each_time(site: Path) -> None:
    for word in (b"swim", b"sink"):
        write_file(site, "theme/templates/not_found.html", b"<p>They " + word + b"</p>")
        assert b"They " + word in _build(site)["404.html"]
    assert not [path for path in _kept(site) if b"swim" in path.read_bytes()]


def test_python_that_writes_no_compiled_code_writes_none(site: Path) -> None:
    subprocess.run(
        [sys.executable, "-B", "-m", "ambassade", "build", *DAY],
        cwd=site,
        env=environment(),
        check=True,
        capture_output=True,
    )
    assert _kept(site) == []
