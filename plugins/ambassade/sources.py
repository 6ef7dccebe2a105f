"""What a build hangs on, looked at once: what stands in `reviews/`, and a hash of it all."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ambassade.frame import hash_code, hash_files
from ambassade.kept_file import digest
from ambassade.locale import terminal_language
from ambassade.source.reviews_folder import list_reviews
from ambassade.theme import theme_folders

if TYPE_CHECKING:
    from datetime import date

    from ambassade.site_folder import SiteFolder
    from ambassade.source.reviews_folder import ReviewsFolder


@dataclass(frozen=True, slots=True)
class Sources:
    """What stands in `reviews/`, and a `key` of all that a build hangs on, and what it tells.

    None for a key where code of others takes part, of which nobody knows what it reads.
    """

    reviews: ReviewsFolder
    key: bytes | None


def look_at_sources(folder: SiteFolder, today: date, *, drafts: bool) -> Sources:
    """Return the sources of the site in `folder` on the day `today`. Raises EnvironmentFault."""
    reviews = list_reviews(folder.root)
    if folder.has_additions:
        return Sources(reviews, None)
    shown = f"{today} {drafts} {terminal_language()}"
    told = f"{dict(folder.values)!r} {folder.settings_files} {shown} {reviews}"
    others = hash_files([folder.content, *theme_folders(folder.root)])
    return Sources(reviews, digest(hash_code(), told.encode("utf-8", "backslashreplace"), others))
