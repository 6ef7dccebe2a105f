"""What may not lie in a site's folders: links out, what is no file, names alike, what lies too deep."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from ambassade.paths.folded_path import fold_path
from ambassade.paths.folder_tree import DEEPEST, LONGEST, walk_tree
from ambassade.problem import Place, Problem
from ambassade.rules.reading import folder_too_deep, link_outside, names_alike, not_a_file
from ambassade.source.links_outside import leads_outside

if TYPE_CHECKING:
    import os
    from collections.abc import Collection, Iterable, Iterator

_READ_BY_PELICAN = frozenset({"stories", "pages"})


def find_unfit(site: Path, folder: Path, used: Collection[str] = ()) -> Iterator[Problem]:
    """Yield the problems of what lies below `folder`; with `used`, in those of its folders alone.

    Links are told wherever they are. Raises EnvironmentFault.
    """
    beyond: list[Path] = []
    entries = [*walk_tree(folder, beyond)]
    for link in _sorted(each for each in entries if each.is_symlink()):
        if not link.name.startswith(".") and leads_outside(link, site, folder):
            yield link_outside.RULE.at(_start(link, site))

    def is_used(path: Path) -> bool:
        return not used or path.relative_to(folder).parts[0] in used

    for path in filter(is_used, _sorted(filter(is_no_file, entries))):
        is_told = path.is_symlink() and leads_outside(path, site, folder)
        if not is_told and _may_be_read(path.relative_to(folder)):
            yield not_a_file.RULE.at(_start(path, site))
    for path, other in _find_alike(filter(is_used, _sorted(entries)), folder):
        yield names_alike.RULE.at(_start(path, site), other=other)
    for path in filter(is_used, sorted(beyond)):
        yield _tell_too_deep(_start(path, site), len(path.relative_to(folder).parts))


def _sorted(entries: Iterable[os.DirEntry[str]]) -> list[Path]:
    return sorted(Path(each.path) for each in entries)


def _may_be_read(path: Path) -> bool:
    """Tell whether anybody reads a path: hidden folders, such as git's, only Pelican looks into."""
    if not any(part.startswith(".") for part in path.parts[:-1]):
        return True
    return path.parts[0] in _READ_BY_PELICAN and path.suffix == ".md"


def is_no_file(entry: os.DirEntry[str]) -> bool:
    """Tell whether there is something, which is neither a file nor a folder."""
    try:
        return not (entry.is_file() or entry.is_dir()) and bool(entry.stat())
    except OSError:  # a link to itself, or one that leads nowhere
        return False


def _find_alike(paths: Iterable[Path], folder: Path) -> Iterator[tuple[Path, str]]:
    """Yield what is, for some disks, at the path of another one before it, with that one's name."""
    first: dict[tuple[Path, str], str] = {}
    for path in paths:
        if any(part.startswith(".") for part in path.relative_to(folder).parts):
            continue
        other = first.setdefault((path.parent, fold_path(path.name)), path.name)
        if other != path.name:
            yield path, other


def _tell_too_deep(place: Place, depth: int) -> Problem:
    if depth > DEEPEST:
        return folder_too_deep.RULE.at(place, deepest=DEEPEST)
    fact, remedy = folder_too_deep.TOO_LONG, folder_too_deep.SHORTEN
    return folder_too_deep.RULE.at(place, fact=fact, remedy=remedy, longest=LONGEST)


def _start(path: Path, site: Path) -> Place:
    return Place(path.relative_to(site).as_posix())
