"""Where a site may be built: nowhere that sources, or another site, would be lost.

In: the output folder that is named and the site's. Out: nothing, or `WrongUsage` is raised, whatever
stands in that folder; what stands there, `publish/output_folder.py` looks at.
"""

from __future__ import annotations

import re
from contextlib import suppress
from typing import TYPE_CHECKING, Final

from ambassade.problem import N_, Place
from ambassade.rules.reading import wrong_setting
from ambassade.stop import WrongUsage

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from ambassade.problem import Problem
    from ambassade.site_folder import SiteFolder

# What an output carries that is ours, and whose it is.
MANIFEST_NAME: Final = ".ambassade-manifest.json"
SOURCE_FOLDERS: Final = ("content", "reviews", "theme", "plugins", ".git", ".ambassade")
_KEPT: Final = ".ambassade"
_SERVED: Final = re.compile(r"serve(\..+)?(-drafts)?", re.DOTALL)


def find_output(folder: SiteFolder) -> Path:
    """Return where the site is built if nobody names another place. Raises WrongUsage if that is no path."""
    named = str(folder.values.get("OUTPUT_PATH") or "output")
    if "\0" in named:
        raise WrongUsage(N_("The output {output} is no path. Name a folder."), output=named)
    return folder.root / named


def find_output_fault(folder: SiteFolder, places: Mapping[str, Place]) -> list[Problem]:
    """Return what is wrong with OUTPUT_PATH, whatever stands in that folder."""
    if not folder.values.get("OUTPUT_PATH"):
        return []
    try:
        # Of a folder that cannot be looked at, a build tells more.
        with suppress(OSError):
            check_whereabouts(find_output(folder), folder.root)
    except WrongUsage:
        place = places.get("OUTPUT_PATH", Place(folder.settings_files[-1].name))
        fact, remedy = wrong_setting.NOT_FOR_OUTPUT, wrong_setting.NAME_OUTPUT
        told = {"key": "OUTPUT_PATH", "value": str(folder.values["OUTPUT_PATH"])}
        return [wrong_setting.RULE.at(place, fact=fact, remedy=remedy, **told)]
    return []


def served_folder(site: Path, settings_files: Sequence[Path], *, drafts: bool) -> Path:
    """Return where `serve` builds the site: it may run by other settings, and with drafts, at a time."""
    _usual, *other = settings_files
    shown = "".join(f".{file.stem}" for file in other)
    return site / _KEPT / f"serve{shown}{'-drafts' if drafts else ''}"


def check_whereabouts(output: Path, site: Path) -> None:
    """Raise `WrongUsage` where no output may be, whatever it is; OSError where nobody can look."""
    real = output.resolve()
    if _lies_within(site.resolve(), real):
        raise WrongUsage(
            N_("The output {output} is or contains the site's own folder {site}. Name another."),
            output=output,
            site=site,
        )
    for folder in real.parents:
        if (folder / MANIFEST_NAME).is_file():
            raise WrongUsage(
                N_("The output {output} lies in {folder}, where another site is. Name another."),
                output=output,
                folder=folder,
            )
    if real.parent == (site / _KEPT).resolve() and _SERVED.fullmatch(real.name):
        return
    for name in SOURCE_FOLDERS:
        source = (site / name).resolve()
        if _lies_within(real, source) or _lies_within(source, real):
            raise WrongUsage(
                N_("The output {output} lies in, is or contains {source}. Name another folder."),
                output=output,
                source=site / name,
            )


def _lies_within(inner: Path, outer: Path) -> bool:
    """Tell whether `inner` is `outer` or below it; both are real paths, perhaps of nothing yet."""
    if inner.is_relative_to(outer):
        return True
    # Two names can lead to one folder: Content and content on macOS, bind mounts.
    return outer.exists() and any(
        parent.exists() and parent.samefile(outer) for parent in (inner, *inner.parents)
    )
