"""One build: survey, staging, Pelican, manifest, swap. On any error the former site stays."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace

from ambassade.building.built import Built
from ambassade.building.last_build import Bodies, LastBuild, remember_build, tell_again
from ambassade.paths.folder_tree import walk_tree
from ambassade.pelican_run.handed import Handed, Refused
from ambassade.pelican_run.lost_links import find_lost_links
from ambassade.pelican_run.write_handed import write_handed
from ambassade.problem import N_, Level
from ambassade.processes.aside import Aside
from ambassade.processes.memory import TO_BUILD, ask_for_memory
from ambassade.publish.clone import Clone, begin_spare
from ambassade.publish.content_key import hash_content
from ambassade.publish.folder_look import FolderLook
from ambassade.publish.folders import Folders, folders_of, forget_unsettled, note_times
from ambassade.publish.kept_pages import KeptPages
from ambassade.publish.new_tree import NewTree, Reserved
from ambassade.publish.others_files import take_others
from ambassade.publish.output_folder import check_files, check_output, check_place
from ambassade.publish.shown_pictures import shown_pictures
from ambassade.publish.snapshot import Snapshot
from ambassade.publish.staging import name_staged, stage
from ambassade.publish.swap import swap_in
from ambassade.rules.severity import judge
from ambassade.stop import EnvironmentFault, environment_faults
from ambassade.survey.survey_site import survey_site
from ambassade.theme import theme_folders

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from ambassade.building.asked import Asked
    from ambassade.building.sources import Sources
    from ambassade.publish.former_site import FormerSite
    from ambassade.survey.surveyed import Survey


def build_anew(
    asked: Asked, sources: Sources, former: FormerSite | None, last: LastBuild | None
) -> Built:
    """Build the site unless there is an error, keep what is worth it, and return what was found.

    Of the `former` site is carried over what did not change since the `last` build. Raises Stop.
    """
    ask_for_memory(TO_BUILD)
    start = _Start(
        asked,
        sources.key,
        hash_content(asked.folder),
        former,
        last,
        apart=asked.jobs.are_beside(sources.reviews.count),
    )
    bodies, snapshot = start.bodies, Snapshot()
    spare, staged = asked.kept("spare"), name_staged(asked.output)
    with Clone(former if bodies else None, staged, spare, apart=start.apart) as clone:
        survey = survey_site(
            asked.folder,
            asked.today,
            snapshot.note,
            drafts=asked.drafts,
            jobs=asked.jobs,
            progress=asked.progress,
            reviews=sources.reviews,
        )
        if survey.has_errors:
            return _tell(Handed(survey, asked.jobs.most))
        _note_the_rest(survey, snapshot)
        kept = KeptPages(former, last.pages if last else {})
        handed = Handed(survey, asked.jobs.most, asked.progress, kept=kept)
        try:
            return start.build(handed, snapshot, clone)
        except (Refused, EnvironmentFault) as refusal:
            # What it stumbled over may have changed under its feet.
            _check_sources(snapshot)
            if not isinstance(refusal, Refused):
                raise
            return _tell(handed)


@dataclass(frozen=True, slots=True)
class _Start:
    """What a build starts from: hashes of `sources` and `content/`, the last build, the site that it left.

    `apart`: what can be done beside is done in a process of its own.
    """

    asked: Asked
    sources: bytes | None
    content: bytes | None
    former: FormerSite | None
    last: LastBuild | None
    apart: bool

    @property
    def bodies(self) -> Bodies | None:
        """What Pelican made in the last build, if it would make the same again."""
        bodies = self.last.bodies if self.last else None
        if bodies is None or self.former is None or self.content is None:
            return None
        is_same = bodies.key == self.content and self.former.is_untouched(bodies.copied)
        return bodies if is_same else None

    def build(self, handed: Handed, snapshot: Snapshot, clone: Clone) -> Built:
        """Write the site beside the former one, put it in its place, and return what was found.

        Raises Refused, Stop.
        """
        found = [*handed.problems]
        try:
            return self._build(handed, snapshot, clone, self.bodies)
        except Reserved:
            handed.problems = found
            return self._build(handed, snapshot, clone, None)

    def _build(
        self, handed: Handed, snapshot: Snapshot, clone: Clone, known: Bodies | None
    ) -> Built:
        asked = self.asked
        with (
            stage(asked.output, clone) as (staged, times),
            # Beside what follows where that is short; else at its end.
            Aside(self._look_again, apart=times is not None and self.apart) as looking,
        ):
            reserved = frozenset(known.copied if known else ())
            tree = NewTree(staged, self.former, times is not None, reserved=reserved)
            handed.tree = tree
            bodies = self._write(handed, tree, known)
            _refuse_errors(handed)
            built = _tell(handed)
            with Aside(partial(_check_sources, snapshot), apart=self.apart) as checking:
                key, files = tree.finish()
                changed = tree.list_changed()
                folders = self._note_folders(tree.folder, files.names, changed, times)
                checking.result()
            looking.result()
            swap_in(staged, asked.output, asked.kept("spare"), self._list_outdated(changed))
        pages = handed.kept.now if handed.kept else {}
        told = tell_again(self.sources, built)
        last = LastBuild(key, files, folders, pages, bodies, told)
        remember_build(asked.kept("builds"), last)
        if self.former is None:
            folders = begin_spare(
                asked.output, files, folders, asked.kept("spare"), asked.jobs.most
            )
            remember_build(asked.kept("builds"), replace(last, folders=folders))
        return built

    def _note_folders(
        self, staged: Path, files: Sequence[str], changed: Collection[str], times: bytes | None
    ) -> Folders:
        """Return the folders of the new site of `files`; of a clone it is known when they changed."""
        former = self.former
        if former is None or not (times or former.folders.are_of(former.files.names)):
            folders = folders_of(files)
        else:
            # What was served is the spare then.
            paths, served = former.folders.paths, former.folders.served
            folders = Folders(paths, times or served, served).after(files, changed)
        noted = folders.served if times else note_times(staged, folders, self.asked.jobs.most)
        return Folders(folders.paths, forget_unsettled(noted), folders.spare)

    def _list_outdated(self, changed: Collection[str]) -> list[str]:
        """Return what of the former site is not to be kept."""
        return sorted(name for name in changed if self.former and name in self.former.files)

    def _look_again(self) -> bytes:
        """Raise WrongUsage where others put files into the output meanwhile; EnvironmentFault."""
        output, former = self.asked.output, self.former
        if former is None:
            check_output(output, self.asked.folder.root)
        else:
            check_place(output, self.asked.folder.root)
            look = FolderLook(output, former.folders, former.files)
            with environment_faults(output):
                found = look.look(range(len(look)))
            check_files(output, former.files, found.other)
        return b""

    def _write(self, handed: Handed, tree: NewTree, known: Bodies | None) -> Bodies:
        """Write all files; Pelican is asked for bodies where they are not known.

        Return them as far as they are worth keeping: Pelican had nothing to say. Raises Refused,
        Reserved, Stop.
        """
        if known is not None:
            write_handed(handed, tree, known.html)
            with environment_faults(tree.folder):
                for name in known.copied:
                    tree.carry(name)
            handed.problems += find_lost_links(handed.survey, known.html, tree)
            return known
        from ambassade.plugin import run_pelican  # noqa: PLC0415 - it takes a quarter of a second to load

        run_pelican(handed.survey.folder.settings_files[-1], tree.folder, handed)
        ours = tree.names
        with environment_faults(tree.folder):
            take_others(tree)
        handed.problems += find_lost_links(handed.survey, handed.bodies, tree)
        if handed.problems or tree.overwritten:
            return Bodies()
        return Bodies(self.content, handed.bodies, tuple(sorted(tree.names - ours)))


def _tell(handed: Handed) -> Built:
    """Return what was found, together with the problems of writing."""
    survey = handed.survey
    judged = judge(handed.problems, survey.site.settings)
    together = sorted({*survey.problems, *judged}, key=lambda one: one.sort_key)
    return Built(
        problems=tuple(together),
        pages=len(survey.lines),
        reviews=len(survey.site.reviews),
        stars=survey.lines.count_stars(),
        unlocked=survey.unlocked,
        anew=survey.anew or handed.anew,
    )


def _refuse_errors(handed: Handed) -> None:
    handed.problems = [*judge(handed.problems, handed.survey.site.settings)]
    if any(problem.level is Level.ERROR for problem in handed.problems):
        raise Refused


def _note_the_rest(survey: Survey, snapshot: Snapshot) -> None:
    for picture in shown_pictures(survey.site):
        snapshot.note(survey.folder.content / picture.path)
    for folder in theme_folders(survey.folder.root):
        snapshot.note(folder)
        for entry in walk_tree(folder):
            snapshot.note(Path(entry.path))


def _check_sources(snapshot: Snapshot) -> bytes:
    """Raise EnvironmentFault where a source is no longer what was read; else there is nothing to say."""
    changed = snapshot.changed()
    if changed:
        raise EnvironmentFault(
            N_("{path} changed during the build. The former site stays; build again."),
            path=changed[0],
        )
    return b""
