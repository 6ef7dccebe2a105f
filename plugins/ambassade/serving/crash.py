"""What a person needs of a build that crashed: the file and line that are theirs, and the error.

In: the exit code and the traceback. Out: a `Fault`.
"""

from __future__ import annotations

import os
import re
import sysconfig
from pathlib import Path
from typing import TYPE_CHECKING, Final

from ambassade.locale import terminal_language, translations
from ambassade.problem import inert
from ambassade.serving.board import Fault

if TYPE_CHECKING:
    from collections.abc import Sequence

LONGEST: Final = 2000
_CODE: Final = Path(__file__).parent.parent
_NOT_THEIRS: Final = tuple(
    f"{folder}{os.sep}"
    for folder in (_CODE, *(sysconfig.get_path(name) for name in ("stdlib", "purelib", "platlib")))
)
_FRAME = re.compile(r'^ +File "(?P<file>[^<"][^"]*)", line (?P<line>\d+)', re.MULTILINE)
_ERROR = re.compile(r"^[A-Za-z_][\w.]*(?:: .*)?$", re.MULTILINE)


def describe_crash(code: int, errors: str, site: Path) -> Fault:
    """Return the innermost line of the site's own files in the traceback, and the error itself."""
    frames = [(found["file"], found["line"]) for found in _FRAME.finditer(errors)]
    said = _ERROR.findall(errors)
    words = f"{_name_end(code)} {said[-1]}" if said else _name_end(code)
    return Fault(inert(_place_of(frames, site), LONGEST), "", inert(words, LONGEST))


def _place_of(frames: Sequence[tuple[str, str]], site: Path) -> str:
    theirs = [frame for frame in frames if not frame[0].startswith(_NOT_THEIRS)]
    if not frames:
        return ""
    file, line = (theirs or frames)[-1]
    path = Path(file)
    shown = path.relative_to(site) if path.is_relative_to(site) else path
    return f"{shown.as_posix()}:{line}"


def _name_end(code: int) -> str:
    _ = translations(terminal_language()).gettext
    if code >= 0:
        return _("The build crashed.")
    return _("The build was killed (signal {number}).").format(number=-code)
