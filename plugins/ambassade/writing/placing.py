"""Writes a new file where nothing is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ambassade.paths.deep_folders import make_folders
from ambassade.problem import N_
from ambassade.stop import WrongUsage, environment_faults

if TYPE_CHECKING:
    from pathlib import Path


def encode(text: str) -> bytes:
    """Return `text` as UTF-8. Raises WrongUsage for what came from a terminal and is none."""
    try:
        return text.encode()
    except UnicodeEncodeError as error:
        raise WrongUsage(N_("What was typed is not UTF-8.")) from error


def place(path: Path, text: str) -> None:
    """Write `text` to the new file `path`. Raises WrongUsage where one is, EnvironmentFault."""
    with environment_faults(path):
        make_folders(path.parent)
        try:
            with path.open("xb") as file:
                file.write(encode(text))
        except FileExistsError as error:
            raise WrongUsage(
                N_("{path} is there already; nothing was written."), path=path
            ) from error
