"""Exit code 3: what is not the site's fault. One clear line, and the former site stays."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.ambassade_command import files_of, run
from tests.rules.sample_site import write_file, write_site

if TYPE_CHECKING:
    from pathlib import Path

REVIEW = "reviews/kettle/2026-05-14-saved-us-a-week.yaml"
DAY = ("--on", "2026-06-01")
MEDDLER = """\
from pathlib import Path

from pelican import signals


def meddle(pelican):
    with Path("{review}").open("a") as file:
        file.write("name: Changed meanwhile\\n")


def register():
    signals.initialized.connect(meddle)
"""


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Return a small site, built."""
    write_site(tmp_path)
    write_file(tmp_path, REVIEW, b"author: Marie Dupont\nreviewRating: 5\n")
    run("build", *DAY, cwd=tmp_path, check=0)
    return tmp_path


def test_a_source_that_changes_during_the_build_stops_it(site: Path) -> None:
    before = files_of(site / "output")
    write_file(site, "plugins/meddler.py", MEDDLER.format(review=REVIEW).encode())
    with (site / "pelicanconf.py").open("a", encoding="utf-8") as conf:
        conf.write('PLUGIN_PATHS = ["plugins"]\nPLUGINS = ["ambassade", "meddler"]\n')
    done = run("build", *DAY, cwd=site, check=3)
    assert REVIEW in done.stderr
    assert "changed during the build" in done.stderr
    assert files_of(site / "output") == before
    assert not list(site.glob(".output*"))


def test_a_file_that_cannot_be_read_is_named(site: Path) -> None:
    before = files_of(site / "output")
    (site / "reviews/kettle/2026-05-15-gone.yaml").symlink_to(site / "nowhere")
    done = run("build", *DAY, cwd=site, check=3)
    assert "2026-05-15-gone.yaml" in done.stderr
    assert len(done.stderr.splitlines()) == 1
    assert files_of(site / "output") == before


def test_an_output_where_nothing_can_be_written_is_named(site: Path) -> None:
    done = run("build", *DAY, "--output", "/proc/nowhere/output", cwd=site, check=3)
    assert "/proc/nowhere" in done.stderr
    assert len(done.stderr.splitlines()) == 1
