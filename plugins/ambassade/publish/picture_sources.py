"""The copies of a picture as HTML wants them: a `srcset` for each media type."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import quote

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ambassade.pictures.picture_variants import Offered


class Source(NamedTuple):
    """What a `<source>` says."""

    type: str
    srcset: str


class Copies(NamedTuple):
    """The `<source>`s, the best first, and the `srcset` of the `<img>` after them, which may be none."""

    sources: list[Source]
    srcset: str


def list_copies(offered: Offered | None, base: str, widest: int | None = None) -> Copies | None:
    """Return what is offered of a picture, its addresses under the path `base`.

    Of what is wider than `widest`, only the first is listed.
    """
    if offered is None:
        return None
    sources = [Source(kind, _srcset(files, base, widest)) for kind, files in offered.sources]
    return Copies(sources, _srcset(offered.plain, base, widest))


def _srcset(files: Sequence[tuple[str, int]], base: str, widest: int | None) -> str:
    enough = [
        number for number, (_, width) in enumerate(files, 1) if width >= (widest or width + 1)
    ]
    listed = files[: enough[0]] if enough else files
    return ", ".join(f"{base}/{quote(path)} {width}w" for path, width in listed)
