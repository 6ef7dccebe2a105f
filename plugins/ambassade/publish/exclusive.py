"""One build of a site at a time: a lock that the system lets go when its holder ends, however.

In: the site's root. Out: `site/.ambassade/build.lock` is held for a block. Forked workers hold it
too, so that the workers of a killed build cannot write into the next one's folder.
"""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ambassade.problem import N_
from ambassade.stop import AnotherBuild, environment_faults


@contextmanager
def only_one(site: Path) -> Iterator[None]:
    """Hold the site's lock during the block.

    Raises `AnotherBuild` at once when another holds it, `EnvironmentFault` when it cannot be made.
    """
    folder = site / ".ambassade"
    with environment_faults(folder):
        _make_folder(folder)
        descriptor = os.open(folder / "build.lock", os.O_RDWR | os.O_CREAT, 0o666)
    try:
        with environment_faults(folder / "build.lock"):
            taken = _take(descriptor)
        if not taken:
            raise AnotherBuild(
                N_("Another build of {site} is running. Wait until it has ended."), site=site
            )
        yield
    finally:
        os.close(descriptor)


def _make_folder(folder: Path) -> None:
    folder.mkdir(exist_ok=True)
    ignore = folder / ".gitignore"
    if not ignore.exists():
        ignore.write_text("*\n", encoding="ascii")


if sys.platform == "win32":
    import msvcrt

    def _take(descriptor: int) -> bool:
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except PermissionError:
            return False
        return True

else:
    import fcntl

    def _take(descriptor: int) -> bool:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True
