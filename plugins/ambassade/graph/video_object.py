"""VideoObject: a film with what Google asks of one: name, still picture, date."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ambassade.players import frame_of, is_film_file

if TYPE_CHECKING:
    from ambassade.ids import Ids
    from ambassade.json_ld import Node
    from ambassade.public import Story, Video


def video_object(video: Video | None, ids: Ids) -> Node | None:
    """Return the node of a customer's film; None where what is required is not known."""
    if video is None or not (video.name and video.thumbnail_url and video.upload_date):
        return None
    still = video.thumbnail_url
    return {
        "@type": "VideoObject",
        "name": video.name,
        "thumbnailUrl": still if isinstance(still, str) else ids.picture(still),
        "uploadDate": video.upload_date.isoformat(),
        "duration": video.duration,
        **_addresses(video),
        "transcript": video.transcript,
    }


def _addresses(video: Video) -> Node:
    """Return where the film is: its file, and the address of its player, not of the page it is watched on."""
    embed, content = video.embed_url, video.content_url
    played = frame_of(content) if content else None
    return {
        "contentUrl": None if played else content,
        "embedUrl": (frame_of(embed) or embed) if embed else played,
    }


def story_video(story: Story, ids: Ids) -> Node | None:
    """Return the node of a story's film, which came with the story; None without a picture or a player."""
    if story.video is None or story.image is None:
        return None
    frame = frame_of(story.video)
    if frame is None and not is_film_file(story.video):
        return None
    return {
        "@type": "VideoObject",
        "name": story.title,
        "thumbnailUrl": ids.picture(story.image),
        "uploadDate": story.date.isoformat(),
        "embedUrl" if frame else "contentUrl": frame or story.video,
    }
