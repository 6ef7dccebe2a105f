"""One build: survey, staging, Pelican, manifest, swap. On any error the former site stays."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ambassade.built import Built
from ambassade.eligibility.summary import count_stars
from ambassade.handed import Handed, Refused
from ambassade.kept_file import NotWhole, kept_path
from ambassade.problem import N_, Level
from ambassade.publish.carry_over import carry_over
from ambassade.publish.former_site import FormerSite, open_former_site
from ambassade.publish.kept_bodies import Bodies, hash_content, recall_bodies, remember_bodies
from ambassade.publish.kept_pages import open_kept_pages
from ambassade.publish.manifest import list_files, write_manifest
from ambassade.publish.output_folder import check_output
from ambassade.publish.shown_pictures import shown_pictures
from ambassade.publish.snapshot import Snapshot
from ambassade.publish.staging import stage
from ambassade.publish.swap import swap_in
from ambassade.rules.severity import judge
from ambassade.stop import EnvironmentFault, environment_faults
from ambassade.survey import survey_site
from ambassade.theme import theme_folders
from ambassade.write_handed import write_handed

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date
    from pathlib import Path

    from ambassade.problem import Problem
    from ambassade.site_folder import SiteFolder
    from ambassade.surveyed import Survey


def build_anew(
    folder: SiteFolder,
    output: Path,
    today: date,
    jobs: int,
    progress: Callable[[int, int | None], None],
    former: FormerSite | None,
    *,
    drafts: bool,
) -> Built:
    """Build the site into `output` unless there is an error, and return what was found.

    Of the `former` site is carried over what did not change. Raises Stop.
    """
    snapshot = Snapshot()
    survey = survey_site(folder, today, snapshot.note, drafts=drafts, jobs=jobs, progress=progress)
    if survey.has_errors:
        return _tell(survey, [])
    _note_the_rest(survey, snapshot)
    kept = open_kept_pages(kept_path(folder, "pages", drafts=drafts), former)
    handed = Handed(survey, jobs, progress, former=kept)
    path, key = kept_path(folder, "bodies", drafts=drafts), hash_content(folder)
    try:
        bodies = recall_bodies(path, key, former)
    except NotWhole:
        bodies, kept.broken = None, True
    try:
        with stage(output) as staged:
            made = _write(handed, staged, bodies)
            _refuse_errors(handed)
            _check_sources(snapshot)
            write_manifest(staged, handed.written)
            carry_over(staged, output)
            check_output(output, folder.root)
            swap_in(staged, output)
            kept.save(output)
            remember_bodies(path, key, made, open_former_site(output))
    except (Refused, EnvironmentFault) as refusal:
        # What it stumbled over may have changed under its feet.
        _check_sources(snapshot)
        if not isinstance(refusal, Refused):
            raise
    return _tell(survey, handed.problems, anew=kept.broken)


def _write(handed: Handed, staged: Path, bodies: Bodies | None) -> Bodies | None:
    """Write all files; Pelican is asked for `bodies` where they are not known.

    Return those that are worth keeping: Pelican had nothing to say of them. Raises Refused, Stop.
    """
    former = handed.former and handed.former.former
    if bodies is not None and former:
        write_handed(handed, staged, bodies.html, former=handed.former)
        with environment_faults(staged):
            for name in bodies.copied:
                former.carry(name, staged)
        return bodies
    from ambassade.plugin import run_pelican  # noqa: PLC0415 - it takes a quarter of a second to load

    run_pelican(handed.survey.folder.settings_files[-1], staged, handed)
    copied = (name for name in list_files(staged) if name not in handed.names)
    return None if handed.problems else Bodies(handed.bodies, tuple(copied))


def _tell(survey: Survey, problems: list[Problem], *, anew: bool = False) -> Built:
    """Return what was found, together with the `problems` of writing."""
    judged = judge(problems, survey.site.settings)
    together = sorted({*survey.problems, *judged}, key=lambda one: one.sort_key)
    lines = survey.lines
    return Built(
        problems=tuple(together),
        pages=len(lines),
        reviews=len(survey.site.reviews),
        stars=count_stars(lines),
        unlocked=survey.unlocked,
        anew=survey.anew or anew,
    )


def _refuse_errors(handed: Handed) -> None:
    handed.problems = [*judge(handed.problems, handed.survey.site.settings)]
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
