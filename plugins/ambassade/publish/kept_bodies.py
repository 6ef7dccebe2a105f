"""What Pelican made of `content/` in the last build: not asked again where nothing there has changed.

In: a hash of all that Pelican reads. Out: the HTML of stories and static pages by source file, and
the names of the files that Pelican copied, which are in the former site.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import msgspec

from ambassade.frame import hash_code, hash_files
from ambassade.kept_file import decode_kept, digest, write_kept
from ambassade.publish.former_site import find_stamp
from ambassade.theme import theme_folders

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from ambassade.publish.former_site import FormerSite, Stamp
    from ambassade.site_folder import SiteFolder

_PURPOSE = "bodies 1"


class _Kept(msgspec.Struct, array_like=True):
    key: bytes
    bodies: dict[str, str]
    copied: dict[str, tuple[str, tuple[int, int]]]


_decoder = msgspec.msgpack.Decoder(_Kept)


@dataclass(frozen=True, slots=True)
class Bodies:
    """The HTML of stories and static pages, and the names of files that Pelican copied."""

    html: Mapping[str, str]
    copied: tuple[str, ...]


def hash_content(folder: SiteFolder) -> bytes | None:
    """Return a hash of all that Pelican makes bodies of.

    None where more may play a part: code of others, templates of the site's own.
    """
    own, *brought = theme_folders(folder.root)
    if folder.has_additions or (brought and (own / "templates").exists()):
        return None
    return digest(hash_code(), repr(dict(folder.values)).encode(), hash_files([folder.content]))


def recall_bodies(path: Path, key: bytes | None, former: FormerSite | None) -> Bodies | None:
    """Return what is kept in `path` under `key`, if the copied files are still in the `former` site.

    Raises NotWhole where something is kept that nothing can be made of.
    """
    kept = decode_kept(path, _PURPOSE, _decoder)
    if kept is None or former is None or kept.key != key:
        return None
    for name, (sha256, stamp) in kept.copied.items():
        if former.hashes.get(name) != sha256 or former.stamp(name) != stamp:
            return None
    return Bodies(kept.bodies, tuple(kept.copied))


def remember_bodies(
    path: Path, key: bytes | None, bodies: Bodies | None, site: FormerSite | None
) -> None:
    """Keep `bodies` of which `site` was just built, where there is a key for them."""
    if key is None or bodies is None or site is None:
        return
    copied: dict[str, tuple[str, Stamp]] = {}
    for name in bodies.copied:
        stamp = find_stamp(f"{site.folder}/{name}")
        if stamp is not None and name in site.hashes:
            copied[name] = site.hashes[name], stamp
    write_kept(path, _PURPOSE, msgspec.msgpack.encode(_Kept(key, dict(bodies.html), copied)))
