"""Files that did not change keep their time, so that rsync and web servers see them as unchanged.

In: the staged folder, its manifest written, and the output folder it will replace. Out: the times
of the staged files are set.
"""

import filecmp
import os
import stat
from pathlib import Path

from ambassade.publish.manifest import MANIFEST_NAME, list_files, read_manifest
from ambassade.stop import environment_faults


def carry_over(staged: Path, output: Path) -> None:
    """Give each staged file the time of the same file in `output` when their bytes are the same.

    Raises `EnvironmentFault`.
    """
    with environment_faults(staged):
        new, former = read_manifest(staged) or {}, read_manifest(output) or {}
        listed = _find(f"{output}/{MANIFEST_NAME}")
        for name in (MANIFEST_NAME, *new) if new else list_files(staged):
            ours, theirs = _find(f"{staged}/{name}"), _find(f"{output}/{name}")
            if ours is None or theirs is None or ours.st_size != theirs.st_size:
                continue
            if (ours.st_dev, ours.st_ino) == (theirs.st_dev, theirs.st_ino):
                continue
            # The list of hashes spares reading, but not for what was changed after it was written.
            if listed and theirs.st_mtime_ns <= listed.st_mtime_ns and name in new:
                same = new[name] == former.get(name)
            else:
                same = filecmp.cmp(staged / name, output / name, shallow=False)
            if same:
                os.utime(staged / name, ns=(theirs.st_atime_ns, theirs.st_mtime_ns))


def _find(path: str) -> os.stat_result | None:
    """Return what the system knows of a regular file; None of anything else or nothing."""
    try:
        found = os.lstat(path)
    except (FileNotFoundError, NotADirectoryError):
        return None
    return found if stat.S_ISREG(found.st_mode) else None
