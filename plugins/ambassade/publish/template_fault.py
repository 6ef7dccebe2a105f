"""Where a template fails, and why: what Jinja raises, as an exception that can be sent and told."""

from __future__ import annotations

import traceback
from typing import TYPE_CHECKING

from jinja2 import TemplateSyntaxError

if TYPE_CHECKING:
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
    frames = traceback.extract_tb(error.__traceback__)
    templates = [frame for frame in frames if frame.filename.endswith(".html")]
    if not templates:
        return TemplateFault("theme/templates", 1, reason)
    return TemplateFault(templates[-1].filename, templates[-1].lineno or 1, reason)
