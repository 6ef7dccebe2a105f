"""A small site with one review, its words ready to be tampered with; in a git repository or not."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

from tests.ambassade_command import run
from tests.rules.sample_site import DEFAULT_FILE, write_file, write_site

if TYPE_CHECKING:
    from pathlib import Path

KEY = "kettle/2026-05-14-saved-us-a-week"
LOCK = "reviews/verbatim.lock"
LOCK_DAY = "2026-05-20"
TODAY = "2026-06-01"
REVIEW = """\
author: Marie Dupont
reviewRating: 4
name: It saved us a week
reviewBody: It boils water, and quickly.
dateExperienced: 2026-05-01
dateReceived: 2026-05-10
consent: {given: 2026-05-01, scope: [text, name]}
"""
CORRECTED = """\
corrections:
  - {date: 2026-05-25, by: author, reason: The author found a better word.}
"""


def make_site(folder: Path, review: str = REVIEW, *, locked: bool = True) -> Path:
    """Write the site, lock it, and return its folder."""
    write_site(folder)
    write_review(folder, review)
    if locked:
        run("lock", "--on", LOCK_DAY, cwd=folder, check=0)
    return folder


def write_review(site: Path, text: str, file: str = DEFAULT_FILE) -> None:
    """Write a review of the site."""
    write_file(site, file, text.encode())


def edit(site: Path, old: str, new: str, more: str = "") -> None:
    """Put `new` in the place of `old` in the review, and `more` at its end."""
    assert old in REVIEW
    write_review(site, REVIEW.replace(old, new) + more)


def check(site: Path, *words: str, code: int) -> list[str]:
    """Return the lines of `ambassade check` on 2026-06-01, expecting that exit code."""
    return run("check", "--on", TODAY, *words, cwd=site, check=code).stdout.splitlines()


def lock(site: Path, *words: str, day: str = TODAY, code: int = 0) -> str:
    """Run `ambassade lock` on that day, expecting that exit code; return all that it says."""
    done = run("lock", "--on", day, *words, cwd=site, check=code)
    return done.stdout + done.stderr


def read_lock_text(site: Path) -> str:
    """Return the text of the lock."""
    return (site / LOCK).read_text(encoding="utf-8")


def git(folder: Path, *words: str) -> str:
    """Run git in `folder`."""
    who = ("-c", "user.name=Editor", "-c", "user.email=editor@example.com")
    line = ["git", *who, "-c", "init.defaultBranch=main", "-c", "commit.gpgsign=false", *words]
    done = subprocess.run(line, cwd=folder, check=True, capture_output=True, text=True)
    return done.stdout


def commit_all(folder: Path) -> None:
    """Commit all that is in `folder`; make it a repository first where it is none."""
    if not (folder / ".git").is_dir():
        git(folder, "init", "--quiet")
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message", "The site")
