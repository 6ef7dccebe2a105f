"""What Pelican logs, as problems: by itself it would end well in spite of errors."""

from __future__ import annotations

import logging
import re
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

from ambassade.pelican_run.fault import describe_pelican_fault
from ambassade.pelican_run.handed import Refused
from ambassade.problem import Level, Place
from ambassade.rules.building import body_link, pelican_error, pelican_warning

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from rich.console import Console

    from ambassade.pelican_run.handed import Handed
    from ambassade.problem import Problem
    from ambassade.public import StaticPage, Story

_NO_STAMP: Final = "Cannot get modification stamp"
_LOST: Final = "Unable to find '{}', skipping url replacement."


@contextmanager
def told_as_problems(handed: Handed, console: Console) -> Iterator[None]:
    """Turn what Pelican logs as a warning or worse into problems; it would exit 0 on errors.

    Raises Refused, with a problem that says why, where Pelican itself came to grief.
    """
    listener = _Listener(handed)
    logger = logging.getLogger("pelican")
    logger.addHandler(listener)
    was_quiet, console.quiet = console.quiet, True
    try:
        yield
    except Exception as error:
        fault = describe_pelican_fault(error, handed.survey.folder)
        if fault is None:
            raise
        handed.problems.append(fault)
        raise Refused from error
    finally:
        console.quiet = was_quiet
        logger.removeHandler(listener)


def leave_out_told(said: Iterable[Problem], found: Iterable[Problem]) -> Iterator[Problem]:
    """Yield what Pelican `said`, but for links that are `found` to be lost, each at its place."""
    links = (str(dict(one.values)["link"]) for one in found if one.code == body_link.RULE.code)
    told = tuple({_LOST.format(link.partition("}")[2]) for link in links})
    for one in said:
        if one.code != pelican_warning.RULE.code or not _is_told(dict(one.values)["words"], told):
            yield one


def _is_told(words: str, told: tuple[str, ...]) -> bool:
    """Tell whether the words, which may be cut, are among those told."""
    is_cut = words.endswith("…")
    return words in told or (is_cut and any(one.startswith(words[:-1]) for one in told))


class _Listener(logging.Handler):
    def __init__(self, handed: Handed) -> None:
        super().__init__(logging.WARNING)
        self.handed = handed

    def emit(self, record: logging.LogRecord) -> None:
        """Keep what was said as a problem."""
        # That a text links it is told at the text, and that a source went while it was read at the end.
        is_gone = isinstance(sys.exc_info()[1], FileNotFoundError)
        if is_gone and str(record.msg).startswith(_NO_STAMP):
            return
        file = self.handed.survey.folder.settings_files[-1].name
        level = Level.ERROR if record.levelno >= logging.ERROR else Level.WARNING
        rule = pelican_error.RULE if level is Level.ERROR else pelican_warning.RULE
        # Of what it could not process Pelican logs the name alone, while it handles the exception.
        reason = sys.exc_info()[1] if level is Level.ERROR else None
        said = record.getMessage() if reason is None else f"{record.getMessage()}: {reason}"
        words = " ".join(said.split())
        self.handed.problems.append(rule.at(self._place(words) or Place(file), words=words))

    def _place(self, words: str) -> Place | None:
        """Return the story or page that is spoken of."""
        site = self.handed.survey.site
        records: list[Story | StaticPage] = [*site.stories, *site.pages]
        named = [one for one in records if _is_named(one.file, words)]
        return max(named, key=lambda one: len(one.file)).place() if named else None


def _is_named(file: str, words: str) -> bool:
    """Tell whether Pelican's words name `file`, by its path from the site or from `content/`."""
    below = file.partition("/")[2]
    return re.search(rf"(?<![\w.-]){re.escape(below)}(?![\w-])", words) is not None
