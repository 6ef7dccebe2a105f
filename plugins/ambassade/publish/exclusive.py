"""One build of a site at a time: a lock that the system lets go when its holder ends, however.

In: the site's root, the output. Out: `site/.ambassade/build.lock` is held for a block, and, where the output
is outside of the site, a file beside it: another site may be built into the same one. Forked workers hold it
too, so that the workers of a killed build cannot write into the next one's folder.
"""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from ambassade.problem import N_
from ambassade.stop import AnotherBuild, environment_faults


@contextmanager
def only_one(site: Path) -> Iterator[None]:
    """Hold the site's lock during the block.

    Raises `AnotherBuild` at once when another holds it, `EnvironmentFault` when it cannot be made.
    """
    folder = site / ".ambassade"
    lock = folder / "build.lock"
    with environment_faults(folder):
        _make_folder(folder)
        if lock.is_symlink():  # a copy made of links, by `cp -as`
            lock.unlink()
        descriptor = os.open(lock, os.O_RDWR | os.O_CREAT, 0o666)
    refusal = AnotherBuild(
        N_("Another build of {site} is running. Wait until it has ended."), site=site
    )
    with _hold(lock, descriptor, refusal):
        yield


@contextmanager
def only_one_into(output: Path, site: Path) -> Iterator[None]:
    """Hold the lock of an output outside of the `site` during the block.

    Raises `AnotherBuild` at once when another site is being built into it.
    """
    output = output.resolve()
    lock = output.with_name(f".{output.name}.ambassade-lock") if output.name else None
    if lock is None or output.is_relative_to(site.resolve()):
        yield
        return
    descriptor = _open_lock(lock)
    if descriptor is None:
        yield
        return
    refusal = AnotherBuild(
        N_("Another build into {output} is running. Wait until it has ended."), output=output
    )
    with _hold(lock, descriptor, refusal):
        yield


@contextmanager
def _hold(lock: Path, descriptor: int, refusal: AnotherBuild) -> Iterator[None]:
    """Hold an opened lock during the block, then take it away. Raises `refusal` where another has it."""
    try:
        with environment_faults(lock):
            taken = _take(descriptor) and _is_there(lock, descriptor)
        if not taken:
            raise refusal
        try:
            yield
        finally:
            # Else a copy of the site by `cp -al` has this very lock, and each waits for the other.
            with suppress(OSError):
                if _is_there(lock, descriptor):
                    lock.unlink()
    finally:
        os.close(descriptor)


def _open_lock(lock: Path) -> int | None:
    """Return it; None where nothing can be written: then no build can be there, and staging says why."""
    try:
        return os.open(lock, os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0), 0o666)
    except OSError:
        return None


def _is_there(lock: Path, descriptor: int) -> bool:
    """Tell whether a lock is still the one that others find: its holder takes it away at the end."""
    try:
        return os.path.samestat(lock.lstat(), os.fstat(descriptor))
    except OSError:
        return False


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
