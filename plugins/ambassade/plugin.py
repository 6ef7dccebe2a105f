"""Pelican's side: the only module that imports it.

Pelican reads the bodies of stories and static pages, with whatever plugins the site adds; our
generator writes every page. `ambassade build` hands its survey over; under `pelican content` alone
the generator makes one itself, tells the problems, and ends with exit code 1 before anything is
written.
"""

from __future__ import annotations

import logging
import re
import sys
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from jinja2 import Environment
from pelican import Pelican, signals
from pelican.contents import Article, Page
from pelican.generators import Generator
from pelican.log import console
from pelican.settings import read_settings

from ambassade.clock import today_utc
from ambassade.problem import Level, Place
from ambassade.publish.exclusive import only_one
from ambassade.publish.manifest import read_manifest, write_manifest
from ambassade.publish.output_folder import check_output
from ambassade.publish.site_files import restore_outputs, write_site
from ambassade.publish.snapshot import Snapshot
from ambassade.rules.building import body_not_read, file_taken, pelican_error, pelican_warning
from ambassade.site_folder import SiteFolder
from ambassade.stop import Stop
from ambassade.survey import Survey, survey_site
from ambassade.terminal.telling import tell_problems, tell_stop

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from ambassade.problem import Problem
    from ambassade.public import StaticPage, Story

_ROOT_RELATIVE = re.compile(r"""(?P<before>\s(?:href|src|poster)=["'])/(?!/)""")
OURS: dict[str, Any] = {
    "ARTICLE_PATHS": ["stories"],
    "PAGE_PATHS": ["pages"],
    "THEME_STATIC_PATHS": [],
    "DIRECT_TEMPLATES": [],
    "OUTPUT_SOURCES": False,
    "DELETE_OUTPUT_DIRECTORY": False,
    "FEED_ALL_ATOM": None,
    "FEED_ALL_RSS": None,
    "FEED_ATOM": None,
    "FEED_RSS": None,
    "CATEGORY_FEED_ATOM": None,
    "CATEGORY_FEED_RSS": None,
    "AUTHOR_FEED_ATOM": None,
    "AUTHOR_FEED_RSS": None,
    "TAG_FEED_ATOM": None,
    "TAG_FEED_RSS": None,
    "TRANSLATION_FEED_ATOM": None,
    "TRANSLATION_FEED_RSS": None,
}
_NOT_WRITTEN = (
    *(f"{kind}_SAVE_AS" for kind in ("ARTICLE", "PAGE", "DRAFT", "DRAFT_PAGE")),
    *(f"{kind}_LANG_SAVE_AS" for kind in ("ARTICLE", "PAGE", "DRAFT", "DRAFT_PAGE")),
    *(f"{kind}_SAVE_AS" for kind in ("AUTHOR", "CATEGORY", "TAG")),
    *(f"{kind}_ARCHIVE_SAVE_AS" for kind in ("YEAR", "MONTH", "DAY")),
)


@dataclass(slots=True)
class Handed:
    """What `build` hands to the generator, and what comes back."""

    survey: Survey
    jobs: int
    progress: Callable[[int, int | None], None] | None = None
    problems: list[Problem] = field(default_factory=list)


_handed: ContextVar[Handed | None] = ContextVar("handed", default=None)


class Refused(Exception):  # noqa: N818 - it is no error of ours
    """Pelican could not read what the site needs: the problems say what."""


def run_pelican(settings_file: Path, output: Path, handed: Handed) -> None:
    """Let Pelican read the bodies and our generator write the site of `handed` into `output`.

    Raises Refused, with `handed.problems` saying why, when a body could not be read; Stop.
    """
    folder = handed.survey.folder
    token = _handed.set(handed)
    try:
        with _words_of_pelican(handed), TemporaryDirectory() as nothing:
            override = {
                # Pelican refuses a site that has no such folder, and git keeps no empty one.
                "PATH": str(folder.content) if folder.content.is_dir() else nothing,
                "OUTPUT_PATH": str(output),
                "DELETE_OUTPUT_DIRECTORY": False,
                "TIMEZONE": folder.values.get("TIMEZONE") or "UTC",
            }
            settings = read_settings(str(settings_file), override=override)
            plugins = [name for name in settings.get("PLUGINS") or [] if name != "ambassade"]
            settings["PLUGINS"] = [*plugins, sys.modules[__name__]]
            Pelican(settings).run()
    finally:
        _handed.reset(token)


def register() -> None:
    """Connect to Pelican's signals."""
    signals.initialized.connect(configure)
    signals.get_generators.connect(_generators)
    signals.article_generator_finalized.connect(_forget_drafts)


def configure(pelican: Pelican) -> None:
    """Set what must be so: reviews are no articles, and pages are written by our generator."""
    settings = pelican.settings
    pelican.delete_outputdir = False
    settings.update(OURS)
    settings.update(dict.fromkeys(_NOT_WRITTEN, ""))
    settings.update(_addresses(settings))
    settings["STATIC_PATHS"] = [
        path for path in settings["STATIC_PATHS"] if path.strip("./") not in {"", "images"}
    ]
    _finish_after(pelican)


def _finish_after(pelican: Pelican) -> None:
    """Finish when Pelican has run: the receivers of its last signal are called in no order."""
    run = pelican.run

    def run_and_finish() -> None:
        run()
        _finish(pelican)

    pelican.run = run_and_finish


def _forget_drafts(generator: Any) -> None:  # noqa: ANN401 - Pelican publishes no types
    """Keep Pelican from writing drafts: it would, and fails where pages are ours."""
    generator.drafts = []
    generator.drafts_translations = []


def _addresses(settings: dict[str, Any]) -> dict[str, str]:
    set_ones = settings.get("ADDRESSES") or {}
    story = str(set_ones.get("story", "stories/{story}/")).replace("{story}", "{slug}")
    page = str(set_ones.get("page", "{page}/")).replace("{page}", "{slug}")
    return {
        "ARTICLE_URL": story,
        "PAGE_URL": page,
        "ARTICLE_LANG_URL": f"{{lang}}/{story}",
        "PAGE_LANG_URL": f"{{lang}}/{page}",
    }


def _generators(pelican: Pelican) -> type[Generator]:  # noqa: ARG001 - the signal's signature
    return AmbassadeGenerator


class AmbassadeGenerator(Generator):  # type: ignore[misc]  # Pelican publishes no types
    """Writes every page of a site."""

    def generate_context(self) -> None:
        """Survey the site unless `build` has; end here when there is an error."""
        handed = _handed.get()
        if handed is None:
            handed = self._survey_alone()
        self.survey, self.handed = handed.survey, handed
        self.bodies = self._read_bodies()
        missing = [*find_unread(self.survey, self.bodies)]
        handed.problems += missing
        if missing and _handed.get() is not None:
            raise Refused
        if missing:
            tell_problems(missing)
            sys.exit(1)

    def generate_output(self, writer: object) -> None:  # noqa: ARG002 - Pelican's signature
        """Write all pages; alone, first remove what an earlier build of ours left."""
        output = Path(self.output_path)
        try:
            if _handed.get() is None:
                _remove_former(output)
            written = write_site(
                self.survey.site,
                self.survey.pages,
                self.survey.folder,
                output,
                self.bodies,
                jobs=self.handed.jobs,
                progress=self.handed.progress,
                additions=_additions_to(self.env),
            )
        except Stop as stop:
            if _handed.get() is not None:
                raise
            _exit_with(stop)
        self.settings["AMBASSADE_WRITTEN"] = (self.handed, written)

    def _survey_alone(self) -> Handed:
        root = Path(self.settings["PATH"]).parent
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

    def _read_bodies(self) -> dict[str, str]:
        read = self.context["generated_content"].values()
        found = [one for one in read if isinstance(one, Article | Page)]
        root = Path(self.settings["PATH"]).parent
        base = self.survey.site.settings.base
        return {
            Path(one.source_path).relative_to(root).as_posix(): put_under(
                one.get_content(base), base
            )
            for one in found
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


def put_under(html: str, base: str) -> str:
    """Return `html` with its root-relative addresses under the path `base` of the site."""
    if not base:
        return html
    moved = _ROOT_RELATIVE.sub(rf"\g<before>{base}/", html)
    return moved.replace(f"{base}{base}/", f"{base}/")


def find_unread(survey: Survey, bodies: dict[str, str]) -> Iterator[Problem]:
    """Yield a problem for each story and page whose body Pelican did not read."""
    records: list[Story | StaticPage] = [*survey.site.stories, *survey.site.pages]
    for record in records:
        if record.file not in bodies:
            yield body_not_read.RULE.at(record.place())


def _remove_former(output: Path) -> None:
    for name in read_manifest(output) or {}:
        (output / name).unlink(missing_ok=True)


def _finish(pelican: Pelican) -> None:
    handed, written = pelican.settings.pop("AMBASSADE_WRITTEN", (None, None))
    if handed is None:
        return
    output, survey = Path(pelican.output_path), handed.survey
    changed = restore_outputs(survey.site, survey.pages, output, written)
    place = Place(survey.folder.settings_files[-1].name)
    told = [file_taken.RULE.at(place, file=name) for name in sorted({*written.taken, *changed})]
    handed.problems += told
    if _handed.get() is None:
        tell_problems(told)
        _remove_empty_folders(output)
        write_manifest(output)


def _remove_empty_folders(output: Path) -> None:
    for folder in sorted((path for path in output.rglob("*") if path.is_dir()), reverse=True):
        if not any(folder.iterdir()):
            folder.rmdir()


def _folder_of(settings: dict[str, Any]) -> SiteFolder:
    content = Path(settings["PATH"])
    root = content.parent
    return SiteFolder(root, content, (root / "pelicanconf.py",), settings)


def _exit_with(stop: Stop) -> None:
    tell_stop(stop)
    sys.exit(stop.code)


@contextmanager
def _words_of_pelican(handed: Handed) -> Iterator[None]:
    """Turn what Pelican logs as a warning or worse into problems; it would exit 0 on errors."""
    listener = _Listener(handed)
    logger = logging.getLogger("pelican")
    logger.addHandler(listener)
    was_quiet, console.quiet = console.quiet, True
    try:
        yield
    finally:
        console.quiet = was_quiet
        logger.removeHandler(listener)


class _Listener(logging.Handler):
    def __init__(self, handed: Handed) -> None:
        super().__init__(logging.WARNING)
        self.handed = handed

    def emit(self, record: logging.LogRecord) -> None:
        """Keep what was said as a problem."""
        file = self.handed.survey.folder.settings_files[-1].name
        level = Level.ERROR if record.levelno >= logging.ERROR else Level.WARNING
        rule = pelican_error.RULE if level is Level.ERROR else pelican_warning.RULE
        words = " ".join(record.getMessage().split())
        self.handed.problems.append(rule.at(self._place(words) or Place(file), words=words))

    def _place(self, words: str) -> Place | None:
        """Return the story or page that is spoken of."""
        site = self.handed.survey.site
        records: list[Story | StaticPage] = [*site.stories, *site.pages]
        return next((one.place() for one in records if Path(one.file).name in words), None)
