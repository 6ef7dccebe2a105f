"""`ambassade build`: the site is there whole, or the former one is, untouched."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.ambassade_command import files_of, run
from tests.rules.sample_site import write_file, write_site

if TYPE_CHECKING:
    from pathlib import Path

REVIEW = "reviews/kettle/2026-05-14-saved-us-a-week.yaml"
GOOD = b"author: Marie Dupont\nreviewRating: 5\nreviewBody: It boils water.\n"
DAY = ("--on", "2026-06-01")


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Return a small site, built."""
    site = tmp_path / "site"
    write_site(site)
    write_file(site, REVIEW, GOOD)
    run("build", *DAY, cwd=site, check=0)
    return site


def test_the_site_is_in_output_with_its_manifest(site: Path) -> None:
    built = files_of(site / "output")
    for name in ("index.html", "fr/index.html", "404.html", "sitemap.xml", "robots.txt"):
        assert name in built
    assert "reviews/kettle/2026-05-14-saved-us-a-week/index.html" in built
    assert ".ambassade-manifest.json" in built


def test_nothing_else_is_left_in_the_site(site: Path) -> None:
    assert {path.name for path in site.iterdir()} == {
        ".ambassade", "content", "output", "pelicanconf.py", "reviews",
    }  # fmt: skip


def test_an_error_leaves_the_former_site_untouched(site: Path) -> None:
    before = files_of(site / "output")
    write_file(site, REVIEW, GOOD + b"reviewRating: 4\n")
    done = run("build", *DAY, cwd=site, check=1)
    assert "Y110 duplicate-key" in done.stdout
    assert files_of(site / "output") == before


def test_an_error_writes_nothing_where_there_was_nothing(tmp_path: Path) -> None:
    write_site(tmp_path)
    write_file(tmp_path, REVIEW, b"reviewRating: 6\n")
    run("build", *DAY, cwd=tmp_path, check=1)
    assert not (tmp_path / "output").exists()


def test_what_is_no_longer_there_leaves_the_output(site: Path) -> None:
    (site / REVIEW).unlink()
    run("build", *DAY, cwd=site, check=0)
    assert not list((site / "output/reviews/kettle").glob("2026*"))


def test_the_number_of_jobs_changes_no_byte(sample_site: Path, tmp_path: Path) -> None:
    for jobs in ("1", "3"):
        run(
            "build", "--on", "2026-11-21", "--jobs", jobs, "--output", tmp_path / jobs,
            cwd=sample_site, check=0,
        )  # fmt: skip
    assert files_of(tmp_path / "1") == files_of(tmp_path / "3")
    assert files_of(tmp_path / "1") == files_of(sample_site / "output")


def test_another_settings_file_and_site_and_output_may_be_named(site: Path, tmp_path: Path) -> None:
    conf = (site / "pelicanconf.py").read_text(encoding="utf-8")
    write_file(site, "other.py", conf.replace('"Kettles"', '"Teapots"').encode())
    target = tmp_path / "elsewhere"
    run(
        "build", "--site", site, "--settings", "other.py", "--output", target, *DAY,
        cwd=tmp_path, check=0,
    )  # fmt: skip
    assert "Teapots" in (target / "index.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("inside", ["content", "reviews/new", "theme/x"])
def test_an_output_among_the_sources_is_refused(inside: str, site: Path) -> None:
    before = files_of(site)
    run("build", *DAY, "--output", site / inside, cwd=site, check=2)
    assert files_of(site) == before


def test_an_output_within_a_built_site_is_refused(site: Path) -> None:
    before = files_of(site / "output")
    run("build", *DAY, "--output", site / "output/sub", cwd=site, check=2)
    assert files_of(site / "output") == before


def test_an_output_with_files_of_ones_own_is_refused_and_they_are_named(site: Path) -> None:
    (site / "output/CNAME").write_text("example.com", encoding="utf-8")
    done = run("build", *DAY, cwd=site, check=2)
    assert "CNAME" in done.stderr
    assert (site / "output/CNAME").read_text(encoding="utf-8") == "example.com"


def test_an_output_that_is_a_file_or_a_symlink_is_refused(site: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine", encoding="utf-8")
    (tmp_path / "link").symlink_to(site / "output")
    for name in ("file", "link"):
        run("build", *DAY, "--output", tmp_path / name, cwd=site, check=2)
    assert (tmp_path / "file").read_text(encoding="utf-8") == "mine"


def test_a_story_that_pelican_passes_over_stops_the_build(site: Path) -> None:
    story = b"Title: Kettles at sea\nDate: 2026-05-01\n\nThey float.\n"
    write_file(site, "content/stories/kettles.md", story)
    with (site / "pelicanconf.py").open("a", encoding="utf-8") as conf:
        conf.write('IGNORE_FILES = ["kettles.md"]\n')
    before = files_of(site / "output")
    assert "P101 body-not-read" in run("build", *DAY, cwd=site, check=1).stdout
    assert files_of(site / "output") == before
    assert not list(site.glob(".output*"))


def test_a_picture_that_nobody_may_see_stays_in_content(site: Path) -> None:
    write_file(
        site, "content/images/portrait.png", (site / "content/images/kettle.png").read_bytes()
    )
    write_file(
        site,
        REVIEW,
        b"author: {name: Marie Dupont, image: images/portrait.png}\nreviewBody: It boils.\n"
        b"image: images/kettle.png\nconsent: {given: 2026-05-01, scope: [text]}\n",
    )
    run("build", *DAY, cwd=site, check=0)
    assert not (site / "output/images").exists()
