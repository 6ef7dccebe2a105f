"""The program git, asked about the repository around a folder."""

from __future__ import annotations

import os
import shutil
import subprocess
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

# Git tells its hooks where it is by these; we say it by -C.
_FROM_HOOKS = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX")
_OURS = {"LC_ALL": "C", "GIT_TERMINAL_PROMPT": "0", "GIT_OPTIONAL_LOCKS": "0"}


def run_git(
    folder: Path, *words: str, given: bytes = b""
) -> subprocess.CompletedProcess[bytes] | None:
    """Return what git says, with `given` to read; None where it is not installed."""
    program = shutil.which("git")
    if program is None:
        return None
    kept = {key: value for key, value in os.environ.items() if key not in _FROM_HOOKS}
    # A replacement of an object would let a repository deny its own history.
    line = [program, "--no-replace-objects", "-C", str(folder), *words]
    return subprocess.run(  # noqa: S603 - no shell, and words of our own or checked first
        line, input=given, capture_output=True, check=False, env={**kept, **_OURS}
    )
