"""VideoObject: a film with what Google asks of one: name, still picture, date."""

from __future__ import annotations

from typing import TYPE_CHECKING

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
        "contentUrl": video.content_url,
        "embedUrl": video.embed_url,
        "transcript": video.transcript,
    }


def story_video(story: Story, ids: Ids) -> Node | None:
    """Return the node of a story's film, which came with the story; None without a picture."""
    if story.video is None or story.image is None:
        return None
    is_file = story.video.rsplit(".", 1)[-1].lower() in {"mp4", "webm", "mov", "m4v", "ogv"}
    return {
        "@type": "VideoObject",
        "name": story.title,
        "thumbnailUrl": ids.picture(story.image),
        "uploadDate": story.date.isoformat(),
        "contentUrl" if is_file else "embedUrl": story.video,
    }
