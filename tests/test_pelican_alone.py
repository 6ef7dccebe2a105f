"""`pelican content` with the plugin loaded: the same files, the same manifest, the same refusals."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from ambassade.output_place import MANIFEST_NAME
from tests.ambassade_command import (
    copy_sample,
    files_of,
    run,
    run_pelican,
    run_pelican_afresh,
)
from tests.rules.sample_site import write_file, write_site

if TYPE_CHECKING:
    from pathlib import Path


def test_it_writes_the_same_files_and_manifest_as_build(tmp_path: Path) -> None:
    site = copy_sample(tmp_path / "site")
    done = run_pelican_afresh(site)
    assert done.returncode == 0, done.stdout + done.stderr
    by_pelican = files_of(site / "output")
    run("build", "--output", tmp_path / "built", cwd=site, check=0)
    assert by_pelican == files_of(tmp_path / "built")


def test_build_accepts_its_output_and_it_that_of_build(tmp_path: Path) -> None:
    site = copy_sample(tmp_path / "site")
    assert run_pelican(site).returncode == 0
    run("build", cwd=site, check=0)
    before = files_of(site / "output")
    assert run_pelican(site).returncode == 0
    assert files_of(site / "output") == before


def test_on_an_error_it_exits_1_before_anything_is_written(tmp_path: Path) -> None:
    _write_small_site(tmp_path)
    assert run_pelican(tmp_path).returncode == 0
    before = files_of(tmp_path / "output")
    write_file(tmp_path, "reviews/kettle/2026-05-15-x.yaml", b"author: A\nreviewRating: 6\n")
    done = run_pelican(tmp_path)
    assert done.returncode == 1
    place = "reviews/kettle/2026-05-15-x.yaml:2:15: R102 rating-out-of-range:"
    assert place in done.stdout
    assert "Traceback" not in done.stdout + done.stderr
    assert files_of(tmp_path / "output") == before


def test_a_template_that_fails_leaves_the_former_site_whole(tmp_path: Path) -> None:
    _write_small_site(tmp_path)
    assert run_pelican(tmp_path).returncode == 0
    before = files_of(tmp_path / "output")
    write_file(tmp_path, "theme/templates/not_found.html", b"<p>\n{{ no_such_name }}\n")
    done = run_pelican(tmp_path)
    assert done.returncode == 1
    assert "theme/templates/not_found.html:2:1: P106 template-fault:" in done.stdout
    assert files_of(tmp_path / "output") == before
    assert not list(tmp_path.glob(".output*"))


def test_an_output_that_is_not_ours_is_refused(tmp_path: Path) -> None:
    _write_small_site(tmp_path)
    write_file(tmp_path, "output/mine.txt", b"mine")
    done = run_pelican(tmp_path)
    assert done.returncode == 2
    assert "mine.txt" in done.stderr
    assert files_of(tmp_path / "output") == {"mine.txt": b"mine"}


@pytest.mark.parametrize("name", ["../mine.txt", "{site}/mine.txt", "reviews/../../mine.txt"])
def test_a_list_that_names_what_is_elsewhere_is_not_ours(name: str, tmp_path: Path) -> None:
    _write_small_site(tmp_path)
    write_file(tmp_path, "mine.txt", b"mine")
    assert run_pelican(tmp_path).returncode == 0
    _list_too(tmp_path / "output", name.format(site=tmp_path))
    done = run_pelican(tmp_path)
    assert (tmp_path / "mine.txt").read_bytes() == b"mine"
    assert done.returncode == 2
    assert "holds files that Ambassade did not write" in done.stderr


def test_a_list_does_not_lead_through_a_link(tmp_path: Path) -> None:
    _write_small_site(tmp_path)
    write_file(tmp_path, "mine/mine.txt", b"mine")
    assert run_pelican(tmp_path).returncode == 0
    (tmp_path / "output/link").symlink_to(tmp_path / "mine")
    _list_too(tmp_path / "output", "link/mine.txt", "link")
    done = run_pelican(tmp_path)
    assert done.returncode == 0, done.stdout + done.stderr
    assert files_of(tmp_path / "mine") == {"mine.txt": b"mine"}
    assert not (tmp_path / "output/link").exists()


def _list_too(output: Path, *names: str) -> None:
    """Do as who forges the list of our files."""
    manifest = output / MANIFEST_NAME
    listed = json.loads(manifest.read_bytes())
    listed["files"] |= dict.fromkeys(names, "00" * 32)
    manifest.write_text(json.dumps(listed), encoding="utf-8")


def test_a_page_that_went_away_leaves_the_output(tmp_path: Path) -> None:
    _write_small_site(tmp_path)
    review = "reviews/kettle/2026-05-14-good.yaml"
    write_file(tmp_path, review, b"author: Marie Dupont\nreviewRating: 5\n")
    assert run_pelican(tmp_path).returncode == 0
    assert (tmp_path / "output/reviews/kettle/2026-05-14-good/index.html").exists()
    (tmp_path / review).unlink()
    assert run_pelican(tmp_path).returncode == 0
    assert not (tmp_path / "output/reviews/kettle/2026-05-14-good").exists()


def _write_small_site(site: Path) -> None:
    write_site(site)
    with (site / "pelicanconf.py").open("a", encoding="utf-8") as conf:
        conf.write('PATH = "content"\nPLUGINS = ["ambassade"]\n')
