"""What the last build of a site left, besides the site: what it told, and what its files hang on.

It is true only of the very site that it is kept with, and of files that nobody touched since.
"""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

import msgspec

from ambassade.building.built import Built
from ambassade.kept.kept_file import UNFINISHED, decode_kept, keep_only, keep_pieces
from ambassade.kept.problem_codec import StoredProblem, restore_problem, store_problem
from ambassade.publish.folders import Folders
from ambassade.publish.written_files import Columns, WrittenFiles

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from ambassade.publish.former_site import FormerSite

_PURPOSE = "build 5"
# How MessagePack begins an array of few parts.
_ARRAY = 0x90


class Told(msgspec.Struct, array_like=True, frozen=True):
    """What a build told, and the hash of its `sources`; None: nobody knows all of them."""

    sources: bytes | None
    problems: tuple[StoredProblem, ...]
    pages: int
    reviews: int
    stars: dict[str, tuple[int, int]]
    unlocked: int


class Bodies(msgspec.Struct, array_like=True, frozen=True):
    """What Pelican made of `content/`, by a hash of it: HTML by source file, and what it copied."""

    key: bytes | None = None
    html: dict[str, str] = msgspec.field(default_factory=dict)
    copied: tuple[str, ...] = ()


class LastBuild(msgspec.Struct, array_like=True, frozen=True):
    """All that is known of the `site` of this hash: its `files`, its list too, the keys of its `pages`."""

    site: bytes
    files: WrittenFiles
    folders: Folders
    pages: dict[str, bytes]
    bodies: Bodies
    told: Told

    def tells(self, sources: bytes | None, former: FormerSite) -> bool:
        """Tell whether a build of these sources would change nothing, and tell the same."""
        return sources is not None and self.told.sources == sources and not former.touched

    def retell(self) -> Built:
        """Return what was told."""
        told = self.told
        problems = tuple(restore_problem(one) for one in told.problems)
        return Built(problems, told.pages, told.reviews, told.stars, told.unlocked)


def _restore(_kind: object, columns: object) -> WrittenFiles:
    return WrittenFiles.restore(msgspec.convert(columns, Columns))


_encoder = msgspec.msgpack.Encoder(enc_hook=WrittenFiles.store)
_decoder = msgspec.msgpack.Decoder(LastBuild, dec_hook=_restore)


def read_build(path: Path) -> LastBuild | None:
    """Return what is kept in `path`. Raises NotWhole where nothing can be made of it."""
    return decode_kept(path, _PURPOSE, _decoder)


def recall_build(last: LastBuild | None, former: FormerSite | None) -> LastBuild | None:
    """Return what the `last` build left if it was of the `former` site, which knows its files by now."""
    if last is None or former is None or last.site != former.key:
        return None
    return msgspec.structs.replace(last, files=WrittenFiles(), folders=Folders())


def remember_build(path: Path, last: LastBuild) -> None:
    """Keep in `path` what a build left; not where a file's name is no Unicode."""
    with suppress(UnicodeEncodeError):
        keep_pieces(path, _PURPOSE, _encode(last))
    keep_only(path.parent, lambda name: not name.endswith(UNFINISHED))


def _encode(last: LastBuild) -> Iterator[bytes]:
    """Yield as msgspec would write it: what is known of a large site, piece by piece."""
    yield bytes([_ARRAY + len(LastBuild.__struct_fields__)])
    for name in LastBuild.__struct_fields__:
        yield _encoder.encode(getattr(last, name))


def tell_again(sources: bytes | None, built: Built) -> Told:
    """Return what `built` told, to be kept."""
    problems = tuple(store_problem(one) for one in built.problems)
    return Told(sources, problems, built.pages, built.reviews, built.stars, built.unlocked)
