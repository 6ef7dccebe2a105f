"""What of a review leaves the site with it, in the words of a message."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ambassade.problem import N_, Word

if TYPE_CHECKING:
    from ambassade.model import Review

_WHAT = {
    (False, False): Word(N_("words, name and page")),
    (True, False): Word(N_("words, name, pictures and page")),
    (False, True): Word(N_("words, name, film and page")),
    (True, True): Word(N_("words, name, pictures, film and page")),
}


def name_what_leaves(review: Review) -> Word:
    """Return what visitors no longer see of the review when it leaves, as a value of a message."""
    return _WHAT[bool(review.image or review.author.image), review.video is not None]
