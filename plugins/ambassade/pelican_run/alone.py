"""What `build` does around Pelican, done by our generator itself under `pelican content` alone.

In: Pelican's settings and output, then the bodies. Out: a survey whose problems are told, the pages,
the manifest. With an error it all ends with exit code 1 before anything is written.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

from ambassade.clock import today_utc
from ambassade.content_folder import find_content
from ambassade.paths.deep_folders import remove_empty_folders
from ambassade.pelican_run.damaged_pictures import describe_damaged
from ambassade.pelican_run.handed import Handed
from ambassade.pelican_run.write_handed import describe_template_fault
from ambassade.problem import Level, Problem
from ambassade.publish.exclusive import only_one
from ambassade.publish.manifest import write_manifest
from ambassade.publish.move_in import move_in
from ambassade.publish.new_tree import NewTree
from ambassade.publish.output_folder import check_output
from ambassade.publish.pictures import DamagedPictures
from ambassade.publish.site_files import write_site
from ambassade.publish.snapshot import Snapshot
from ambassade.publish.staging import stage
from ambassade.publish.template_fault import TemplateFault
from ambassade.rules.severity import judge
from ambassade.site_folder import SiteFolder
from ambassade.stop import Stop, environment_faults
from ambassade.survey.survey_site import survey_site
from ambassade.terminal.telling import tell_problems, tell_stop

if TYPE_CHECKING:
    from collections.abc import Mapping
    from contextlib import ExitStack

    from ambassade.survey.surveyed import Survey


def survey_alone(settings: dict[str, Any], output: Path, held: ExitStack) -> Handed:
    """Return the survey of the site, its problems told; end here when there is an error.

    No other build of the site begins for as long as the caller keeps `held`.
    """
    root = _root_of(settings)
    try:
        held.enter_context(only_one(root))
        check_output(output, root)
        survey = survey_site(_folder_of(root, settings), today_utc(), Snapshot().note)
    except Stop as stop:
        exit_with(stop)
    tell_problems(survey.problems)
    if survey.has_errors:
        sys.exit(1)
    return Handed(survey, jobs=1)


def _folder_of(root: Path, settings: dict[str, Any]) -> SiteFolder:
    content = find_content(root, settings)
    return SiteFolder(root, content, (root / "pelicanconf.py",), settings)


def _root_of(settings: dict[str, Any]) -> Path:
    """Return the site's folder: where Pelican was called, if its settings are there."""
    here = Path.cwd()
    return here if (here / "pelicanconf.py").is_file() else Path(settings["PATH"]).parent


def write_beside(
    survey: Survey,
    output: Path,
    bodies: dict[str, str],
    additions: Mapping[str, Mapping[str, Any]],
) -> NewTree:
    """Write all pages beside the output, then into it; end here when there is an error."""
    try:
        with stage(output) as (staged, _):
            tree = NewTree(staged)
            write_site(survey, tree, bodies, additions=additions)
            taken = move_in(staged, output)
    except DamagedPictures as damaged:
        tell_or_stop([*describe_damaged(damaged, survey, bodies)], survey)
    except TemplateFault as fault:
        tell_problems([describe_template_fault(fault, survey.folder.root)])
        sys.exit(1)
    except Stop as stop:
        exit_with(stop)
    return NewTree(output, files=tree.files, taken=taken)


def finish_alone(survey: Survey, output: Path, found: list[Problem]) -> None:
    """Write the manifest of a finished site; tell what was `found` of it. Raises Stop."""
    with environment_faults(output):
        remove_empty_folders(output)
    write_manifest(output)
    tell_or_stop(found, survey)


def tell_or_stop(problems: list[Problem], survey: Survey) -> None:
    """Tell the problems; end here when there is an error."""
    judged = [*judge(problems, survey.site.settings)]
    tell_problems(judged)
    if any(problem.level is Level.ERROR for problem in judged):
        sys.exit(1)


def exit_with(stop: Stop) -> NoReturn:
    """End here, and tell why."""
    tell_stop(stop)
    sys.exit(stop.code)
