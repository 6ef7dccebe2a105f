"""What may not lie in a site's folders: links out, what is no file, names alike, what lies too deep."""

from __future__ import annotations

import os
import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING

from ambassade.folder_tree import DEEPEST, LONGEST, walk_tree
from ambassade.problem import Place, Problem
from ambassade.rules.reading import folder_too_deep, link_outside, names_alike, not_a_file
from ambassade.source.links_outside import leads_outside

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator


def find_unfit(site: Path, folder: Path, used: Collection[str] = ()) -> Iterator[Problem]:
    """Yield the problems of what lies below `folder`; with `used`, in those of its folders alone.

    Links are told wherever they are. Raises EnvironmentFault.
    """
    beyond: list[Path] = []
    shown = [each for each in walk_tree(folder, beyond) if not each.name.startswith(".")]
    for link in sorted(Path(each.path) for each in shown if each.is_symlink()):
        if leads_outside(link, site, folder):
            yield link_outside.RULE.at(_start(link, site))

    def is_used(path: Path) -> bool:
        return not used or path.relative_to(folder).parts[0] in used

    for path in filter(is_used, sorted(Path(each.path) for each in shown if is_no_file(each))):
        if not path.is_symlink() or not leads_outside(path, site, folder):
            yield not_a_file.RULE.at(_start(path, site))
    for path, other in _find_alike(filter(is_used, (Path(each.path) for each in shown))):
        yield names_alike.RULE.at(_start(path, site), other=other)
    for path in filter(is_used, sorted(beyond)):
        yield _tell_too_deep(_start(path, site), len(path.relative_to(folder).parts))


def is_no_file(entry: os.DirEntry[str]) -> bool:
    """Tell whether there is something, which is neither a file nor a folder."""
    try:
        return not (entry.is_file() or entry.is_dir()) and os.path.exists(entry.path)  # noqa: PTH110 - as is_file
    except OSError:  # a link to itself
        return False


def _find_alike(paths: Iterable[Path]) -> Iterator[tuple[Path, str]]:
    """Yield what is, for some disks, at the path of another one before it, with that one's name."""
    first: dict[str, Path] = {}
    for path in sorted(paths):
        folded = unicodedata.normalize("NFC", unicodedata.normalize("NFC", str(path)).casefold())
        other = first.setdefault(folded, path)
        if other is not path and other.parent == path.parent:
            yield path, other.name


def _tell_too_deep(place: Place, depth: int) -> Problem:
    if depth > DEEPEST:
        return folder_too_deep.RULE.at(place, deepest=DEEPEST)
    fact, remedy = folder_too_deep.TOO_LONG, folder_too_deep.SHORTEN
    return folder_too_deep.RULE.at(place, fact=fact, remedy=remedy, longest=LONGEST)


def _start(path: Path, site: Path) -> Place:
    return Place(path.relative_to(site).as_posix())
