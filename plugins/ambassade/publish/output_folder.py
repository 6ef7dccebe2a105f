"""Whether a folder may be replaced by a new site: only a missing, an empty or an own one.

In: the output folder asked for and the site's root. Out: nothing, or `WrongUsage` is raised.
"""

import os
import re
from collections.abc import Collection, Iterable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Final

from ambassade.problem import N_, inert
from ambassade.publish.listing import list_files
from ambassade.publish.manifest import MANIFEST_NAME, read_manifest
from ambassade.site_folder import SiteFolder
from ambassade.stop import EnvironmentFault, WrongUsage, environment_faults

SOURCE_FOLDERS: Final = ("content", "reviews", "theme", "plugins", ".git", ".ambassade")
_KEPT: Final = ".ambassade"
_SERVED: Final = re.compile(r"serve(\..+)?(-drafts)?", re.DOTALL)
NAMED_AT_MOST: Final = 5


def find_output(folder: SiteFolder) -> Path:
    """Return where the site is built if nobody names another place. Raises WrongUsage if that is no path."""
    named = str(folder.values.get("OUTPUT_PATH") or "output")
    if "\0" in named:
        raise WrongUsage(N_("The output {output} is no path. Name a folder."), output=named)
    return folder.root / named


def served_folder(site: Path, settings_files: Sequence[Path], *, drafts: bool) -> Path:
    """Return where `serve` builds the site: it may run by other settings, and with drafts, at a time."""
    _usual, *other = settings_files
    shown = "".join(f".{file.stem}" for file in other)
    return site / _KEPT / f"serve{shown}{'-drafts' if drafts else ''}"


def check_output(output: Path, site: Path) -> None:
    """Raise `WrongUsage` when writing the site to `output` would destroy anything not ours.

    Raises `EnvironmentFault` when that cannot be found out.
    """
    check_place(output, site)
    if output.exists():
        check_files(output, read_manifest(output), list_files(output))


def check_place(output: Path, site: Path) -> None:
    """Raise `WrongUsage` where no output may be, whatever it holds; `EnvironmentFault` where none can be."""
    with environment_faults(output):
        _check_kind(output)
        _check_place(output, site)
        _check_mount(output)


def _check_kind(output: Path) -> None:
    if output.is_symlink():
        raise WrongUsage(
            N_("The output {output} is a symbolic link. Name the folder itself."), output=output
        )
    if output.exists() and not output.is_dir():
        raise WrongUsage(N_("The output {output} is a file. Name a folder."), output=output)


def _check_mount(output: Path) -> None:
    if _is_mounted(output):
        raise EnvironmentFault(
            N_(
                "A disk is mounted at {output}, so no new folder can take its place. Name one in it."
            ),
            output=output,
        )


def _is_mounted(folder: Path) -> bool:
    """Tell whether a disk, or a part of one, is mounted there."""
    if os.path.ismount(folder):
        return True
    # Linux: two folders of one disk may be one.
    with suppress(OSError):
        listed = Path("/proc/self/mountinfo").read_bytes()
        real = os.fsencode(folder.resolve())
        escaped = b"".join(
            b"\\%03o" % byte if byte in b" \t\n\\" else b"%c" % byte for byte in real
        )
        return any(line.split()[4] == escaped for line in listed.splitlines())
    return False


def _check_place(output: Path, site: Path) -> None:
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


def check_files(output: Path, manifest: Collection[str] | None, names: Iterable[str]) -> None:
    """Raise `WrongUsage` where some of the files `names` of `output` are not of its `manifest`."""
    # Nearly none, or all, of a hundred thousand names.
    foreign = sorted(
        name
        for name in names
        if manifest is None or not (name in manifest or name == MANIFEST_NAME)
    )
    if foreign:
        raise WrongUsage(
            N_(
                "The output {output} holds files that Ambassade did not write ({number}): {names}. "
                "Move them away or name another folder."
            ),
            output=output,
            number=len(foreign),
            names=_name_some(foreign),
        )


def _name_some(names: list[str]) -> str:
    shown = ", ".join(inert(name) for name in names[:NAMED_AT_MOST])
    return shown if len(names) <= NAMED_AT_MOST else f"{shown}, …"
