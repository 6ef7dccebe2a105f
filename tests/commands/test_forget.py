"""`ambassade forget`: the person leaves the files, whole or not at all; the rating stays."""

from __future__ import annotations

import fcntl
import json
import os
import pty
import re
import resource
import subprocess
import sys
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import pytest

from tests.ambassade_command import copy_sample, environment, files_of, run
from tests.pseudo_terminal import converse
from tests.rules.sample_site import SETTINGS, write_file, write_site

if TYPE_CHECKING:
    from pathlib import Path

KEY = "kettle/2026-05-14-saved-us-a-week"
FILE = f"reviews/{KEY}.yaml"
LOCK = "reviews/verbatim.lock"
PERSONAL = """\
author:
  name: Zenobia Quartermain
  jobTitle: Falconer
  worksFor: Mews and Sons
  addressLocality: Thistleford
  url: https://falconer.example/zenobia
  image: images/portrait.png
  display: full
reviewRating: {ratingValue: 7, bestRating: 10, worstRating: 0}
name: A heron of a kettle
reviewBody: It stood in the shallows and boiled until the reeds applauded.
dateExperienced: 2026-05-02
dateReceived: 2026-05-12
reply: {text: Thank you Zenobia.}
provenance: {source: email, verification: order, evidence: order-secretive, incentive: a mug}
image: images/holiday.png
video: {embedUrl: "https://film.example/zenobia", thumbnailUrl: images/still.png, transcript: Hullo there}
translations: {fr: {reviewBody: Un héron de bouilloire.}}
corrections: [{date: 2026-05-20, by: author, reason: A heron it was, was: 00ff00ff}]
consent: {given: 2026-05-10, scope: [text, name, photo, video], expires: 2031-05-10}
"""
OTHER = """\
author: Marie Dupont
reviewRating: 4
reviewBody: Boils.
consent: {given: 2026-05-01, scope: text}
"""
FILTER_REPO = """\
#!/bin/sh
# --force --invert-paths --path FILE --path FILE ...
shift 2
files=$(echo "$*" | sed 's/--path //g')
git filter-branch --index-filter "git rm -q --cached --ignore-unmatch $files" -- --branches
if git remote | grep -qx origin; then git remote rm origin; fi
"""
WORDS = re.compile(
    r"zenobia|quartermain|falcon|mews|thistleford|heron|shallows|reeds|secretive|mug|hullo|héron"
    r"|00ff00ff|portrait\.png|holiday\.png|still\.png",
    re.IGNORECASE,
)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Return a site with a review that tells much of a person, and another one."""
    write_site(tmp_path)
    picture = (tmp_path / "content/images/kettle.png").read_bytes()
    for name in ("portrait", "holiday", "still"):
        write_file(tmp_path, f"content/images/{name}.png", picture)
    write_file(tmp_path, FILE, PERSONAL.encode())
    write_file(tmp_path, "reviews/kettle/2026-05-15-other.yaml", OTHER.encode())
    return tmp_path


def _today() -> str:
    return datetime.now(tz=UTC).date().isoformat()


def _forget(site: Path, *words: str, key: str = KEY, check: int = 0) -> dict[str, Any]:
    told: dict[str, Any] = json.loads(
        run("forget", key, "--json", *words, cwd=site, check=check).stdout
    )
    return told


def _numbers(site: Path) -> tuple[dict[str, Any], list[str]]:
    """Return the ledger, and each average that the built pages tell."""
    run("build", cwd=site, check=0)
    ledger = json.loads((site / "output/api/v1/ledger.json").read_text())
    items = json.loads((site / "output/api/v1/items.json").read_text())
    return ledger, re.findall(r'"rating\w+": [\d.]+', json.dumps(items))


def _but_memory(site: Path) -> dict[str, bytes]:
    return {name: data for name, data in files_of(site).items() if ".ambassade" not in name}


def _git(site: Path, *words: str) -> str:
    return subprocess.run(
        ["git", "-c", "user.name=Nobody", "-c", "user.email=nobody@example.com", *words],  # noqa: S607
        cwd=site, check=True, capture_output=True, text=True,
    ).stdout  # fmt: skip


def test_nothing_of_the_person_stays_in_the_files(site: Path) -> None:
    run("lock", cwd=site, check=0)
    _forget(site)
    kept = {name: data for name, data in files_of(site).items() if not name.startswith("output")}
    for name, data in kept.items():
        assert not WORDS.search(name + data.decode("utf-8", "replace")), name


def test_the_copies_of_pictures_that_builds_keep_go_too(site: Path) -> None:
    write_file(site, ".ambassade/pictures/0a1b.copies", b"a portrait")
    _forget(site, "--dry-run")
    assert (site / ".ambassade/pictures").is_dir()
    _forget(site)
    assert not (site / ".ambassade/pictures").exists()


def _kept_words(site: Path) -> set[str]:
    """Return the files below `.ambassade/` that hold anything of the person."""
    kept = files_of(site / ".ambassade")
    return {name for name, data in kept.items() if WORDS.search(data.decode("utf-8", "ignore"))}


def test_what_builds_keep_of_the_person_goes_at_once_and_before_all_else(site: Path) -> None:
    run("build", cwd=site, check=0)
    run("build", "--drafts", "--output", ".ambassade/serve", cwd=site, check=0)
    half = (site / ".ambassade/shards/pelicanconf/kettle.shard").read_bytes()
    write_file(site, ".ambassade/shards/pelicanconf/kettle.shard-7.new", half)
    found = _kept_words(site)
    assert {name.split("/")[0] for name in found} == {
        "builds", "cards", "shards", "serve", "spare",
    }  # fmt: skip
    assert {name.split("/")[1] for name in found if name[:6] == "shards"} == {
        "pelicanconf", "pelicanconf-drafts",
    }  # fmt: skip
    _forget(site, "--dry-run")
    assert _kept_words(site) == found
    # Where the files themselves cannot be written, nothing is kept all the same.
    (site / f"reviews/.{LOCK.rpartition('/')[2]}.forgetting").mkdir()
    run("forget", KEY, "--yes", "--json", cwd=site, check=3)
    assert _kept_words(site) == set()
    (site / f"reviews/.{LOCK.rpartition('/')[2]}.forgetting").rmdir()
    run("build", cwd=site, check=0)
    assert _kept_words(site)
    _forget(site)
    assert _kept_words(site) == set()
    run("build", cwd=site, check=0)
    assert _kept_words(site) == set()


def test_a_rated_review_becomes_a_stub_with_a_tombstone_and_its_ratings_hash_alone(
    site: Path,
) -> None:
    run("lock", cwd=site, check=0)
    _forget(site)
    stub, lock = (site / FILE).read_text(), (site / LOCK).read_text()
    assert f"# Forgotten on {_today()}" in stub
    assert "reviewRating: {ratingValue: 7, bestRating: 10, worstRating: 0}" in stub
    assert f"consent: {{given: 2026-05-10, withdrawn: {_today()}}}" in stub
    assert re.search(rf"\n{KEY} forgotten={_today()} rating=[0-9a-f]{{32}}( counts=yes)?\n", lock)
    assert "kettle/2026-05-15-other words=" in lock


@pytest.mark.parametrize("locked", [True, False])
def test_the_site_passes_check_afterwards_and_says_nothing_of_it(site: Path, locked: bool) -> None:  # noqa: FBT001
    if locked:
        run("lock", cwd=site, check=0)
    _forget(site)
    told = run("check", cwd=site, check=0).stdout
    assert FILE not in told


def test_averages_and_counts_stay_and_the_ledger_counts_it_as_forgotten(site: Path) -> None:
    before, average = _numbers(site)
    _forget(site)
    after, now = _numbers(site)
    assert now == [each.replace('"reviewCount": 2', '"reviewCount": 1') for each in average]
    assert any("ratingCount" in each for each in now)
    assert (before["received"], before["published"], before["forgotten"]) == (2, 2, 0)
    assert (after["received"], after["published"], after["forgotten"]) == (2, 1, 1)
    assert after["items"][0]["years"]["2026"]["forgotten"] == 1
    policy = (site / "output/review-policy/index.html").read_text()
    assert "Erased" in policy


def test_its_page_and_its_pictures_are_gone_from_the_next_build(site: Path) -> None:
    run("build", cwd=site, check=0)
    assert WORDS.search(
        "".join(data.decode("utf-8", "replace") for data in files_of(site / "output").values())
    )
    _forget(site)
    run("build", cwd=site, check=0)
    for name, data in files_of(site / "output").items():
        if not name.startswith("theme/"):
            found = WORDS.search(name + data.decode("utf-8", "replace"))
            assert not found, (name, found)
        assert KEY not in name


@pytest.mark.parametrize(
    "status",
    [
        "pending",
        "withheld\nwithheldFor: abusive",
        "withheld\nwithheldFor: fake",
        "withdrawn\nwithdrawn: {date: 2026-05-20, by: author}",
    ],
)
def test_any_status_and_ground_stays_and_no_average_moves(site: Path, status: str) -> None:
    write_file(site, FILE, f"{PERSONAL}status: {status}\ndatePublished: 2026-05-13\n".encode())
    _, average = _numbers(site)
    _forget(site)
    assert f"status: {status.splitlines()[0]}" in (site / FILE).read_text()
    assert "datePublished: 2026-05-13" in (site / FILE).read_text()
    assert _numbers(site)[1] == average


@pytest.mark.parametrize("origin", ["publisher: Elsewhere", "relationship: employee"])
def test_what_decides_whether_it_counts_is_kept(site: Path, origin: str) -> None:
    write_file(
        site, FILE, f"author: Zed Quince\nreviewRating: 1\nprovenance: {{{origin}}}\n".encode()
    )
    _, average = _numbers(site)
    _forget(site)
    assert origin in (site / FILE).read_text()
    assert _numbers(site)[1] == average


def test_a_testimonial_is_removed_and_stays_counted_as_received(site: Path) -> None:
    write_file(site, FILE, b"author: Zed Quince\nreviewBody: It boils.\n")
    told = _forget(site)
    assert told["deleted"] == [FILE]
    assert not (site / FILE).exists()
    assert f"\n{KEY} forgotten={_today()}\n" in (site / LOCK).read_text()
    run("check", cwd=site, check=0)
    ledger, _ = _numbers(site)
    assert (ledger["received"], ledger["forgotten"]) == (2, 1)


def test_a_second_time_there_is_nothing_left_to_do(site: Path) -> None:
    _forget(site)
    before = files_of(site)
    done = run("forget", KEY, cwd=site, check=0)
    assert f"{KEY} was forgotten on {_today()}; there is nothing left to do." in done.stderr
    assert files_of(site) == before


def test_words_that_came_back_are_forgotten_again(site: Path) -> None:
    _forget(site)
    write_file(site, FILE, PERSONAL.encode())
    assert "V108" in run("check", cwd=site, check=1).stdout
    assert _forget(site)["written"] == [LOCK, FILE]
    run("check", cwd=site, check=0)


def test_a_dry_run_tells_the_same_and_writes_nothing(site: Path) -> None:
    before = files_of(site)
    foretold = _forget(site, "--dry-run")
    assert files_of(site) == before
    done = _forget(site)
    assert foretold["done"] is False
    assert {**foretold, "done": True, "remaining": []} == {**done, "remaining": []}


def test_pictures_that_others_use_are_kept_and_named(site: Path) -> None:
    story = "Title: Tea\nDate: 2026-05-20\n\n![It](/images/holiday.png)\n"
    write_file(site, "content/stories/tea.md", story.encode())
    write_file(site, "reviews/kettle/2026-05-15-other.yaml", f"{OTHER}image: still.png\n".encode())
    told = _forget(site)
    assert told["deleted"] == ["content/images/portrait.png"]
    assert told["kept"] == {
        "content/images/holiday.png": ["content/stories/tea.md"],
        "content/images/still.png": ["reviews/kettle/2026-05-15-other.yaml"],
    }
    assert (site / "content/images/holiday.png").exists()
    assert (site / "content/images/kettle.png").exists()


def test_every_place_where_the_person_still_is_is_named(site: Path) -> None:
    second = "author: Zenobia  QUARTERMAIN\nreviewRating: 3\n"
    write_file(site, "reviews/kettle/2026-05-16-again.yaml", second.encode())
    write_file(
        site, "content/stories/a.md", f"Title: A\nDate: 2026-05-20\nReviews: {KEY}\n\nTea.".encode()
    )
    write_file(
        site, "content/stories/b.md", b"Title: B\nDate: 2026-05-20\n\nWe met\nZenobia Quartermain."
    )
    words = b"Title: C\nSlug: c\n\nThe kettle *stood in the shallows\nand boiled* again."
    write_file(site, "content/pages/c.md", words)
    write_file(site, f"{FILE}~", b"old")
    run("build", cwd=site, check=0)
    told = {(each["file"], each["line"], each["what"]) for each in _forget(site)["remaining"]}
    assert told >= {
        ("reviews/kettle/2026-05-16-again.yaml", 1, "another review by an author of that name"),
        ("content/stories/a.md", 3, "quotes the review by its identifier"),
        ("content/stories/b.md", 5, "names the author"),
        ("content/pages/c.md", 4, "repeats its words"),
        (f"{FILE}~", 1, "looks like a copy of the review's file"),
        ("output", 1, "the built site: build it again"),
    }


def test_a_small_site_has_no_other_place(site: Path) -> None:
    assert _forget(site)["remaining"] == []


def test_in_git_it_is_told_how_many_commits_hold_it_and_how_to_purge_them(site: Path) -> None:
    _git(site, "init", "-q")
    _git(site, "add", "-A")
    _git(site, "commit", "-qm", "one")
    write_file(site, FILE, f"{PERSONAL}featured: true\n".encode())
    _git(site, "commit", "-qam", "two")
    head = _git(site, "rev-parse", "HEAD")
    told = run("forget", KEY, "--yes", cwd=site, check=0).stdout
    assert "In git 2 commits still hold these files" in told
    assert f"git filter-repo --force --invert-paths --path {FILE} --path" in told
    assert "content/images/portrait.png" in told
    assert "git push --force" not in told
    assert "every other clone" in told
    assert _git(site, "rev-parse", "HEAD") == head
    assert "Quartermain" in _git(site, "show", f"HEAD:{FILE}")


def test_paths_in_git_are_those_of_the_repository_and_a_remote_is_pushed_to(tmp_path: Path) -> None:
    site = tmp_path / "the shop"
    write_site(site)
    write_file(site, FILE, PERSONAL.replace("image:", "#").encode())
    _git(tmp_path, "init", "-q")
    _git(tmp_path, "remote", "add", "origin", "https://me:password@example.com/shop.git")
    _git(tmp_path, "add", "-A")
    _git(tmp_path, "commit", "-qm", "one")
    git = _forget(site)["git"]
    assert git["files"] == [f"the shop/{FILE}"]
    assert f"git filter-repo --force --invert-paths --path 'the shop/{FILE}'" in git["commands"]
    assert "git push --force --all origin" in git["commands"]
    assert "password" not in str(git)


def test_a_shallow_clone_gets_the_whole_history_before_any_is_pushed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole, hub, site = (tmp_path / name for name in ("whole", "hub", "site"))
    write_site(whole)
    write_file(whole, "README.md", b"The first commit.")
    _git(whole, "init", "-q")
    _git(whole, "add", "-A")
    _git(whole, "commit", "-qm", "one")
    write_file(whole, FILE, PERSONAL.replace("image:", "#").encode())
    _git(whole, "add", "-A")
    _git(whole, "commit", "-qm", "two")
    _git(whole, "clone", "-q", "--bare", str(whole), str(hub))
    _git(whole, "clone", "-q", "--depth", "1", hub.as_uri(), str(site))
    _put_filter_repo(tmp_path / "bin", monkeypatch)
    told = run("forget", KEY, "--dry-run", cwd=site, check=0).stdout
    assert "This clone is shallow: older commits, which it lacks, may hold these files" in told
    git = _forget(site)["git"]
    assert git["shallow"] is True
    purged = ["sh", "-c", "set -e\n" + "\n".join(git["commands"])]
    subprocess.run(purged, cwd=site, check=True, capture_output=True)
    history = _git(hub, "log", "--all", "-p")
    assert "The first commit." in history
    assert "Quartermain" not in history


@pytest.mark.parametrize("remotes", [["github"], ["origin"], ["backup", "origin"]])
def test_the_commands_purge_every_remote_and_overwrite_nothing(
    tmp_path: Path, remotes: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    site = tmp_path / "shop"
    write_site(site)
    write_file(site, FILE, PERSONAL.replace("image:", "#").encode())
    write_file(tmp_path, "forgotten.yaml", b"mine")
    _git(site, "init", "-q")
    _git(site, "add", "-A")
    _git(site, "commit", "-qm", "one")
    for remote in remotes:
        _git(site, "init", "-q", "--bare", str(tmp_path / remote))
        _git(site, "remote", "add", remote, str(tmp_path / remote))
        _git(site, "push", "-q", "--all", remote)
    _put_filter_repo(tmp_path / "bin", monkeypatch)
    script = "set -e\n" + "\n".join(_forget(site)["git"]["commands"])
    purged = ["sh", "-c", script]
    subprocess.run(purged, cwd=site, check=True, capture_output=True)
    for remote in remotes:
        told = _git(tmp_path / remote, "log", "--all", "-p")
        assert "reviewRating" in told
        assert "Quartermain" not in told
    assert (tmp_path / "forgotten.yaml").read_bytes() == b"mine"


def _put_filter_repo(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Put where git finds it what does as git-filter-repo, which is a program of its own."""
    write_file(folder, "git-filter-repo", FILTER_REPO.encode())
    (folder / "git-filter-repo").chmod(0o755)
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setenv("FILTER_BRANCH_SQUELCH_WARNING", "1")
    for who in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{who}_NAME", "Nobody")
        monkeypatch.setenv(f"GIT_{who}_EMAIL", "nobody@example.com")


def test_git_is_asked_about_the_site_even_from_a_hook_of_another_repository(
    site: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    _git(site, "init", "-q")
    _git(site, "add", "-A")
    _git(site, "commit", "-qm", "one")
    other = tmp_path_factory.mktemp("other")
    _git(other, "init", "-q")
    monkeypatch.setenv("GIT_DIR", str(other / ".git"))
    assert _forget(site)["git"]["commits"] == 1


def test_a_former_name_of_the_file_is_purged_too(site: Path) -> None:
    _git(site, "init", "-q")
    (site / FILE).rename(site / "reviews/kettle/2026-05-14-heron.yaml")
    _git(site, "add", "-A")
    _git(site, "commit", "-qm", "one")
    (site / "reviews/kettle/2026-05-14-heron.yaml").rename(site / FILE)
    _git(site, "add", "-A")
    _git(site, "commit", "-qm", "two")
    git = _forget(site)["git"]
    assert git["commits"] == 2
    assert "reviews/kettle/2026-05-14-heron.yaml" in git["files"]
    assert "reviews/kettle/2026-05-15-other.yaml" not in git["files"]


def test_a_former_name_cannot_write_into_the_terminal(site: Path) -> None:
    _git(site, "init", "-q")
    former = site / "reviews/kettle/2026-05-14-\x1b]0;heron\x07.yaml"
    (site / FILE).rename(former)
    _git(site, "add", "-A")
    _git(site, "commit", "-qm", "one")
    former.rename(site / FILE)
    _git(site, "add", "-A")
    _git(site, "commit", "-qm", "two")
    told = run("forget", KEY, "--dry-run", cwd=site, check=0).stdout
    assert r"--path 'reviews/kettle/2026-05-14-\x1b]0;heron\x07.yaml'" in told
    assert "\x1b" not in told


def test_without_git_backups_are_spoken_of(site: Path) -> None:
    assert "no git repository" in run("forget", KEY, cwd=site, check=0).stdout


def test_a_full_disk_leaves_everything_as_it_was(site: Path) -> None:
    run("lock", cwd=site, check=0)
    before = files_of(site)

    def fill_the_disk() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (60, 60))

    done = subprocess.run(
        [sys.executable, "-m", "ambassade", "forget", KEY],
        cwd=site, env=environment(), preexec_fn=fill_the_disk, capture_output=True, text=True,
        check=False,
    )  # fmt: skip
    assert done.returncode == 3, done.stderr
    assert files_of(site) == before


def test_a_refusal_half_way_puts_everything_back(site: Path) -> None:
    # What is to be deleted cannot take the name that is taken: the lock was written by then.
    write_file(site, "content/images/.portrait.png.forgotten/x", b"")
    before = files_of(site)
    run("forget", KEY, cwd=site, check=3)
    assert _but_memory(site) == before


@pytest.mark.parametrize(
    ("file", "text", "code"),
    [
        (FILE, "author: [Zenobia\n", "Y1"),
        (FILE, PERSONAL.replace("reviewRating:", "reviewRatting:"), "F1"),
        (LOCK, "not a line\n", "V1"),
    ],
)
def test_what_is_not_understood_is_told_and_nothing_is_written(
    site: Path, file: str, text: str, code: str
) -> None:
    write_file(site, file, text.encode())
    before = files_of(site)
    done = run("forget", KEY, cwd=site, check=1)
    assert f"{file}:1" in done.stdout or f"{file}:" in done.stdout
    assert f": {code}" in done.stdout
    assert "Nothing was written" in done.stderr
    assert _but_memory(site) == before


def test_a_fault_elsewhere_does_not_stop_it(site: Path) -> None:
    write_file(site, "reviews/kettle/2026-05-17-broken.yaml", b"author: [\n")
    assert _forget(site)["done"] is True


def test_it_waits_for_no_build_that_is_under_way(site: Path) -> None:
    (site / ".ambassade").mkdir()
    with (site / ".ambassade/build.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        run("forget", KEY, cwd=site, check=4)
    assert "Quartermain" in (site / FILE).read_text()


def test_in_a_terminal_it_asks_and_no_is_no(site: Path) -> None:
    before = files_of(site)
    code, shown = converse(
        "forget", KEY, answers=[("yes or no", "perhaps"), ("Answer", "no")], cwd=site
    )
    assert code == 0
    assert "To be deleted: content/images/holiday.png" in shown
    assert "Nothing was written." in shown
    assert _but_memory(site) == before


def test_it_asks_whoever_sends_what_is_told_elsewhere(site: Path) -> None:
    before = files_of(site)
    ours, theirs = pty.openpty()
    os.write(ours, b"no\n")
    done = subprocess.run(
        [sys.executable, "-m", "ambassade", "forget", KEY],
        cwd=site, env=environment("C"), stdin=theirs, capture_output=True, text=True, timeout=60,
        check=True,
    )  # fmt: skip
    os.close(ours)
    os.close(theirs)
    assert done.stdout == ""
    assert f"To be written: {FILE}" in done.stderr
    assert f"Forget {KEY}? yes or no" in done.stderr
    assert "Nothing was written." in done.stderr
    assert _but_memory(site) == before


def test_a_dry_run_warns_as_the_question_does(site: Path) -> None:
    told = run("forget", KEY, "--dry-run", cwd=site, check=0).stderr
    assert "This cannot be undone" in told
    assert f"ambassade letter withdraw {KEY}" in told


def _faults_after(site: Path, *words: str) -> list[str]:
    return run("check", *words, cwd=site, check=1).stdout.splitlines()


def test_the_rating_of_a_forgotten_review_may_not_change(site: Path) -> None:
    run("lock", cwd=site, check=0)
    _forget(site)
    before = (site / LOCK).read_text()
    stub = (site / FILE).read_text()
    write_file(site, FILE, stub.replace("ratingValue: 7", "ratingValue: 10").encode())
    (told,) = _faults_after(site)
    assert f"{FILE}:4:" in told
    assert (
        f" V102 changed-after-lock: The rating changed after the review was forgotten on {_today()}"
        in told
    )
    assert "V102" in run("lock", cwd=site, check=1).stdout
    _forget(site)
    assert (site / LOCK).read_text() == before
    write_file(site, FILE, stub.replace("reviewRating", "# reviewRating").encode())
    assert all(FILE in line for line in _faults_after(site))
    write_file(site, FILE, stub.encode())
    run("check", cwd=site, check=0)


def test_a_forgotten_rating_that_comes_back_changed_is_not_forgotten_as_such(site: Path) -> None:
    _forget(site)
    write_file(site, FILE, PERSONAL.replace("ratingValue: 7", "ratingValue: 10").encode())
    _forget(site)
    assert any(" V102 " in line for line in _faults_after(site))


def test_the_file_of_a_forgotten_rating_may_not_go(site: Path) -> None:
    _forget(site)
    (site / FILE).unlink()
    (told,) = _faults_after(site)
    assert told.startswith(f"{LOCK}:2:1: V103 ")
    assert f"{KEY} was forgotten on {_today()}; its rating was to stay" in told
    assert "Put the file back." in told
    assert "V103" in run("lock", cwd=site, check=1).stdout


def test_a_lock_after_forgetting_keeps_the_tombstone_and_follows_a_new_folder(site: Path) -> None:
    run("lock", cwd=site, check=0)
    _forget(site)
    before = (site / LOCK).read_text()
    run("lock", cwd=site, check=0)
    assert (site / LOCK).read_text() == before
    _git(site, "init", "-q")
    _git(site, "add", "-A")
    _git(site, "commit", "-qm", "one")
    (site / "reviews/kettle").rename(site / "reviews/teapot")
    assert "now its rating is in teapot/" in "".join(_faults_after(site))
    run("lock", cwd=site, check=0)
    run("check", "--since", "HEAD", cwd=site, check=0)
    assert re.search(r"\nteapot/\S+ forgotten=\S+ rating=", (site / LOCK).read_text())


def test_a_tombstones_hash_that_is_taken_out_is_found_by_git(site: Path) -> None:
    _forget(site)
    _git(site, "init", "-q")
    _git(site, "add", "-A")
    _git(site, "commit", "-qm", "one")
    write_file(
        site, LOCK, re.sub(r" rating=\w+( counts=yes)?", "", (site / LOCK).read_text()).encode()
    )
    assert any(" V105 " in line for line in _faults_after(site, "--since", "HEAD"))


def test_in_a_terminal_yes_is_yes_and_the_option_asks_nothing(site: Path) -> None:
    code, shown = converse("forget", KEY, answers=[("yes or no", "yes")], cwd=site)
    assert (code, "Written: reviews/verbatim.lock" in shown) == (0, True)
    code, shown = converse("forget", "kettle/2026-05-15-other", "--yes", answers=[], cwd=site)
    assert (code, "yes or no" in shown) == (0, False)


def test_what_is_told_names_nobody(site: Path) -> None:
    write_file(site, "content/stories/b.md", b"Title: B\nDate: 2026-05-20\n\nZenobia Quartermain.")
    done = run("forget", KEY, cwd=site, check=0)
    # A picture's path has to be told.
    told = re.sub(r"\S+\.png", "", done.stdout + done.stderr)
    assert not WORDS.search(told), told


@pytest.mark.parametrize("slug", ["anonymous-tip", "anonymous-somebody"])
def test_the_word_for_nobody_is_never_one_of_the_files_name(site: Path, slug: str) -> None:
    write_file(site, f"reviews/kettle/2026-05-14-{slug}.yaml", OTHER.encode())
    _forget(site, key=f"kettle/2026-05-14-{slug}")
    run("check", cwd=site, check=0)


def test_a_file_whose_name_holds_the_authors_is_told(site: Path) -> None:
    (site / FILE).rename(site / "reviews/kettle/2026-05-14-zenobia.yaml")
    told = _forget(site, key="kettle/2026-05-14-zenobia")["remaining"]
    assert any("the file's name" in each["what"] for each in told)


def test_stubs_are_no_fault_under_any_profile(tmp_path: Path) -> None:
    site = copy_sample(tmp_path / "site")
    profiles = ["fr", "eu", "us", "uk", "b2b", "iso20488", "google"]
    conf = site / "pelicanconf.py"
    conf.write_text(f"{conf.read_text('utf-8')}\nREVIEW_PROFILES = {profiles}\n", "utf-8")
    keys = [
        "carrier-trailer/2024-04-18-ma-camionnette",
        "full-overhaul/2025-01-22-three-days-became-nine",  # a low one that was not answered
        "workshop-log/2026-10-27-essai-en-cours",  # pending
        "workshop-log/2025-08-05-angry-words",  # withheld
        "workshop-log/2024-09-10-closing-down",  # withdrawn
    ]
    before = set(run("check", cwd=site).stdout.splitlines())
    for key in keys:
        _forget(site, key=key)
    after = set(run("check", cwd=site).stdout.splitlines())
    assert [line for line in after - before if any(key in line for key in keys)] == []


def test_an_unknown_review_is_wrong_usage(site: Path) -> None:
    assert f"Did you mean {KEY}?" in run("forget", f"{KEY}s", cwd=site, check=2).stderr


def test_where_a_locked_file_is_gone_no_other_review_is_named(site: Path) -> None:
    run("lock", cwd=site, check=0)
    (site / FILE).unlink()
    write_file(site, FILE.replace("a-week", "a-day"), OTHER.encode())
    told = run("forget", KEY, "--yes", cwd=site, check=2).stderr
    assert f"{KEY} was locked on " in told
    assert "and its file is gone. Bring the file back, then say this again" in told
    assert "Did you mean" not in told


def test_a_site_that_keeps_its_content_elsewhere_loses_the_right_pictures(site: Path) -> None:
    (site / "content").rename(site / "texts")
    write_file(site, "pelicanconf.py", f'{SETTINGS}PATH = "texts"\n'.encode())
    assert "texts/images/portrait.png" in _forget(site)["deleted"]
    assert not os.path.lexists(site / "texts/images/portrait.png")
