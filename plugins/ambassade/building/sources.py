"""What a build hangs on, looked at once: what stands in `reviews/`, and a hash of it all."""

from __future__ import annotations

from dataclasses import dataclass
from time import time_ns
from typing import TYPE_CHECKING

import msgspec

from ambassade.kept.file_stamp import keep_settled
from ambassade.kept.frame import hash_code, hash_files
from ambassade.kept.kept_file import digest
from ambassade.locale import terminal_language
from ambassade.source.reviews_folder import list_reviews
from ambassade.theme import theme_folders

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from ambassade.site_folder import SiteFolder
    from ambassade.source.reviews_folder import ItemFolder, ReviewsFolder


@dataclass(frozen=True, slots=True)
class Sources:
    """What stands in `reviews/`, and a `key` of all that a build hangs on, and what it tells.

    None for a key where code of others takes part, of which nobody knows what it reads, or where nobody can
    say what the settings are.
    """

    reviews: ReviewsFolder
    key: bytes | None


def look_at_sources(folder: SiteFolder, today: date, *, drafts: bool) -> Sources:
    """Return the sources of the site in `folder` on the day `today`. Raises EnvironmentFault."""
    reviews = list_reviews(folder.root)
    words = folder.words
    if folder.has_own_code or words is None:
        return Sources(reviews, None)
    told = _encode(f"{folder.settings_files} {today} {drafts} {terminal_language()}")
    others = hash_files([folder.content, *theme_folders(folder.root)])
    key = digest(hash_code(), words, told, others, *_tell_reviews(reviews))
    return Sources(reviews, key)


def _tell_reviews(reviews: ReviewsFolder) -> Iterator[bytes]:
    folders: tuple[ReviewsFolder | ItemFolder, ...] = (reviews, *reviews.folders)
    now = time_ns()
    for each in folders:
        if keep_settled(each.files, now) != each.files:
            # Nobody finds the hash of this again.
            yield _encode(str(now))
        yield _encode(f"{each.path} {each.others} {each.links} {each.strange} {each.garbled}")
        yield msgspec.msgpack.encode(each.files)


def _encode(told: str) -> bytes:
    return told.encode("utf-8", "backslashreplace")
