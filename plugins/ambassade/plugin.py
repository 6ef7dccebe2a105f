"""Pelican's side: the only module that imports it.

Pelican reads the bodies of stories and static pages, with whatever plugins the site adds; our
generator writes every page. `ambassade build` hands its survey over; what there is to do under
`pelican content` alone is in pelican_run/alone.py.
"""

from __future__ import annotations

import sys
from contextlib import AbstractContextManager, ExitStack, nullcontext
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from jinja2 import Environment
from pelican import Pelican, signals
from pelican.contents import Article, Page
from pelican.generators import Generator
from pelican.log import console
from pelican.settings import read_settings

from ambassade.find_site import importing_from
from ambassade.markup.body_links import align_by_class, put_under
from ambassade.output_place import MANIFEST_NAME
from ambassade.pelican_run.after_plugins import settle
from ambassade.pelican_run.alone import (
    exit_with,
    finish_alone,
    survey_alone,
    tell_or_stop,
    write_beside,
)
from ambassade.pelican_run.bodies import find_unread
from ambassade.pelican_run.body_time_limit import limit_reading
from ambassade.pelican_run.copies import Copies, leave_out_ours
from ambassade.pelican_run.handed import HANDED, Handed, Refused
from ambassade.pelican_run.linked_pages import lead_to_pages
from ambassade.pelican_run.settings import own
from ambassade.pelican_run.words import told_as_problems
from ambassade.pelican_run.write_handed import find_faults, write_handed
from ambassade.problem import Level, Problem
from ambassade.publish.shown_pictures import find_bare
from ambassade.rules.severity import judge
from ambassade.site_folder import other_plugins
from ambassade.stop import Stop

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ambassade.site_folder import SiteFolder

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
            exit_with(stop)

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
            self.held = ExitStack()
            handed = survey_alone(self.settings, Path(self.output_path), self.held)
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
            self._refuse(find_faults(self.survey, bodies))
            tree = write_beside(
                self.survey, Path(self.output_path), bodies, _additions_to(self.env)
            )
        # They are copied only after this.
        tree.taken += leave_out_ours(self.context, {*tree.names, MANIFEST_NAME})
        self.settings["AMBASSADE_WRITTEN"] = (self.handed, tree)

    def _refuse(self, found: Iterable[Problem]) -> None:
        """Keep what was found; end here when there is an error, before anything is written or copied."""
        problems = [*found]
        self.handed.problems += problems
        if HANDED.get() is None:
            tell_or_stop(problems, self.survey)
        elif any(one.level is Level.ERROR for one in judge(problems, self.survey.site.settings)):
            raise Refused

    def _copies(self, bodies: dict[str, str]) -> Copies:
        linking = [(self._name(one), one) for one in self._read()]
        path, survey = Path(self.path), self.survey
        bare = find_bare(survey.site, bodies)
        return Copies(self.context, self.settings, path, survey.folder, linking, bare)

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
        finish_alone(handed.survey, output, found)
