"""Pelican's side: the only module that imports it.

Pelican reads the bodies of stories and static pages, with whatever plugins the site adds; our
generator writes every page. `ambassade build` hands its survey over; under `pelican content` alone
the generator makes one itself, tells the problems, and ends with exit code 1 before anything is
written.
"""

from __future__ import annotations

import sys
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, NoReturn

from jinja2 import Environment
from pelican import Pelican, signals
from pelican.contents import Article, Page
from pelican.generators import Generator
from pelican.log import console
from pelican.settings import read_settings

from ambassade.after_plugins import settle
from ambassade.bodies import find_unread
from ambassade.body_links import align_by_class, put_under
from ambassade.body_time_limit import limit_reading
from ambassade.clock import today_utc
from ambassade.content_folder import find_content
from ambassade.damaged_pictures import describe_damaged
from ambassade.deep_folders import remove_empty_folders
from ambassade.find_site import importing_from
from ambassade.handed import HANDED, Handed, Refused
from ambassade.linked_pages import lead_to_pages
from ambassade.pelican_copies import Copies, leave_out_ours
from ambassade.pelican_settings import own
from ambassade.pelican_words import told_as_problems
from ambassade.problem import Level, Problem
from ambassade.publish.exclusive import only_one
from ambassade.publish.manifest import MANIFEST_NAME, write_manifest
from ambassade.publish.move_in import move_in
from ambassade.publish.new_tree import NewTree
from ambassade.publish.output_folder import check_output
from ambassade.publish.pictures import DamagedPictures
from ambassade.publish.shown_pictures import find_bare
from ambassade.publish.site_files import write_site
from ambassade.publish.snapshot import Snapshot
from ambassade.publish.staging import stage
from ambassade.publish.template_fault import TemplateFault
from ambassade.rules.severity import judge
from ambassade.site_folder import SiteFolder, other_plugins
from ambassade.stop import Stop, environment_faults
from ambassade.survey import survey_site
from ambassade.terminal.telling import tell_problems, tell_stop
from ambassade.write_handed import describe_template_fault, find_faults, write_handed

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ambassade.surveyed import Survey

# The terminal's, as Pelican has it; where the system lacks that, one that every system has: no page
# of ours hangs on it.
_LOCALES = ["", "C.UTF-8", "C"]


def run_pelican(settings_file: Path, output: Path, handed: Handed) -> None:
    """Let Pelican read the bodies and our generator write the site of `handed` into `output`.

    Raises Refused, with `handed.problems` saying why, when a body could not be read or Pelican came to
    grief; Stop.
    """
    folder = handed.survey.folder
    token = HANDED.set(handed)
    try:
        with told_as_problems(handed, console), _content_of(folder) as content:
            override = {
                "PATH": content,
                "OUTPUT_PATH": str(output),
                "DELETE_OUTPUT_DIRECTORY": False,
                "TIMEZONE": folder.values.get("TIMEZONE") or "UTC",
                "LOCALE": folder.values.get("LOCALE") or _LOCALES,
            }
            with importing_from(folder.root):
                settings = read_settings(str(settings_file), override=override)
                plugins = other_plugins(settings.get("PLUGINS"))
                settings["PLUGINS"] = [*plugins, sys.modules[__name__]]
                pelican = Pelican(settings)
            pelican.run()
    finally:
        HANDED.reset(token)


def _content_of(folder: SiteFolder) -> AbstractContextManager[str]:
    """Return where content is: Pelican refuses a site without, and git keeps no empty folder."""
    if folder.content.is_dir():
        return nullcontext(str(folder.content))
    return TemporaryDirectory()


def register() -> None:
    """Connect to Pelican's signals."""
    signals.initialized.connect(configure)
    signals.readers_init.connect(limit_reading)
    signals.get_generators.connect(_generators)
    signals.article_generator_context.connect(_forget_places)
    signals.page_generator_context.connect(_forget_places)
    signals.article_generator_finalized.connect(_forget_drafts)


def configure(pelican: Pelican) -> None:
    """Set what must be so: reviews are no articles, and pages are written by our generator."""
    pelican.delete_outputdir = False
    own(pelican.settings)
    _finish_after(pelican)


def _finish_after(pelican: Pelican) -> None:
    """Finish when Pelican has run: the receivers of its last signal are called in no order."""
    run = pelican.run

    def run_and_finish() -> None:
        run()
        try:
            _finish(pelican)
        except Stop as stop:
            if HANDED.get() is not None:
                raise
            _exit_with(stop)

    pelican.run = run_and_finish


def _forget_drafts(generator: Any) -> None:  # noqa: ANN401 - Pelican publishes no types
    """Keep Pelican from writing drafts: it would, and fails where pages are ours."""
    generator.drafts = []
    generator.drafts_translations = []


def _forget_places(_generator: Any, metadata: dict[str, Any]) -> None:  # noqa: ANN401 - as above
    """Keep a header from moving a page or choosing its template: it would be written by Pelican, too."""
    for key in ("save_as", "url", "template"):
        metadata.pop(key, None)


def _generators(pelican: Pelican) -> type[Generator]:  # noqa: ARG001 - the signal's signature
    return AmbassadeGenerator


class AmbassadeGenerator(Generator):  # type: ignore[misc]  # Pelican publishes no types
    """Writes every page of a site."""

    def generate_context(self) -> None:
        """Survey the site unless `build` has; end here when there is an error."""
        handed = HANDED.get()
        if handed is None:
            handed = self._survey_alone()
        self.survey, self.handed = handed.survey, handed
        read = {self._name(one): one for one in self._read()}
        told = {name: {**one.metadata, "status": one.status} for name, one in read.items()}
        self._refuse(find_unread(self.survey, told))
        lead_to_pages(self.survey, read.items())

    def generate_output(self, writer: object) -> None:  # noqa: ARG002 - Pelican's signature
        """Write all pages; alone, beside the output first, so that a fault leaves it as it was."""
        # Only now: Pelican knows its static files last, and `{static}` links lead to them.
        bodies = self._render_bodies()
        self._refuse(self._copies(bodies).find_faults())
        if self.handed.tree is not None:
            tree = self.handed.tree
            tree.find_foreign()
            write_handed(self.handed, tree, bodies, _additions_to(self.env))
        else:
            tree = self._write_beside(Path(self.output_path), bodies)
        # They are copied only after this.
        tree.taken += leave_out_ours(self.context, {*tree.names, MANIFEST_NAME})
        self.settings["AMBASSADE_WRITTEN"] = (self.handed, tree)

    def _write_beside(self, output: Path, bodies: dict[str, str]) -> NewTree:
        """Write all pages without `build`; end here when there is an error."""
        self._refuse(find_faults(self.survey, bodies))
        try:
            with stage(output) as (staged, _):
                tree = NewTree(staged)
                write_site(self.survey, tree, bodies, additions=_additions_to(self.env))
                taken = move_in(staged, output)
        except DamagedPictures as damaged:
            _tell_or_stop([*describe_damaged(damaged, self.survey, bodies)], self.survey)
        except TemplateFault as fault:
            tell_problems([describe_template_fault(fault, self.survey.folder.root)])
            sys.exit(1)
        except Stop as stop:
            _exit_with(stop)
        return NewTree(output, files=tree.files, taken=taken)

    def _refuse(self, found: Iterable[Problem]) -> None:
        """Keep what was found; end here when there is an error, before anything is written or copied."""
        problems = [*found]
        self.handed.problems += problems
        if HANDED.get() is None:
            _tell_or_stop(problems, self.survey)
        elif any(one.level is Level.ERROR for one in judge(problems, self.survey.site.settings)):
            raise Refused

    def _copies(self, bodies: dict[str, str]) -> Copies:
        linking = [(self._name(one), one) for one in self._read()]
        path, survey = Path(self.path), self.survey
        bare = find_bare(survey.site, bodies)
        return Copies(self.context, self.settings, path, survey.folder, linking, bare)

    def _survey_alone(self) -> Handed:
        root = _root_of(self.settings)
        try:
            self.lock = only_one(root)
            self.lock.__enter__()
            check_output(Path(self.output_path), root)
            survey = survey_site(_folder_of(self.settings), today_utc(), Snapshot().note)
        except Stop as stop:
            _exit_with(stop)
        tell_problems(survey.problems)
        if survey.has_errors:
            sys.exit(1)
        return Handed(survey, jobs=1)

    def _read(self) -> list[Article | Page]:
        read = self.context["generated_content"].values()
        return [one for one in read if isinstance(one, Article | Page)]

    def _name(self, one: Article | Page) -> str:
        folder = self.survey.folder
        # Not resolved: a folder of stories may be a link.
        below = Path(one.source_path).absolute().relative_to(Path(self.path).absolute())
        return (folder.content / below).relative_to(folder.root).as_posix()

    def _render_bodies(self) -> dict[str, str]:
        base = self.survey.site.settings.base
        return {
            self._name(one): put_under(align_by_class(one.get_content(base)), base)
            for one in self._read()
        }


def _tell_or_stop(problems: list[Problem], survey: Survey) -> None:
    """Tell the problems; end here when there is an error."""
    judged = [*judge(problems, survey.site.settings)]
    tell_problems(judged)
    if any(problem.level is Level.ERROR for problem in judged):
        sys.exit(1)


def _additions_to(environment: Environment) -> dict[str, dict[str, Any]]:
    """Return what Pelican, its plugins and JINJA_FILTERS and the like add to Jinja."""
    plain = Environment(autoescape=True)
    kinds = ("filters", "globals", "tests")
    return {
        kind: {
            name: one
            for name, one in getattr(environment, kind).items()
            if name not in getattr(plain, kind)
        }
        for kind in kinds
    }


def _finish(pelican: Pelican) -> None:
    handed, tree = pelican.settings.pop("AMBASSADE_WRITTEN", (None, None))
    if handed is None:
        return
    output = Path(pelican.output_path)
    found = [*settle(handed.survey, tree, is_listed=handed.tree is None)]
    handed.problems += found
    if handed.tree is None:
        with environment_faults(output):
            remove_empty_folders(output)
        write_manifest(output)
        _tell_or_stop(found, handed.survey)


def _folder_of(settings: dict[str, Any]) -> SiteFolder:
    root = _root_of(settings)
    content = find_content(root, settings)
    return SiteFolder(root, content, (root / "pelicanconf.py",), settings)


def _root_of(settings: dict[str, Any]) -> Path:
    """Return the site's folder: where Pelican was called, if its settings are there."""
    here = Path.cwd()
    return here if (here / "pelicanconf.py").is_file() else Path(settings["PATH"]).parent


def _exit_with(stop: Stop) -> NoReturn:
    tell_stop(stop)
    sys.exit(stop.code)
