"""Publishing pictures: each as it is, but for its metadata, and beside it its copies for browsers.

In: which pictures are shown and how large. Out: the files are written, and what pages offer of each
is told. Copies are made by several workers, once: `.ambassade/pictures/` keeps them.
"""

from __future__ import annotations

from contextlib import ExitStack, suppress
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Final

from ambassade.media import read_picture
from ambassade.pictures.picture_variants import (
    Offered,
    Use,
    Variant,
    name_variant,
    offer,
    worth_offering,
)
from ambassade.pictures.unpacking import UnreadablePicture
from ambassade.processes.workers import gather
from ambassade.publish.picture_encoder import encode
from ambassade.publish.picture_store import PictureStore, key_of
from ambassade.stop import environment_faults

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from ambassade.publish.picture_encoder import Encoded

_FEWEST: Final = 2
_MARK_LENGTH: Final = 8
_DAMAGED: Final = b"damaged"


class DamagedPictures(Exception):  # noqa: N818 - it is no error of ours
    """Pictures, by their paths as published, that cannot be unpacked."""

    def __init__(self, *paths: str) -> None:
        super().__init__(*paths)
        self.paths = paths


@dataclass(frozen=True, slots=True)
class PictureFile:
    """A picture to publish: its path as published, its file, how it is shown."""

    path: str
    file: Path
    uses: frozenset[Use]

    def read(self) -> bytes:
        """Return its bytes. Raises EnvironmentFault."""
        with environment_faults(self.file):
            return self.file.read_bytes()

    def encode(self) -> Encoded:
        """Return it with its copies. Raises DamagedPictures, EnvironmentFault."""
        try:
            return encode(self.read(), self.uses)
        except UnreadablePicture as error:
            raise DamagedPictures(self.path) from error

    def strip(self) -> bytes:
        """Return its bytes as they are published. Raises DamagedPictures, EnvironmentFault."""
        try:
            with environment_faults(self.file):
                return read_picture(self.file)
        except UnreadablePicture as error:
            raise DamagedPictures(self.path) from error


@dataclass(slots=True)
class Pictures:
    """What pages know of published pictures: their sizes, and what is offered of them, by path."""

    sizes: dict[str, tuple[int, int]] = field(default_factory=dict)
    offered: dict[str, Offered] = field(default_factory=dict)


def publish_pictures(
    shown: Iterable[PictureFile],
    site: Path,
    write: Callable[[str, bytes], object],
    jobs: int,
    progress: Callable[[int, int], None],
) -> Pictures:
    """Write the pictures and their copies, and tell what pages may offer.

    Raises DamagedPictures, EnvironmentFault.
    """
    keys = {each: key_of(each.read(), each.uses) for each in sorted(shown, key=_by_path)}
    store = PictureStore(site / ".ambassade" / "pictures")
    with ExitStack() as stack:
        missing = _find_missing(keys, store)
        if missing and not store.is_writable():
            store = PictureStore(Path(stack.enter_context(TemporaryDirectory())))
            missing = _find_missing(keys, store)
        _make(missing, store, jobs, progress)
        publishing = _Publishing(store, write, {each.path for each in keys})
        for each, key in keys.items():
            publishing.publish(each, key)
    store.keep_only(set(keys.values()))
    return publishing.published


def _by_path(picture: PictureFile) -> str:
    return picture.path


def _find_missing(
    keys: Mapping[PictureFile, str], store: PictureStore
) -> list[tuple[str, PictureFile]]:
    """Return the pictures of which nothing is stored yet, the largest files first."""
    wanted, sizes = {}, {}
    for each, key in keys.items():
        if store.load(key) is None:
            wanted[key], sizes[key] = each, len(each.read())
    return sorted(wanted.items(), key=lambda one: -sizes[one[0]])


def _make(
    missing: Sequence[tuple[str, PictureFile]],
    store: PictureStore,
    jobs: int,
    progress: Callable[[int, int], None],
) -> None:
    """Put the copies of pictures into the store. Raises DamagedPictures, EnvironmentFault."""

    def make(one: tuple[str, PictureFile]) -> bytes:
        key, picture = one
        try:
            encoded = picture.encode()
        except DamagedPictures:
            return _DAMAGED
        with suppress(OSError):  # such as a full disk: it is made again where it is published
            store.save(key, encoded)
        return b""

    made = gather(missing, make, jobs, lambda done: progress(done, len(missing)), fewest=_FEWEST)
    damaged = [missing[number][1].path for number, said in made if said == _DAMAGED]
    if damaged:
        raise DamagedPictures(*damaged)


@dataclass(frozen=True, slots=True)
class _Publishing:
    """Writes pictures and their copies; `taken` are the paths that a copy may not have."""

    store: PictureStore
    write: Callable[[str, bytes], object]
    taken: set[str]
    published: Pictures = field(default_factory=Pictures)

    def publish(self, picture: PictureFile, key: str) -> None:
        """Write one picture and its copies. Raises DamagedPictures, EnvironmentFault."""
        bare = picture.strip()
        self.write(picture.path, bare)
        encoded = self.store.load(key) or picture.encode()
        if encoded.width:
            self.published.sizes[picture.path] = encoded.width, encoded.height
        if encoded.variants:
            self._publish_copies(picture.path, key, encoded, len(bare))

    def _publish_copies(self, path: str, key: str, encoded: Encoded, size: int) -> None:
        mark = sha256(f"{key} {path}".encode()).hexdigest()[:_MARK_LENGTH]
        original = Variant(encoded.form, encoded.width, size)
        kept = frozenset(worth_offering(encoded.variants, original, encoded.forms))
        files = {
            name_variant(mark, variant): data
            for variant, data in zip(encoded.variants, encoded.data, strict=True)
            if variant in kept
        }
        # Not where a picture of the site has that path: once copied from the output, say.
        if files and self.taken.isdisjoint(files):
            self.taken.update(files)
            for name, data in files.items():
                self.write(name, data)
            self.published.offered[path] = offer(path, mark, kept, original, encoded.forms)
