"""Finds a site and loads its settings file, as Python, without Pelican."""

from __future__ import annotations

import runpy
import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ambassade.content_folder import find_content
from ambassade.problem import N_
from ambassade.site_folder import SiteFolder
from ambassade.source.settings_syntax import find_slip
from ambassade.stop import WrongUsage

if TYPE_CHECKING:
    from collections.abc import Iterator

SETTINGS = "pelicanconf.py"


def find_site(site: Path, settings: Path | None) -> SiteFolder:
    """Return the site in the folder `site`, its settings loaded from `settings` (pelicanconf.py).

    Raises WrongUsage where there is no site, or its settings file is missing or does not load.
    """
    root = site.resolve()
    *_, file = files = list_settings(root, settings)
    values = load_settings(file, root)
    content = find_content(root, values)
    if not content.is_dir() and not (root / "reviews").is_dir():
        raise WrongUsage(
            N_("There is no site in {folder}: neither reviews/ nor content/."), folder=root
        )
    return SiteFolder(root, content, tuple(each for each in files if each.is_file()), values)


def list_settings(root: Path, settings: Path | None) -> tuple[Path, ...]:
    """Return pelicanconf.py, and the settings file that may import it, which comes last.

    Raises WrongUsage where there is no site in `root`, or its settings file is missing.
    """
    file = _find_settings(root, settings)
    return (file,) if file.name == SETTINGS else (root / SETTINGS, file)


def _find_settings(root: Path, settings: Path | None) -> Path:
    """Return where the settings file of the site in `root` is. Raises WrongUsage if it is nowhere."""
    if not root.is_dir():
        raise WrongUsage(N_("There is no folder {folder}."), folder=root)
    if settings is None:
        file = root / SETTINGS
        if not file.is_file():
            raise WrongUsage(
                N_("There is no site in {folder}: {name} is missing."), folder=root, name=SETTINGS
            )
        return file
    for file in (settings.absolute(), root / settings):
        if file.is_file():
            return file
    raise WrongUsage(N_("The settings file {file} is missing."), file=settings)


def load_settings(file: Path, root: Path) -> dict[str, Any]:
    """Return the upper-case names that the Python file defines. Raises WrongUsage if it fails."""
    with importing_from(root):
        try:
            names = runpy.run_path(str(file))
        except (KeyboardInterrupt, MemoryError):
            raise
        except BaseException as error:  # a settings file may raise anything, even SystemExit
            if slip := find_slip(error, root):
                raise slip from error
            reason = f"{type(error).__name__}: {error}"
            line = _line_in(error, file)
            raise WrongUsage(
                N_("The settings file {file}, line {line}, does not load: {reason}"),
                file=file,
                line=line,
                reason=reason,
            ) from error
    return {name: value for name, value in names.items() if name.isupper()}


def _line_in(error: BaseException, file: Path) -> int:
    line, trace = 1, error.__traceback__
    while trace is not None:
        if trace.tb_frame.f_code.co_filename == str(file):
            line = trace.tb_lineno
        trace = trace.tb_next
    return line


@contextmanager
def importing_from(root: Path) -> Iterator[None]:
    """Let one settings file import the other of the same folder, and forget it afterwards.

    Python writes nothing of what it compiles: it would take that for the file itself after a change of the
    same second that is as long. The standard streams stay what they were.
    """
    before, compiled = set(sys.modules), sys.dont_write_bytecode
    streams = sys.stdin, sys.stdout, sys.stderr
    sys.path.insert(0, str(root))
    sys.dont_write_bytecode = True
    try:
        yield
    finally:
        sys.path.remove(str(root))
        sys.dont_write_bytecode = compiled
        sys.stdin, sys.stdout, sys.stderr = streams
        for name in set(sys.modules) - before:
            origin = getattr(sys.modules[name], "__file__", None)
            if origin and Path(origin).parent == root:
                del sys.modules[name]
