"""`ambassade check --since`: a review that was tampered with together with its lock is found by git."""

from __future__ import annotations

import os
import subprocess
import sys
from shutil import which
from typing import TYPE_CHECKING

import pytest

from ambassade.rules.documentation import RuleDoc, all_rules
from tests.ambassade_command import environment, run
from tests.lock.locked_site import (
    CORRECTED,
    KEY,
    LOCK,
    REVIEW,
    TODAY,
    check,
    commit_all,
    edit,
    git,
    lock,
    make_site,
    read_lock_text,
    write_review,
)
from tests.rules.sample_site import DEFAULT_FILE, parse_sample, write_file, write_site

if TYPE_CHECKING:
    from pathlib import Path

LINK = b"(link) "
SINCE = [doc for doc in all_rules() if doc.module.startswith("ambassade.rules.since.")]


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Return a site with one locked review, all of it committed."""
    site = make_site(tmp_path / "site")
    commit_all(site)
    return site


def lock_anew(site: Path) -> None:
    """Do as whoever hides a change would: make the lock again from nothing."""
    (site / LOCK).unlink()
    lock(site, day="2026-05-20")


def _write(folder: Path, name: str, data: bytes) -> None:
    if data.startswith(LINK):
        (folder / name).symlink_to(data.removeprefix(LINK).decode().strip())
    else:
        write_file(folder, name, data)


def _run_sample(doc: RuleDoc, sample: str, folder: Path) -> list[str]:
    write_site(folder)
    files = parse_sample(sample)
    before = {name: data for name, data in files.items() if name.startswith("before/")}
    for name, data in before.items():
        _write(folder, name.removeprefix("before/"), data)
    commit_all(folder)
    for name in before:
        (folder / name.removeprefix("before/")).unlink()
    for name in files.keys() - before.keys():
        _write(folder, name, files[name])
    told = run("check", "--on", TODAY, "--since", "HEAD", cwd=folder).stdout.splitlines()
    return [line for line in told if f" {doc.rule.code} {doc.rule.name}: " in line]


@pytest.mark.parametrize("doc", SINCE, ids=lambda doc: doc.rule.code)
def test_the_bad_sample_is_faulted(doc: RuleDoc, tmp_path: Path) -> None:
    assert _run_sample(doc, doc.bad, tmp_path) != []


@pytest.mark.parametrize("doc", SINCE, ids=lambda doc: doc.rule.code)
def test_the_good_sample_is_not_faulted(doc: RuleDoc, tmp_path: Path) -> None:
    assert _run_sample(doc, doc.good, tmp_path) == []


def test_nothing_changed_gives_no_line(site: Path) -> None:
    assert check(site, "--since", "HEAD", code=0) == []


@pytest.mark.parametrize(
    ("old", "new", "part"),
    [
        ("quickly", "very quickly", "The title or the words"),
        ("reviewRating: 4", "reviewRating: 5", "The rating"),
        ("Marie", "Maria", "The author's name, work or town"),
        ("2026-05-10", "2026-05-11", "A date"),
    ],
)
def test_a_review_edited_together_with_its_lock_is_found(
    old: str, new: str, part: str, site: Path
) -> None:
    edit(site, old, new)
    lock_anew(site)
    assert check(site, code=0) == []
    (told,) = check(site, "--since", "HEAD", code=1)
    assert f"V105 changed-since: {part} changed since HEAD, and no correction says so." in told


def test_a_change_that_the_lock_tells_is_not_told_twice(site: Path) -> None:
    edit(site, "quickly", "slowly")
    (told,) = check(site, "--since", "HEAD", code=1)
    assert " V102 " in told
    (site / DEFAULT_FILE).unlink()
    (told,) = check(site, "--since", "HEAD", code=1)
    assert " V103 " in told


def test_a_review_that_goes_together_with_its_line_is_found(site: Path) -> None:
    (site / DEFAULT_FILE).unlink()
    (site / LOCK).unlink()
    assert check(site, code=0) == []
    told = check(site, "--since", "HEAD", code=1)
    assert [line.partition(": ")[0] for line in told] == [f"{DEFAULT_FILE}:1:1"]
    assert " V106 gone-since: This review was published at HEAD, and its file is gone." in told[0]


def test_a_line_that_goes_alone_is_found(site: Path) -> None:
    (site / LOCK).unlink()
    (told,) = check(site, "--since", "HEAD", code=1)
    assert f"{LOCK}:1:1: V106 gone-since: The lock of {KEY} is gone" in told


def test_a_hash_that_is_edited_alone_is_found(site: Path) -> None:
    start = read_lock_text(site).index("rating=") + len("rating=")
    text = read_lock_text(site)
    write_file(site, LOCK, f"{text[:start]}{'0' * 32}{text[start + 32 :]}".encode())
    told = check(site, "--since", "HEAD", code=1)
    assert any(
        f"V105 changed-since: The lock of {KEY} is another than at HEAD" in one for one in told
    )


def test_a_correction_a_tombstone_and_a_new_folder_are_no_faults(site: Path) -> None:
    edit(site, "quickly", "very quickly", CORRECTED)
    lock(site)
    assert check(site, "--since", "HEAD", code=0) == []
    write_review(site, REVIEW)
    git(site, "checkout", "--quiet", LOCK)
    (site / "reviews/kettle").rename(site / "reviews/teapot")
    lock(site)
    assert check(site, "--since", "HEAD", code=0) == []


def test_a_forgotten_review_keeps_its_rating(site: Path) -> None:
    write_file(site, LOCK, f"{KEY} forgotten=2026-05-30\n".encode())
    write_review(site, "author: Nobody\nreviewRating: 4\nconsent: {withdrawn: 2026-05-30}\n")
    assert not [one for one in check(site, "--since", "HEAD", code=0) if " V1" in one]
    write_review(site, "author: Nobody\nreviewRating: 5\nconsent: {withdrawn: 2026-05-30}\n")
    assert any(
        "The rating changed since HEAD" in one for one in check(site, "--since", "HEAD", code=1)
    )
    (site / DEFAULT_FILE).unlink()
    assert any("its rating is gone" in one for one in check(site, "--since", "HEAD", code=1))


def test_a_tombstone_cannot_be_taken_out(site: Path) -> None:
    (site / DEFAULT_FILE).unlink()
    write_file(site, LOCK, f"{KEY} forgotten=2026-05-30\n".encode())
    commit_all(site)
    (site / LOCK).unlink()
    assert any(" V106 " in line for line in check(site, "--since", "HEAD", code=1))
    write_review(site, REVIEW)
    lock(site)
    told = check(site, "--since", "HEAD", code=1)
    assert any(f"The lock of {KEY} is another" in line for line in told)


def test_a_review_that_was_not_published_then_may_change(tmp_path: Path) -> None:
    site = make_site(tmp_path, REVIEW + "status: pending\n", locked=False)
    commit_all(site)
    edit(site, "quickly", "slowly")
    assert check(site, "--since", "HEAD", code=0) == []


def test_a_site_in_a_folder_of_a_repository_is_compared(tmp_path: Path) -> None:
    site = make_site(tmp_path / "shop" / "site")
    commit_all(tmp_path)
    edit(site, "quickly", "slowly")
    lock_anew(site)
    assert " V105 " in check(site, "--since", "main", code=1)[0]


def test_a_hook_of_git_can_run_it(site: Path) -> None:
    edit(site, "quickly", "slowly")
    lock_anew(site)
    line = f'"$PYTHON" -m ambassade check --on {TODAY} --since HEAD'
    hook = site / ".git/hooks/pre-commit"
    hook.write_text(f"#!/bin/sh\n{line}\n", encoding="utf-8")
    hook.chmod(0o755)
    git(site, "add", "--all")
    assert _commit(site) == 1


def _commit(site: Path) -> int:
    who = ["-c", "user.name=Editor", "-c", "user.email=editor@example.com"]
    line = ["git", *who, "commit", "--quiet", "--message", "Better words"]
    env = {**environment(), "PYTHON": sys.executable}
    done = subprocess.run(line, cwd=site, env=env, capture_output=True, text=True, check=False)
    assert " V105 " in done.stdout + done.stderr
    return done.returncode


def test_replaced_objects_cannot_deny_the_history(site: Path) -> None:
    before = git(site, "rev-parse", f"HEAD:{DEFAULT_FILE}").strip()
    edit(site, "quickly", "slowly")
    lock_anew(site)
    after = git(site, "hash-object", "-w", DEFAULT_FILE).strip()
    git(site, "replace", before, after)
    assert " V105 " in check(site, "--since", "HEAD", code=1)[0]


@pytest.mark.parametrize(
    "revision",
    ["nowhere", "", "--help", "-x", "--output=found", "HEAD:reviews", "HEAD^{tree}", "a b;c"],
)
def test_a_revision_that_is_none_is_told_on_one_line(revision: str, site: Path) -> None:
    done = run("check", f"--since={revision}", cwd=site, check=2)
    assert done.stderr == f"git knows no revision {revision}.\n"
    assert not (site / "found").exists()


def test_without_a_repository_it_is_wrong_usage(tmp_path: Path) -> None:
    make_site(tmp_path, locked=False)
    done = run("check", "--since", "HEAD", cwd=tmp_path, check=2)
    assert "git opens no repository around" in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_a_shallow_clone_says_what_is_missing(site: Path, tmp_path: Path) -> None:
    first = git(site, "rev-parse", "HEAD").strip()
    write_review(site, REVIEW + "featured: true\n")
    commit_all(site)
    shallow = tmp_path / "shallow"
    git(tmp_path, "clone", "--quiet", "--depth=1", site.as_uri(), str(shallow))
    assert "this clone is shallow" in run("check", "--since", first, cwd=shallow, check=2).stderr


def test_without_git_it_is_the_environment(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(site))
    done = run("check", "--since", "HEAD", cwd=site, check=3)
    assert done.stderr == "--since needs git, which is not installed.\n"


def test_git_is_started_as_often_for_many_items_and_each_rated_one_is_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site, wrapper = tmp_path / "site", tmp_path / "bin/git"
    write_site(site)
    item = "type: Product\nname: {}\ncollection: complete\n"
    for number in range(20):
        write_file(site, f"reviews/cup{number}/item.yaml", item.format(number).encode())
        if number % 2:
            write_review(site, REVIEW, f"reviews/cup{number}/2026-05-14-fine.yaml")
    commit_all(site)
    for number in range(20):
        selected = item.format(number).replace("complete", "selection")
        write_file(site, f"reviews/cup{number}/item.yaml", selected.encode())
    wrapper.parent.mkdir()
    wrapper.write_text(f'#!/bin/sh\necho >> {tmp_path}/started\nexec {which("git")} "$@"\n')
    wrapper.chmod(0o755)
    monkeypatch.setenv("PATH", f"{wrapper.parent}:{os.environ['PATH']}")
    told = [one for one in check(site, "--since", "HEAD", code=0) if " V110 " in one]
    odd = {f"reviews/cup{number}/item.yaml" for number in range(1, 20, 2)}
    assert {one.partition(":")[0] for one in told} == odd
    assert len((tmp_path / "started").read_text()) < 10


def test_other_line_ends_in_the_working_copy_are_no_change(site: Path) -> None:
    path = site / DEFAULT_FILE
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    lock_text = read_lock_text(site).replace("\n", "\r\n")
    (site / LOCK).write_bytes(lock_text.encode())
    assert check(site, "--since", "HEAD", code=0) == []
