"""Where a template fails, and why: what Jinja raises, as an exception that can be sent and told."""

from __future__ import annotations

import traceback
from pathlib import Path
from typing import TYPE_CHECKING

from jinja2 import TemplateSyntaxError

from ambassade.paths.folder_tree import list_tree

if TYPE_CHECKING:
    from collections.abc import Sequence
    from traceback import FrameSummary

    from jinja2 import TemplateError


class TemplateFault(Exception):  # noqa: N818 - it is no error of ours
    """A template that fails: its file, the line, and what Jinja says."""

    def __init__(self, file: str, line: int, reason: str) -> None:
        super().__init__(file, line, reason)
        self.file, self.line, self.reason = file, line, reason


def locate(error: TemplateError) -> TemplateFault:
    """Return the fault behind Jinja's error: at the innermost line of a template."""
    reason = (error.message or type(error).__name__).rstrip(".")
    if isinstance(error, TemplateSyntaxError):
        return TemplateFault(error.filename or error.name or "", error.lineno, reason)
    templates = _frames_of(error)
    if not templates:
        return TemplateFault("theme/templates", 1, reason)
    return TemplateFault(templates[-1].filename, templates[-1].lineno or 1, reason)


def locate_any(error: Exception, themes: Sequence[Path]) -> TemplateFault | None:
    """Return the fault behind any error on a site with templates in `themes`; None where there are none.

    It is told at the innermost line of one of them; where none is on the way, at that of another template,
    which called something of theirs.
    """
    files = [str(path) for theme in themes for path in _templates_in(theme)]
    reason = f"{type(error).__name__}: {error}".rstrip(".")
    if isinstance(error, UnicodeDecodeError):
        return next((TemplateFault(each, 1, reason) for each in files if _is_garbled(each)), None)
    frames = _frames_of(error)
    own = [frame for frame in frames if frame.filename in files] or (frames if files else [])
    return TemplateFault(own[-1].filename, own[-1].lineno or 1, reason) if own else None


def _frames_of(error: Exception) -> list[FrameSummary]:
    frames = traceback.extract_tb(error.__traceback__)
    return [frame for frame in frames if frame.filename.endswith(".html")]


def _templates_in(theme: Path) -> list[Path]:
    return [path for path in list_tree(theme / "templates") if path.suffix == ".html"]


def _is_garbled(file: str) -> bool:
    try:
        Path(file).read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return True
    return False
