"""An exception that ended Pelican's run, as a problem: a setting of its own, or a plugin, made it fail.

In: the exception, the site. Out: a Problem; None of what is a fault of ours, which is to be seen whole.
"""

from __future__ import annotations

from pathlib import Path
from traceback import walk_tb
from typing import TYPE_CHECKING

from jinja2 import TemplateNotFound

from ambassade.pelican_run.handed import Refused
from ambassade.problem import Place
from ambassade.processes.memory import ran_out
from ambassade.rules.building import pelican_error
from ambassade.stop import Stop

if TYPE_CHECKING:
    from collections.abc import Sequence
    from types import FrameType

    from ambassade.problem import Problem
    from ambassade.site_folder import SiteFolder

_OURS, _PELICANS = "ambassade", "pelican"


def describe_pelican_fault(error: Exception, folder: SiteFolder) -> Problem | None:
    """Return what the editor of `folder` is told of `error`; None where it is not of Pelican's making."""
    frames = [*walk_tb(error.__traceback__)]
    # A template that is not there is an OSError by its class alone: the system refused nothing.
    refused = isinstance(error, OSError) and not isinstance(error, TemplateNotFound)
    if isinstance(error, Refused | Stop) or refused or ran_out(error) or not _is_pelicans(frames):
        return None
    place = _find_place(frames, folder.root) or Place(folder.settings_files[-1].name)
    words = " ".join(f"{type(error).__name__}: {error}".split()).rstrip(".")
    fact, remedy = pelican_error.ENDED, pelican_error.CORRECT_IT
    return pelican_error.RULE.at(place, fact=fact, remedy=remedy, words=words)


def _is_pelicans(frames: Sequence[tuple[FrameType, int]]) -> bool:
    """Tell whether Pelican was the last to be called, by us or by Python; what it calls is its own."""
    packages = (str(frame.f_globals.get("__name__")).partition(".")[0] for frame, _ in frames)
    called = [package for package in packages if package in {_OURS, _PELICANS}]
    return called[-1:] == [_PELICANS]


def _find_place(frames: Sequence[tuple[FrameType, int]], root: Path) -> Place | None:
    """Return the innermost line of the site's own code, such as a plugin's."""
    for frame, line in reversed(frames):
        file = Path(frame.f_code.co_filename)
        if file.is_relative_to(root) and not {"site-packages", _OURS} & {*file.parts}:
            return Place(file.relative_to(root).as_posix(), line)
    return None
