"""Video. Google Search Central, Video: a name, a still picture and a date."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ambassade.eligibility.nodes import first_node, missing_of
from ambassade.eligibility.verdict import Feature
from ambassade.problem import N_

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ambassade.eligibility.verdict import Verdict
    from ambassade.json_ld import Node
    from ambassade.page import Page
    from ambassade.public import PublicReview, Story
    from ambassade.public_site import PublicSite

FEATURE = Feature("video", N_("video"))
STORY = N_("The story has no picture to stand for its film.")
STORY_CHANGE = N_("Add Image: to its header.")
NO_PLAYER = N_("The address leads neither to a film's file nor to a player that is known.")
NO_PLAYER_CHANGE = N_("Name the film's file, or its page at YouTube or Vimeo.")
NOT_MARKED_UP = N_("The film is told with its review, which is not marked up.")
MISSING = N_("The film lacks {missing}.")
MISSING_CHANGE = N_("Add it to the review, under video:.")


def look(page: Page, nodes: Sequence[Node], site: PublicSite) -> Verdict | None:  # noqa: ARG001 - the features' signature
    """Look for the film of a story or a review, where it has one."""
    if page.kind == "story" and page.content.story.video:
        return FEATURE.may() if _is_there(nodes) else _explain_story(page.content.story)
    if page.kind == "review" and page.content.review.video and not page.content.translation:
        return FEATURE.may() if _is_there(nodes) else _explain(page.content.review, nodes)
    return None


def _is_there(nodes: Sequence[Node]) -> bool:
    node = first_node(nodes, "VideoObject") or {}
    return {"name", "thumbnailUrl", "uploadDate"} <= node.keys()


def _explain_story(story: Story) -> Verdict:
    if story.image is None:
        return FEATURE.not_so(STORY, STORY_CHANGE)
    return FEATURE.not_so(NO_PLAYER, NO_PLAYER_CHANGE)


def _explain(review: PublicReview, nodes: Sequence[Node]) -> Verdict:
    video = review.video
    if video is None or first_node(nodes, "Review") is None:
        return FEATURE.not_so(NOT_MARKED_UP)
    wanted = [
        ("name", video.name),
        ("thumbnailUrl", video.thumbnail_url),
        ("uploadDate", video.upload_date),
    ]
    return FEATURE.not_so(MISSING, MISSING_CHANGE, missing=missing_of(wanted))
