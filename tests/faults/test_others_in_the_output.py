"""What Pelican copies, what lies in `.ambassade/spare/`: nothing served is touched, warm is as cold."""

from __future__ import annotations

import os
import shutil
from typing import TYPE_CHECKING

import pytest

from tests.ambassade_command import files_of, run
from tests.faults.faulty_site import (
    DAY,
    REVIEW,
    build,
    cold_bytes,
    copy_site,
    end,
    start_ordinary_build,
    swap_words,
)
from tests.rules.sample_site import write_file

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

EXTRA = """
STATIC_PATHS = ["extra"]
EXTRA_PATH_METADATA = {{"extra/x": {{"path": "{path}"}}}}
"""
PAGE = "reviews/kettle/index.html"


def copy_to(site: Path, path: str, data: bytes = b"theirs") -> None:
    """Let Pelican copy a file to `path` of the output."""
    write_file(site, "content/extra/x", data)
    with (site / "pelicanconf.py").open("a", encoding="utf-8") as conf:
        conf.write(EXTRA.format(path=path))


@pytest.mark.parametrize("path", [PAGE, f"./{PAGE}", "reviews//kettle/index.html"])
def test_what_pelican_would_copy_over_a_page_gives_way_and_no_served_file_is_touched(
    site: Path, tmp_path: Path, path: str
) -> None:
    build(site)
    ours = (site / "output" / PAGE).read_bytes()
    os.link(site / "output" / PAGE, site / "probe")
    copy_to(site, path)
    build(site)
    assert (site / "output" / PAGE).read_bytes() == (site / "probe").read_bytes() == ours
    swap_words(site)
    build(site)
    assert files_of(site / "output") == cold_bytes(site, tmp_path / "cold")


@pytest.mark.parametrize(
    "path",
    ["reviews/cup/index.html", "reviews/Cup/index.html", "reviews/cup", "reviews/cup/index.html/x"],
)
def test_a_new_page_at_a_copied_file_gives_what_a_cold_build_gives(
    site: Path, tmp_path: Path, path: str
) -> None:
    copy_to(site, path)
    build(site)
    build(site)
    shutil.copytree(site / "reviews/kettle", site / "reviews/cup")
    cold = copy_site(site, tmp_path / "cold", cold=True)
    expected = run("build", *DAY, cwd=cold)
    again = run("build", *DAY, cwd=site)
    assert again.returncode == expected.returncode
    if expected.returncode == 0:
        assert files_of(site / "output") == files_of(cold / "output")


def test_a_copied_file_below_the_theme_goes_with_its_source(site: Path, tmp_path: Path) -> None:
    copy_to(site, "theme/x.css")
    build(site)
    (site / "content/extra/x").unlink()
    for _ in range(2):
        build(site)
        assert files_of(site / "output") == cold_bytes(site, tmp_path / f"cold-{_}")


def lose_the_last_build(site: Path) -> None:
    shutil.rmtree(site / ".ambassade/builds")
    build(site)


def lose_the_output(site: Path) -> None:
    shutil.rmtree(site / "output")
    build(site)


def change_all(site: Path) -> None:
    swap_words(site, "Kettle Works", "Teapot Works", "pelicanconf.py")
    build(site)


def build_by_other_settings(site: Path) -> None:
    write_file(site, "publishconf.py", b"from pelicanconf import *\n")
    build(site, "--settings", "publishconf.py")


@pytest.mark.parametrize(
    "happens",
    [lose_the_last_build, lose_the_output, change_all, build_by_other_settings],
    ids=lambda one: one.__name__,
)
def test_no_spare_outlives_what_the_site_says(site: Path, happens: Callable[[Path], None]) -> None:
    build(site)
    swap_words(site, "It boils water.", "It UNIQUES water.", REVIEW)
    build(site)
    with (site / "reviews/pot/item.yaml").open("a", encoding="utf-8") as item:
        item.write("# more\n")
    build(site)
    swap_words(site, "It UNIQUES water.", "It boils water.", REVIEW)
    happens(site)
    kept = files_of(site / ".ambassade" / "spare") if (site / ".ambassade/spare").is_dir() else {}
    assert not [name for name, data in kept.items() if b"UNIQUES" in data]
    assert b"UNIQUES" not in b"".join(files_of(site / "output").values())


def test_a_link_in_the_place_of_the_spares_is_not_followed(site: Path, tmp_path: Path) -> None:
    write_file(tmp_path, "mine/pelicanconf/a", b"mine")
    shutil.rmtree(site / ".ambassade/spare", ignore_errors=True)
    (site / ".ambassade/spare").symlink_to(tmp_path / "mine")
    swap_words(site)
    build(site)
    assert files_of(tmp_path / "mine") == {"pelicanconf/a": b"mine"}


def test_empty_folders_of_a_spare_are_not_published(site: Path) -> None:
    swap_words(site)
    build(site)
    (site / ".ambassade/spare/pelicanconf/zz/empty").mkdir(parents=True)
    swap_words(site, "It heats water.", "It boils water.")
    build(site)
    assert not (site / "output/zz").exists()


@pytest.mark.parametrize("folder", ["output", "output/fr"])
def test_folders_that_were_closed_do_not_stop_the_next_build(
    site: Path, tmp_path: Path, folder: str
) -> None:
    (site / folder).chmod(0o555)
    swap_words(site)
    code, errors = end(start_ordinary_build(site))
    assert code == 0, errors
    (site / "output").chmod(0o755)
    assert files_of(site / "output") == cold_bytes(site, tmp_path / "cold")


def test_settings_are_found_from_any_folder(site: Path, tmp_path: Path) -> None:
    write_file(site, "publishconf.py", b"from pelicanconf import *\n")
    settings = site / "publishconf.py"
    run("build", *DAY, "--site", site, "--settings", settings, cwd=tmp_path, check=0)


def _put_file(folder: Path) -> None:
    (folder / "mine.txt").write_text("mine")


def _put_lost_link(folder: Path) -> None:
    (folder / "mine.txt").symlink_to("nowhere")


def _put_file_deeper(folder: Path) -> None:
    (folder / "mine.txt").mkdir()
    (folder / "mine.txt/mine").write_text("mine")


@pytest.mark.parametrize("jobs", ["1", "2"])
@pytest.mark.parametrize("put", [_put_file, _put_lost_link, _put_file_deeper])
def test_what_somebody_put_into_a_folder_of_the_site_outlives_an_edit(
    put: Callable[[Path], None], jobs: str, site: Path
) -> None:
    build(site)
    put(site / "output/reviews/kettle")
    before = files_of(site / "output")
    swap_words(site)
    told = run("build", *DAY, "--jobs", jobs, cwd=site, check=2).stderr
    assert "reviews/kettle/mine.txt" in told
    assert "Move them away or name another folder." in told
    assert files_of(site / "output") == before
    assert os.path.lexists(site / "output/reviews/kettle/mine.txt")
    assert not [*site.glob(".output*")]
