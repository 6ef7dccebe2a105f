"""A new site takes the former one's place in an output folder that is somebody else's, too.

In: the staged folder, and the output of a plain Pelican run. Out: the output holds the new site's files, and
what is not of the former site stays.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ambassade.paths.deep_folders import make_folders, remove_tree
from ambassade.publish.listing import list_files
from ambassade.publish.manifest import read_manifest
from ambassade.stop import environment_faults

if TYPE_CHECKING:
    from pathlib import Path


def move_in(staged: Path, output: Path) -> list[str]:
    """Put the staged files in the place of the former ones; return those that others had written.

    Raises EnvironmentFault.
    """
    names = list_files(staged)
    with environment_faults(output):
        _remove_former(output)
        taken = [name for name in names if (output / name).exists()]
        for name in names:
            make_folders((output / name).parent)
            (staged / name).replace(output / name)
        remove_tree(staged)
    return taken


def _remove_former(output: Path) -> None:
    former = read_manifest(output) or {}
    # What is there and listed: a listed path alone might lead through a link.
    for name in list_files(output) if former else ():
        if name in former:
            (output / name).unlink(missing_ok=True)
