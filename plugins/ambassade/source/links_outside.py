"""Links in a site's folders that lead out of it: what they lead to is not for a site to show.

Who may only propose a change could otherwise have a file of the building machine published. A folder
that is itself a link (`content` kept elsewhere) is the owner's own arrangement.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


def find_links_outside(site: Path, folders: Iterable[Path]) -> Iterator[Path]:
    """Yield the links below `folders` that lead out of `site` and of their folder."""
    for folder in folders:
        for link in _links_below(folder):
            if leads_outside(link, site, folder):
                yield link


def leads_outside(link: Path, site: Path, *also: Path) -> bool:
    """Tell whether there is something where `link` leads, and it is in none of the folders."""
    target = os.path.realpath(link)
    within = (*also, site, site / "reviews")
    return os.path.exists(target) and not any(  # noqa: PTH110 - as realpath: a loop raises nothing
        Path(target).is_relative_to(os.path.realpath(folder)) for folder in within
    )


def _links_below(folder: Path) -> Iterator[Path]:
    for path, folders, files in os.walk(folder):
        for name in sorted([*folders, *files]):
            if not name.startswith(".") and (link := Path(path, name)).is_symlink():
                yield link
