"""One build: survey, staging, Pelican, manifest, swap. On any error the former site stays."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ambassade.handed import Handed, Refused
from ambassade.plugin import run_pelican
from ambassade.problem import N_, Level
from ambassade.publish.carry_over import carry_over
from ambassade.publish.exclusive import only_one
from ambassade.publish.former_site import open_former_site
from ambassade.publish.kept_pages import open_kept_pages
from ambassade.publish.manifest import write_manifest
from ambassade.publish.output_folder import check_output
from ambassade.publish.shown_pictures import shown_pictures
from ambassade.publish.snapshot import Snapshot
from ambassade.publish.staging import stage
from ambassade.publish.swap import recover, swap_in
from ambassade.rules.severity import judge
from ambassade.stop import EnvironmentFault
from ambassade.survey import kept_folder, survey_site
from ambassade.theme import theme_folders

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date
    from pathlib import Path

    from ambassade.site_folder import SiteFolder
    from ambassade.surveyed import Survey


def build_site(
    folder: SiteFolder,
    output: Path,
    today: date,
    jobs: int,
    progress: Callable[[int, int | None], None] | None = None,
    *,
    drafts: bool = False,
) -> Survey:
    """Build the site into `output` unless there is an error, and return what was found.

    With `drafts`, pending reviews are in it, marked as such.

    Raises Stop: WrongUsage for an output that is not ours, EnvironmentFault, AnotherBuild.
    """
    with only_one(folder.root):
        recover(output)
        check_output(output, folder.root)
        snapshot = Snapshot()
        survey = survey_site(
            folder,
            today,
            snapshot.note,
            drafts=drafts,
            jobs=jobs,
            progress=progress or _tell_nobody,
        )
        if survey.has_errors:
            return survey
        _note_the_rest(survey, snapshot)
        former = open_kept_pages(
            kept_folder(folder, "pages", drafts=drafts), open_former_site(output)
        )
        handed = Handed(survey, jobs, progress, former=former)
        try:
            with stage(output) as staged:
                run_pelican(folder.settings_files[-1], staged, handed)
                handed.problems = [*judge(handed.problems, survey.site.settings)]
                _refuse_errors(handed)
                _check_sources(snapshot)
                write_manifest(staged, handed.written)
                carry_over(staged, output)
                check_output(output, folder.root)
                swap_in(staged, output)
                former.save(output)
        except Refused:
            pass
        return _with_problems(replace(survey, anew=survey.anew or former.broken), handed)


def _tell_nobody(_done: int, _total: int | None) -> None:
    pass


def _refuse_errors(handed: Handed) -> None:
    if any(problem.level is Level.ERROR for problem in handed.problems):
        raise Refused


def _note_the_rest(survey: Survey, snapshot: Snapshot) -> None:
    for picture in shown_pictures(survey.site):
        snapshot.note(survey.folder.content / picture.path)
    for folder in theme_folders(survey.folder.root):
        for path in (folder, *folder.rglob("*")):
            snapshot.note(path)


def _check_sources(snapshot: Snapshot) -> None:
    changed = snapshot.changed()
    if changed:
        raise EnvironmentFault(
            N_("{path} changed during the build. The former site stays; build again."),
            path=changed[0],
        )


def _with_problems(survey: Survey, handed: Handed) -> Survey:
    judged = judge(handed.problems, survey.site.settings)
    together = sorted({*survey.problems, *judged}, key=lambda one: one.sort_key)
    return replace(survey, problems=tuple(together))
