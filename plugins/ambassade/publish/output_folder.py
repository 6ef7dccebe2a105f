"""Whether a folder may be replaced by a new site: only a missing, an empty or an own one.

In: the output folder asked for and the site's root. Out: nothing, or `WrongUsage` is raised.
"""

import os
from collections.abc import Collection, Iterable
from contextlib import suppress
from pathlib import Path
from typing import Final

from ambassade.output_place import MANIFEST_NAME, check_whereabouts
from ambassade.problem import N_, inert
from ambassade.publish.listing import list_files
from ambassade.publish.manifest import read_manifest
from ambassade.stop import EnvironmentFault, WrongUsage, environment_faults

NAMED_AT_MOST: Final = 5


def check_output(output: Path, site: Path) -> None:
    """Raise `WrongUsage` when writing the site to `output` would destroy anything not ours.

    Raises `EnvironmentFault` when that cannot be found out.
    """
    check_place(output, site)
    if output.exists():
        check_files(output, read_manifest(output), list_files(output))


def check_place(output: Path, site: Path) -> None:
    """Raise `WrongUsage` where no output may be, whatever it holds; `EnvironmentFault` where none can be."""
    with environment_faults(output):
        _check_kind(output)
        check_whereabouts(output, site)
        _check_mount(output)


def _check_kind(output: Path) -> None:
    if output.is_symlink():
        raise WrongUsage(
            N_("The output {output} is a symbolic link. Name the folder itself."), output=output
        )
    if output.exists() and not output.is_dir():
        raise WrongUsage(N_("The output {output} is a file. Name a folder."), output=output)


def _check_mount(output: Path) -> None:
    if _is_mounted(output):
        raise EnvironmentFault(
            N_(
                "A disk is mounted at {output}, so no new folder can take its place. Name one in it."
            ),
            output=output,
        )


def _is_mounted(folder: Path) -> bool:
    """Tell whether a disk, or a part of one, is mounted there."""
    if os.path.ismount(folder):
        return True
    # Linux: two folders of one disk may be one.
    with suppress(OSError):
        listed = Path("/proc/self/mountinfo").read_bytes()
        real = os.fsencode(folder.resolve())
        escaped = b"".join(
            b"\\%03o" % byte if byte in b" \t\n\\" else b"%c" % byte for byte in real
        )
        return any(line.split()[4] == escaped for line in listed.splitlines())
    return False


def check_files(output: Path, manifest: Collection[str] | None, names: Iterable[str]) -> None:
    """Raise `WrongUsage` where some of the files `names` of `output` are not of its `manifest`."""
    # Nearly none, or all, of a hundred thousand names.
    foreign = sorted(
        name
        for name in names
        if manifest is None or not (name in manifest or name == MANIFEST_NAME)
    )
    if foreign:
        raise WrongUsage(
            N_(
                "The output {output} holds files that Ambassade did not write ({number}): {names}. "
                "Move them away or name another folder."
            ),
            output=output,
            number=len(foreign),
            names=_name_some(foreign),
        )


def _name_some(names: list[str]) -> str:
    shown = ", ".join(inert(name) for name in names[:NAMED_AT_MOST])
    return shown if len(names) <= NAMED_AT_MOST else f"{shown}, …"
