"""The files of a folder as git has them at a revision.

`git` is asked for objects only: that runs no hook, no filter and no program that a repository's
configuration names.
"""

from __future__ import annotations

import hashlib
import os
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ambassade.problem import N_
from ambassade.source.git_program import run_git
from ambassade.stop import EnvironmentFault, WrongUsage

if TYPE_CHECKING:
    import subprocess
    from collections.abc import Iterable, Mapping
    from pathlib import Path

_SHA1_DIGITS = 40


@dataclass(frozen=True, slots=True)
class Revision:
    """A commit of the repository around `folder`."""

    folder: Path
    commit: str

    def list_files(self, below: str) -> tuple[dict[str, str], list[str]]:
        """Return the hash of every regular file in `below`, by its path from the folder; the links.

        A link is a symbolic one, or another repository. `below` itself can be one.
        """
        told = _must(self.folder, "ls-tree", "-r", "-z", self.commit, "--", below)
        files, links = {}, []
        for line in told.split(b"\0"):
            about, _tab, path = line.partition(b"\t")
            if about.startswith(b"100"):
                files[os.fsdecode(path)] = about.split()[2].decode()
            elif about:
                links.append(os.fsdecode(path))
        return files, links

    def read_files(self, files: Mapping[str, str]) -> dict[str, bytes]:
        """Return what was in the files that `list_files` told, by path."""
        hashes = sorted(set(files.values()))
        asked = "".join(f"{each}\n" for each in hashes).encode()
        blobs = _split_batch(_must(self.folder, "cat-file", "--batch", given=asked), hashes)
        return {path: blobs[each] for path, each in files.items()}


def find_revision(folder: Path, typed: str) -> Revision:
    """Return the commit that `typed` names (a branch, a tag, a hash, HEAD~3).

    Raises WrongUsage where there is no repository or no such commit, EnvironmentFault without git.
    """
    inside = _run(folder, "rev-parse", "--git-dir")
    if inside.returncode:
        reason = inside.stderr.decode(errors="replace").partition("\n")[0]
        message = N_("git opens no repository around {folder}: {reason}")
        raise WrongUsage(message, folder=folder, reason=reason.removeprefix("fatal: "))
    if typed and not typed.startswith("-"):
        asked = ("--verify", "--quiet", "--end-of-options", f"{typed}^{{commit}}")
        found = _run(folder, "rev-parse", *asked)
        if found.returncode == 0:
            return Revision(folder, found.stdout.decode().strip())
    if _run(folder, "rev-parse", "--is-shallow-repository").stdout.strip() == b"true":
        message = N_(
            "git knows no revision {revision}, but this clone is shallow: "
            "fetch all of it (git fetch --unshallow)."
        )
        raise WrongUsage(message, revision=typed)
    raise WrongUsage(N_("git knows no revision {revision}."), revision=typed)


def hash_like(known: str, data: bytes) -> str:
    """Return git's hash of a file that holds `data`, of the same kind as `known`."""
    kind = hashlib.sha1 if len(known) == _SHA1_DIGITS else hashlib.sha256
    return kind(b"blob %d\0" % len(data) + data).hexdigest()


def _must(folder: Path, *words: str, given: bytes = b"") -> bytes:
    done = _run(folder, *words, given=given)
    if done.returncode:
        reason = done.stderr.decode(errors="replace").partition("\n")[0]
        raise EnvironmentFault(N_("git fails: {reason}"), reason=reason)
    return done.stdout


def _run(folder: Path, *words: str, given: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    done = run_git(folder, *words, given=given)
    if done is None:
        raise EnvironmentFault(N_("--since needs git, which is not installed."))
    return done


def _split_batch(told: bytes, hashes: Iterable[str]) -> dict[str, bytes]:
    """Return the objects that `git cat-file --batch` told, in the order asked for."""
    blobs, at = {}, 0
    for each in hashes:
        end = told.index(b"\n", at)
        about = told[at:end].split()
        if about[1:2] != [b"blob"]:
            raise EnvironmentFault(N_("git lacks the object {hash}."), hash=each)
        size = int(about[2])
        blobs[each] = told[end + 1 : end + 1 + size]
        at = end + size + 2
    return blobs
