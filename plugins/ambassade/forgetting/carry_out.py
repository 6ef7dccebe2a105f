"""Writes and deletes several files, all of them or none.

Everything is written beside its place first, where a full disk is met before anything is changed.
Then the files take their places one by one, the lock first: from then on the tombstone stands, and
`check` tells a file that is still there. Where the system refuses half-way, all is put back.
"""

from __future__ import annotations

import os
from contextlib import suppress
from typing import TYPE_CHECKING

from ambassade.kept.kept_file import FOLDER
from ambassade.paths.deep_folders import make_folders, remove_tree
from ambassade.stop import environment_faults

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence
    from pathlib import Path

_NEW, _OLD = ".forgetting", ".forgotten"
# Of what is in `.ambassade/`: the lock, the hashes of `check`.
_HASHES_ONLY = frozenset({".gitignore", "build.lock", "heuristics.json"})


def carry_out(writes: Mapping[Path, bytes], deletes: Sequence[Path]) -> None:
    """Write `writes` in their order, then delete `deletes`; or leave everything as it was.

    Raises EnvironmentFault where the system refuses.
    """
    undo: list[tuple[Path, Path | None]] = []
    files = [*writes, *deletes]
    try:
        with environment_faults(files[0]):
            for path, data in writes.items():
                make_folders(path.parent)
                _write(_beside(path, _NEW), data)
                if path.exists():
                    _write(_beside(path, _OLD), path.read_bytes())
            for path in writes:
                undo.append((path, _beside(path, _OLD) if path.exists() else None))
                os.replace(_beside(path, _NEW), path)  # noqa: PTH105 - as below
            for path in deletes:
                undo.append((path, _beside(path, _OLD)))
                os.replace(path, _beside(path, _OLD))  # noqa: PTH105 - a file takes another's place
    except BaseException:
        lost = _put_back(undo)
        _clear(files, keep=lost)
        raise
    _clear(files)


def drop_copies(root: Path) -> None:
    """Delete what builds keep of reviews, in words and pictures, and what `serve` shows of them.

    The person is among them. The next build makes anew what is still wanted.
    """
    for path in (root / FOLDER).glob("*"):
        if path.name not in _HASHES_ONLY:
            with suppress(OSError):
                remove_tree(path)


def _put_back(undo: list[tuple[Path, Path | None]]) -> set[Path]:
    """Undo what was done, the last first; return what could not be put back."""
    lost = set()
    for path, old in reversed(undo):
        try:
            if old is None:
                path.unlink(missing_ok=True)
            elif old.exists():
                old.replace(path)
        except OSError:
            lost.add(path)
    return lost


def _clear(files: Sequence[Path], keep: Collection[Path] = ()) -> None:
    """Remove what was written beside; of what is to `keep` that is the only copy."""
    for path in files:
        for mark in (_NEW, _OLD):
            if mark == _NEW or path not in keep:
                with suppress(OSError):
                    _beside(path, mark).unlink(missing_ok=True)


def _beside(path: Path, mark: str) -> Path:
    # A dot at its beginning: no reader of a site takes it for a file of its own.
    return path.with_name(f".{path.name}{mark}")


def _write(path: Path, data: bytes) -> None:
    with path.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
