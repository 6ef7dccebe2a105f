"""Which output folders are refused, each untouched and with its reason."""

import re
from pathlib import Path

import pytest

from ambassade.output_place import MANIFEST_NAME
from ambassade.publish.manifest import write_manifest
from ambassade.publish.output_folder import check_output
from ambassade.stop import EnvironmentFault, WrongUsage
from tests.publish.folders import Mount, read_tree


def refuse(output: Path, site: Path, reason: str) -> str:
    with pytest.raises(WrongUsage, match=re.escape(reason)) as caught:
        check_output(output, site)
    assert str(output) in str(caught.value)
    return str(caught.value)


def test_a_missing_folder_is_fine_and_not_made(site: Path) -> None:
    check_output(site / "output", site)
    check_output(site / ".ambassade" / "serve", site)
    check_output(site / "not" / "yet" / "there", site)
    assert not (site / "output").exists()
    assert not (site / "not").exists()


def test_an_empty_folder_and_a_folder_of_ours_are_fine(site: Path) -> None:
    output = site / "output"
    (output / "kettle").mkdir(parents=True)
    check_output(output, site)
    (output / "kettle" / "index.html").write_text("x")
    write_manifest(output)
    before = read_tree(output)
    check_output(output, site)
    assert read_tree(output) == before


def test_a_file_is_refused(site: Path) -> None:
    (site / "output").write_text("mine")
    refuse(site / "output", site, "is a file")
    assert (site / "output").read_text() == "mine"


def test_a_link_is_refused_whatever_it_leads_to(site: Path, tmp_path: Path) -> None:
    (tmp_path / "www").mkdir()
    for target in ("www", "nothing"):
        link = site / f"to-{target}"
        link.symlink_to(tmp_path / target)
        refuse(link, site, "symbolic link")
        assert link.is_symlink()


@pytest.mark.parametrize("name", ["content", "reviews", "theme", "plugins", ".git", ".ambassade"])
@pytest.mark.parametrize("below", ["", "new", "new/deep"])
def test_a_source_folder_and_all_below_it_is_refused(site: Path, name: str, below: str) -> None:
    before = read_tree(site)
    refuse(site / name / below, site, f"{site / name}.")
    assert read_tree(site) == before


def test_a_source_folder_that_is_not_there_yet_is_refused_too(tmp_path: Path) -> None:
    refuse(tmp_path / "theme" / "output", tmp_path, "theme")


def test_the_site_and_what_contains_it_is_refused(site: Path) -> None:
    for output in (site, site.parent, Path("/"), site / "output" / ".."):
        refuse(output, site, "own folder")


def test_a_folder_that_contains_a_linked_source_is_refused(site: Path, tmp_path: Path) -> None:
    (tmp_path / "shared" / "stories").mkdir(parents=True)
    (site / "content" / "kept.txt").unlink()
    (site / "content").rmdir()
    (site / "content").symlink_to(tmp_path / "shared" / "stories")
    refuse(tmp_path / "shared", site, "content")
    refuse(tmp_path / "shared" / "stories" / "output", site, "content")


def test_dots_and_linked_parents_do_not_get_around_it(
    site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "by-link").symlink_to(site)
    refuse(tmp_path / "by-link" / "reviews" / "output", site, "reviews")
    refuse(site / "reviews" / "output", tmp_path / "by-link", "reviews")
    refuse(site / "new" / ".." / "content", site, "content")
    monkeypatch.chdir(site)
    refuse(Path("theme") / "output", Path(), "theme")
    refuse(Path(), Path(), "own folder")


def test_a_source_folder_under_another_name_is_still_that_folder(
    site: Path, tmp_path: Path, mount: Mount
) -> None:
    (tmp_path / "other-name").mkdir()
    mount("--bind", site / "reviews", tmp_path / "other-name")
    refuse(tmp_path / "other-name" / "output", site, "reviews")


def test_a_folder_whose_name_only_begins_like_a_source_is_fine(site: Path) -> None:
    check_output(site / "content-built", site)


def test_files_without_a_list_are_refused_five_named_and_all_counted(site: Path) -> None:
    output = site / "output"
    output.mkdir()
    for number in range(1, 8):
        (output / f"holiday-{number}.jpg").write_text("x")
    before = read_tree(output)

    said = refuse(output, site, "(7)")

    assert "holiday-1.jpg" in said
    assert "holiday-5.jpg, …" in said
    assert "holiday-6.jpg" not in said
    assert read_tree(output) == before


def test_one_file_that_is_not_listed_is_refused_and_ours_are_not_named(site: Path) -> None:
    output = site / "output"
    (output / ".git").mkdir(parents=True)
    (output / "index.html").write_text("x")
    write_manifest(output)
    (output / ".git" / "HEAD").write_text("ref")

    said = refuse(output, site, "(1): .git/HEAD.")

    assert "index.html" not in said
    assert (output / ".git" / "HEAD").read_text() == "ref"


def test_a_link_to_a_folder_inside_the_output_is_named(site: Path, tmp_path: Path) -> None:
    output = site / "output"
    output.mkdir()
    write_manifest(output)
    (tmp_path / "photos").mkdir()
    (output / "photos").symlink_to(tmp_path / "photos")
    refuse(output, site, "(1): photos.")


def test_a_folder_whose_list_is_corrupt_is_not_ours(site: Path) -> None:
    output = site / "output"
    output.mkdir()
    (output / MANIFEST_NAME).write_text("{")
    refuse(output, site, f"(1): {MANIFEST_NAME}.")


def test_a_file_name_cannot_rewrite_the_terminal(site: Path) -> None:
    (site / "output").mkdir()
    (site / "output" / "\x1b[2Jgone").write_text("x")
    assert "\x1b" not in refuse(site / "output", site, "[2Jgone")


@pytest.mark.parametrize("bound", [True, False])
def test_a_folder_at_which_a_disk_is_mounted_is_told_before_anything_is_done(
    site: Path,
    tmp_path: Path,
    mount: Mount,
    bound: bool,  # noqa: FBT001 - pytest's way
) -> None:
    output, other = site / "out put", tmp_path / "other"
    for each in (output, other):
        each.mkdir()
    mount(*(("--bind", other) if bound else ("-t", "tmpfs", "tmpfs")), output)
    with pytest.raises(EnvironmentFault, match=r"A disk is mounted at .*out put"):
        check_output(output, site)
    check_output(output / "site", site)
