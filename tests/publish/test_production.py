"""A production build: compressed siblings, and styles and scripts at addresses that change with them."""

from __future__ import annotations

import gzip
import json
import re
from typing import TYPE_CHECKING

import brotli
import pytest

from tests.ambassade_command import run
from tests.rules.sample_site import write_site

if TYPE_CHECKING:
    from pathlib import Path

_TEXTS = (".html", ".css", ".js", ".json", ".xml", ".txt")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("production")
    write_site(folder)
    with (folder / "pelicanconf.py").open("a", encoding="utf-8") as settings:
        settings.write("PRODUCTION = True\n")
    run("build", cwd=folder, check=0)
    return folder


def _files(output: Path) -> dict[str, bytes]:
    found = (path for path in sorted(output.rglob("*")) if path.is_file())
    return {path.relative_to(output).as_posix(): path.read_bytes() for path in found}


def test_every_text_has_siblings_that_hold_the_same(site: Path) -> None:
    files = _files(site / "output")
    texts = {name for name in files if name.endswith(_TEXTS)} - {".ambassade-manifest.json"}
    assert len(texts) > 10
    for name in texts:
        assert brotli.decompress(files[f"{name}.br"]) == files[name]
        assert gzip.decompress(files[f"{name}.gz"]) == files[name]
        # No time is in it: the same site would be other bytes a second later.
        assert files[f"{name}.gz"][4:8] == bytes(4)
    assert {name for name in files if name.endswith((".br", ".gz"))} == {
        f"{name}{suffix}" for name in texts for suffix in (".br", ".gz")
    }


def test_pages_lead_to_styles_and_scripts_whose_address_changes_with_them(site: Path) -> None:
    files = _files(site / "output")
    links = {
        link
        for name, data in files.items()
        if name.endswith(".html")
        for link in re.findall(rb'(?:href|src)="/(theme/[^"]+)"', data)
    }
    assert links
    for link in links:
        assert re.match(rb"theme/fixed/[0-9a-f]{10}/", link)
        assert link.decode() in files
    own = site / "theme/static/css/own.css"
    own.parent.mkdir(parents=True)
    own.write_text("@layer own { p { color: red; } }\n", encoding="utf-8")
    run("build", cwd=site, check=0)
    after = {name for name in _files(site / "output") if name.endswith("ambassade.css")}
    assert after
    assert after.isdisjoint(files)
    own.unlink()


def test_a_second_build_carries_siblings_over(site: Path) -> None:
    run("build", cwd=site, check=0)
    output = site / "output"
    before = {path: path.stat().st_mtime_ns for path in output.rglob("*") if path.is_file()}
    files = _files(output)
    run("build", cwd=site, check=0)
    assert _files(output) == files
    assert {path: path.stat().st_mtime_ns for path in before} == before


def test_a_build_for_development_has_none(site: Path, tmp_path: Path) -> None:
    write_site(tmp_path)
    run("build", cwd=tmp_path, check=0)
    files = _files(tmp_path / "output")
    assert "theme/ambassade.css" in files
    assert not [name for name in files if name.endswith((".br", ".gz"))]
    listed = json.loads((site / "output/.ambassade-manifest.json").read_text())["files"]
    assert listed.keys() > {name for name in files if name.endswith(".html")}
