"""What git still holds of files that were changed or deleted, and how to purge it.

In: the site's root and paths below it. Out: how many commits hold them, and what to type. Nothing
here writes: the history of a repository is not for a program to rewrite by itself.
"""

from __future__ import annotations

import os
import shlex
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ambassade.problem import N_
from ambassade.source.git_program import run_git

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

HASHES = N_(
    "Old versions of reviews/verbatim.lock hold hashes of its words and of the name: nobody reads "
    "them there, but who guesses right can tell."
)
AFTER = (
    N_("Delete every other clone and clone anew: an old one brings the history back."),
    N_(
        "Ask whoever has a fork, and the host of the repository, to drop theirs: pull requests, "
        "caches and former deployments keep old commits."
    ),
    N_("Empty the caches and artefacts of continuous integration, and drop old backups."),
    N_(
        "Ask search engines to drop their copies: "
        "https://search.google.com/search-console/remove-outdated-content and "
        "https://www.bing.com/webmasters/tools/contentremoval"
    ),
)
_WHOLE = "git fetch --unshallow"
# The one remote that git filter-repo takes away.
_TAKEN_AWAY = "origin"


@dataclass(frozen=True, slots=True)
class History:
    """What git holds: `commits` that touch one of the `files`, and the `commands` that purge it.

    `files` are relative to the repository, former names of the review among them. A shallow clone
    lacks older commits, of which nothing is known.
    """

    commits: int
    files: tuple[str, ...]
    commands: tuple[str, ...]
    is_shallow: bool


def read_history(root: Path, kept: str | None, gone: Sequence[str]) -> History | None:
    """Return what git holds of the file that is `kept` with new contents and of those `gone`.

    Paths are relative to the site's `root`. None: the site is in no git work tree, or there is no
    git to ask.
    """
    top = _ask(root, "rev-parse", "--show-prefix")
    if top is None:
        return None
    prefix = top.rstrip("\n")
    named = [*([kept] if kept else []), *gone]
    heads = ["--all", *(["HEAD"] if _ask(root, "rev-parse", "--verify", "-q", "HEAD") else [])]
    former = [each for name in named for each in _former_names(root, name, prefix)]
    files = tuple(dict.fromkeys([*(f"{prefix}{name}" for name in named), *former]))
    at_top = [f":(top,literal){file}" for file in files]
    counted = _ask(root, "rev-list", "--count", "--full-history", *heads, "--", *at_top)
    commits = int(counted or 0)
    remotes = (_ask(root, "remote") or "").split()
    is_shallow = (_ask(root, "rev-parse", "--is-shallow-repository") or "").strip() == "true"
    commands = _purge(files, f"{prefix}{kept}" if kept else None, remotes)
    if is_shallow:
        # Pushed by force, what is there of the history would take the place of all of it.
        commands = (_WHOLE, *commands)
    return History(commits, files, commands if commits or is_shallow else (), is_shallow)


def _former_names(root: Path, name: str, prefix: str) -> list[str]:
    """Return the names that the file had before; only such as nothing else has now."""
    told = (
        _ask(root, "log", "--follow", "-M90%", "--format=", "--name-only", "-z", "--", name) or ""
    )
    names = {each for each in told.replace("\n", "\0").split("\0") if each}
    up = "../" * prefix.count("/")
    return sorted(
        each for each in names - {f"{prefix}{name}"} if not os.path.lexists(root / f"{up}{each}")
    )


def _purge(files: Sequence[str], kept: str | None, remotes: Sequence[str]) -> tuple[str, ...]:
    paths = " ".join(f"--path {shlex.quote(file)}" for file in files)
    lines = ['cd "$(git rev-parse --show-toplevel)"', "git add --all"]
    lines.append("git commit -m 'Forget a review'")
    if _TAKEN_AWAY in remotes:
        # The address is asked for, not told: it may hold a password.
        lines.append(f"url=$(git remote get-url {_TAKEN_AWAY})")
    # git filter-repo takes the file out of the newest commit too, so it is put back afterwards.
    if kept:
        lines += ["kept=$(mktemp -d)", f'cp {shlex.quote(kept)} "$kept/review.yaml"']
    lines.append(f"git filter-repo --force --invert-paths {paths}")
    if kept:
        folder = shlex.quote(os.path.dirname(kept))  # noqa: PTH120 - a path of git's, not of ours
        lines.append(f"mkdir -p {folder}")
        lines.append(f'mv "$kept/review.yaml" {shlex.quote(kept)}')
        lines.append(f"git add {shlex.quote(kept)}")
        lines.append("git commit -m 'Keep the rating of a forgotten review'")
    if _TAKEN_AWAY in remotes:
        lines.append(f'git remote add {_TAKEN_AWAY} "$url"')
    for remote in map(shlex.quote, remotes):
        lines += [f"git push --force --all {remote}", f"git push --force --tags {remote}"]
    return tuple(lines)


def _ask(root: Path, *words: str) -> str | None:
    done = run_git(root, *words)
    if done is None or done.returncode:
        return None
    return done.stdout.decode("utf-8", "surrogateescape")
