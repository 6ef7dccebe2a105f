"""The site that is served now: which of its files are as they were written, to go on being used.

In: the output folder, and what the last build kept of it. Out: its files' hashes, and links to them in
a new folder. A file that is carried over is the same file, so its time is the same too.
"""

from __future__ import annotations

import os
import shutil
from dataclasses import dataclass, field
from hashlib import sha256
from typing import TYPE_CHECKING

from ambassade.output_place import MANIFEST_NAME
from ambassade.paths.deep_folders import make_folders
from ambassade.publish.folders import Folders
from ambassade.publish.manifest import WrittenFile, parse_manifest, read_list, read_manifest
from ambassade.publish.output_folder import check_files
from ambassade.publish.shared_listing import SharedListing
from ambassade.publish.written_files import WrittenFiles
from ambassade.stop import environment_faults

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence
    from pathlib import Path

    from ambassade.publish.listing import Stamp
    from ambassade.publish.shared_listing import Found


@dataclass(slots=True)
class FormerSite:
    """A built site. `key` is a hash of its manifest; `files` are those of it that are there, itself too.

    `touched`: files that are not as the last build left them; None: that is not known of any. `foreign`:
    what is there and not in the manifest. `folders` are those of its files. `unpaired`: files that have not
    just two names, as those have that the spare holds too; None: that is not known.
    """

    folder: Path
    key: bytes
    files: WrittenFiles
    touched: frozenset[str] | None = None
    foreign: frozenset[str] = frozenset()
    folders: Folders = field(default_factory=Folders)
    unpaired: frozenset[str] | None = None
    _made: set[str] = field(default_factory=set)

    def is_untouched(self, names: Sequence[str]) -> bool:
        """Tell whether files are there, as the last build left them."""
        known = self.touched is not None and self.touched.isdisjoint(names)
        return known and self.files.hold(names)

    def check_listed(self, names: Collection[str]) -> None:
        """Raise WrongUsage where its manifest does not list one of these files; EnvironmentFault.

        What is remembered of it may come from anybody; nobody's file is to be lost for that.
        """
        if names:
            check_files(self.folder, read_manifest(self.folder), names)

    def describe(self, name: str) -> WrittenFile:
        """Return what is known of one of its files. Raises KeyError where it has none of that name."""
        return self.files[name]

    def holds(self, name: str, hashed: bytes, data: bytes) -> bool:
        """Tell whether a file has these bytes, of the SHA-256 `hashed`. Raises EnvironmentFault."""
        file = self.files.get(name)
        if file is None or file.sha256 != hashed:
            return False
        path = self.folder / name
        with environment_faults(path):
            return self.is_untouched((name,)) or path.read_bytes() == data

    def carry(self, name: str, staged: Path) -> None:
        """Put the file below `staged` too, at the same path. Raises OSError."""
        target = f"{staged}/{name}"
        above = os.path.dirname(target)  # noqa: PTH120 - for 50,000 files
        if above not in self._made:
            make_folders(above)
            self._made.add(above)
        try:
            os.link(f"{self.folder}/{name}", target)
        except FileExistsError:
            raise
        except OSError:  # a disk without links
            shutil.copy2(f"{self.folder}/{name}", target)


def open_former_site(
    output: Path,
    site: bytes = b"",
    known: WrittenFiles | None = None,
    look: Callable[[bool], Found] | None = None,
) -> FormerSite | None:
    """Return the site that is in `output`, None where there is none of ours.

    `known`: the files of the `site` that the last build left. `look` tells what is there, where somebody else
    looks, and hears whether it is that site. Raises EnvironmentFault.
    """
    listed, known = read_list(output), known or WrittenFiles()
    if listed is None:
        return None
    key = sha256(listed).digest()
    if key != site and parse_manifest(listed) is None:
        return None
    # Of a large site it is large.
    del listed
    found = look(key == site) if look else SharedListing(output, known, apart=False).finish()
    if key == site and not (found.other or found.gone):
        return FormerSite(
            output, key, known, frozenset(), folders=found.folders, unpaired=found.unpaired
        )
    return _know(output, key, known, found, is_last=key == site)


def _is_as(file: WrittenFile | None, stamp: Stamp) -> bool:
    return file is not None and file.is_as(stamp)


def _know(
    output: Path, key: bytes, known: WrittenFiles, found: Found, *, is_last: bool
) -> FormerSite:
    """Return the site as its manifest tells of it, whatever else is known of the last one."""
    hashes, there = read_manifest(output) or {}, found.all_of(known)
    listed = {MANIFEST_NAME: b"", **{name: _decode(hashed) for name, hashed in hashes.items()}}
    files = WrittenFiles.of(
        {name: WrittenFile(hashed, there[name]) for name, hashed in listed.items() if name in there}
    )
    touched = {name for name, stamp in found.other.items() if not _is_as(known.get(name), stamp)}
    return FormerSite(
        output,
        key,
        files,
        frozenset(touched | found.gone) if is_last else None,
        frozenset(there.keys() - listed.keys()),
        found.folders.after(files.names, {*found.other, *(known.keys() ^ files.keys())}),
        found.unpaired if is_last else None,
    )


def _decode(hashed: str) -> bytes:
    try:
        return bytes.fromhex(hashed)
    except ValueError:  # somebody wrote into it
        return b""
