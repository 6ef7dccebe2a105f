"""The new site takes the former one's place whole; nobody ever meets half of it.

In: the staged folder and the output folder, both of one parent. Out: the output folder is the new
site, or, when anything fails, still the former one.
"""

import errno
import os
import shutil
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import Final

from ambassade.paths.deep_folders import remove_tree
from ambassade.problem import N_
from ambassade.publish.clone import drop_spares, put_by
from ambassade.publish.exchange import exchange
from ambassade.stop import EnvironmentFault, environment_faults

NOT_EMPTY: Final = (errno.ENOTEMPTY, errno.EEXIST, errno.EBUSY)


def swap_in(
    staged: Path, output: Path, spare: Path | None = None, outdated: Iterable[str] = ()
) -> None:
    """Put `staged` in the place of `output`; the former site becomes the `spare`, or is removed.

    `outdated`: files that the spare is not to keep. Raises `EnvironmentFault`; the output is then the
    former site, or, where the message says so, the new one with the former still to be removed.
    """
    output = output.resolve()
    with environment_faults(output):
        if _make_room(output):
            staged.rename(output)
        else:
            _let_in_the_same(output, staged)
            if not exchange(staged, output):
                _rename_twice(staged, output)
        _sync(output.parent)
    if spare is not None:
        # Of another site that was here, or of one that was removed.
        with environment_faults(spare):
            drop_spares(spare)
    for left in (staged, _former(output)):
        _put_by(left, spare, outdated)


def _let_in_the_same(output: Path, staged: Path) -> None:
    """Give the new folder the former's owner, group and mode: they may be what lets a web server in."""
    before = output.stat()
    for owner in (before.st_uid, -1) if os.name == "posix" else ():
        with suppress(PermissionError):
            os.chown(staged, owner, before.st_gid)
            break
    shutil.copymode(output, staged)


def recover(output: Path) -> None:
    """Put the former site back when a build was killed between two renames. Call it at the start.

    Raises `EnvironmentFault`.
    """
    output = output.resolve()
    if not output.name:
        return
    former = _former(output)
    with environment_faults(output):
        if not former.is_dir() or former.is_symlink():
            return
        if output.exists():
            remove_tree(former)
        else:
            former.rename(output)


def _former(output: Path) -> Path:
    return output.with_name(f".{output.name}.ambassade-old")


def _make_room(output: Path) -> bool:
    """Remove an empty output folder; tell whether its name is free now."""
    try:
        output.rmdir()
    except FileNotFoundError:
        return True
    except OSError as error:
        if error.errno in NOT_EMPTY:
            return False
        raise
    return True


def _rename_twice(staged: Path, output: Path) -> None:
    former = _former(output)
    remove_tree(former)
    try:
        output.rename(former)
        staged.rename(output)
    except BaseException:
        recover(output)
        raise


def _put_by(former: Path, spare: Path | None, outdated: Iterable[str]) -> None:
    try:
        if spare is not None and former.is_dir() and not former.is_symlink():
            put_by(former, spare, outdated)
        else:
            remove_tree(former)
    except OSError as error:
        raise EnvironmentFault(
            N_("The new site is in place; the former in {path} cannot be removed: {reason}."),
            path=former,
            reason=error.strerror or str(error),
        ) from error


def _sync(folder: Path) -> None:
    """Have the new names on the disk; what cannot be synced is still rightly named."""
    if os.name != "posix":
        return
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
