"""Where stories, pages and pictures of a site lie: `content/`, or what PATH says, if that can be.

A PATH that cannot be is a fault of the setting; the site is then looked at as if it were not there, so
that a slip such as `/` lets nobody read a whole disk.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from ambassade.problem import Place
from ambassade.rules.reading import wrong_setting

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ambassade.problem import Problem
    from ambassade.site_folder import SiteFolder

USUAL: Final = "content"
_OTHERS: Final = ("reviews", "theme", "plugins")


def find_content(root: Path, values: Mapping[str, Any]) -> Path:
    """Return the folder of content of the site in `root`, of which nothing need be there."""
    content = _named(root, values)
    return root / USUAL if _fault_of(content, root) else content


def find_content_fault(folder: SiteFolder, places: Mapping[str, Place]) -> list[Problem]:
    """Return what is wrong with PATH."""
    fact = _fault_of(_named(folder.root, folder.values), folder.root)
    if not fact:
        return []
    place = places.get("PATH", Place(folder.settings_files[-1].name))
    told = {"key": "PATH", "value": str(folder.values["PATH"])}
    return [wrong_setting.RULE.at(place, fact=fact, remedy=wrong_setting.NAME_CONTENT, **told)]


def can_hold_content(path: Path, root: Path) -> bool:
    """Tell whether `path` is below the site's folder `root`, and none that is for something else."""
    if not path.is_relative_to(root) or path == root:
        return False
    first = path.relative_to(root).parts[0]
    return first not in _OTHERS and not first.startswith(".")


def _named(root: Path, values: Mapping[str, Any]) -> Path:
    path = Path(os.path.normpath(root / str(values.get("PATH") or USUAL)))
    if path.is_relative_to(root) or not os.path.exists(path):  # noqa: PTH110 - raises nothing
        return path
    # The settings may name the site by a link that leads to it.
    return path.resolve()


def _fault_of(content: Path, root: Path) -> str:
    if not can_hold_content(content, root):
        return wrong_setting.NOT_FOR_CONTENT
    # git keeps no empty folder.
    is_there = content == root / USUAL or os.path.isdir(content)  # noqa: PTH112 - raises nothing
    return "" if is_there else wrong_setting.NO_FOLDER
