"""Article: a case story. No rating in a story."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ambassade.public import Markup

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ambassade.ids import Ids
    from ambassade.json_ld import Node
    from ambassade.page import Page
    from ambassade.public import PublicReview, Story
    from ambassade.settings import PictureRights


def article(
    page: Page,
    story: Story,
    ids: Ids,
    *,
    publisher: Node,
    rights: PictureRights,
    about: str | None,
    quoted: Sequence[PublicReview],
    video: Node | None,
) -> Node:
    """Return the node of a story; `about` is the id of its item where that is described."""
    authors = [{"@type": "Person", "name": name} for name in story.authors]
    words = {
        markup: [ids.of_words(one) for one in quoted if one.markup_on_page is markup]
        for markup in Markup
    }
    return {
        "@type": "Article",
        "@id": ids.article(page),
        "headline": story.title,
        "description": story.summary,
        "inLanguage": story.in_language,
        "datePublished": story.date.isoformat(),
        "dateModified": story.modified.isoformat() if story.modified else None,
        "author": authors or publisher,
        "publisher": publisher,
        "image": _image(story, rights, ids),
        "mainEntityOfPage": {"@id": ids.webpage(page)},
        "about": {"@id": about} if about else None,
        "mentions": [_client(story), *({"@id": each} for each in words[Markup.REVIEW])],
        "hasPart": [{"@id": each} for each in words[Markup.QUOTATION]],
        "video": video,
    }


def _client(story: Story) -> Node | None:
    if story.client is None:
        return None
    return {"@type": "Organization", "name": story.client, "url": story.client_url}


def _image(story: Story, rights: PictureRights, ids: Ids) -> Node | None:
    if story.image is None:
        return None
    creator = {"@type": "Organization", "name": rights.creator} if rights.creator else None
    address = ids.picture(story.image)
    return {
        "@type": "ImageObject",
        "url": address,
        # Google Search Central, Image metadata: by this alone it knows whose rights these are.
        "contentUrl": address,
        "creator": creator,
        "creditText": rights.credit_text,
        "copyrightNotice": rights.copyright_notice,
        "license": rights.license,
    }
