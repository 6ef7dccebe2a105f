"""Nodes of reviews, made once: a review stands on its item's page in each language, and on its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ambassade.graph.comment import comment
from ambassade.graph.organization import organization_reference
from ambassade.graph.rating import rating
from ambassade.graph.review import review
from ambassade.graph.video_object import video_object
from ambassade.ids import make_ids
from ambassade.json_ld import Pruned, prune

if TYPE_CHECKING:
    from ambassade.public import PublicReview, Rating
    from ambassade.settings import Settings

_MOST_KEPT = 4096


class KeptNodes:
    """The nodes of the reviews of one site."""

    def __init__(self, settings: Settings) -> None:
        """Begin with none."""
        self._ids = make_ids(settings)
        self._company = organization_reference(settings, self._ids)
        self._kept: dict[tuple[int, bool], tuple[PublicReview, Pruned]] = {}

    def of_review(self, given: PublicReview, rated: Rating, *, with_video: bool = False) -> Pruned:
        """Return the node of a review that is rated so; `with_video`: with that of its film, if any."""
        key = id(given), with_video and given.video is not None
        found = self._kept.get(key)
        if found is None:
            if len(self._kept) >= _MOST_KEPT:
                self._kept.clear()
            node = review(
                given,
                self._ids,
                rating=rating(rated),
                comment=comment(given, self._ids, self._company),
                video=video_object(given.video, self._ids) if with_video else None,
            )
            # With its review: while that is kept, no other can have its number.
            found = self._kept[key] = given, Pruned(prune(node))
        return found[1]
