"""The pictures of a review: those that nothing else uses go with it, the others are named."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import quote

from ambassade.public import Picture

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ambassade.model import Review

_FOLDER = "images/"


def pictures_of(review: Review) -> list[str]:
    """Return the review's pictures, portrait and film's still, as paths under `content/`."""
    still = review.video.thumbnail_url if review.video else None
    typed = (*review.image, review.author.image, still)
    return sorted({each.path for each in typed if isinstance(each, Picture)})


def find_users(picture: str, texts: Mapping[str, str]) -> list[str]:
    """Return the files of `texts` that name the picture, in whatever way a path can be written."""
    name = picture.removeprefix(_FOLDER)
    pattern = re.compile("|".join(rf"(?<![\w-]){re.escape(form)}" for form in _forms(name)))
    return [file for file, text in texts.items() if pattern.search(text)]


def _forms(name: str) -> Iterator[str]:
    yield name
    yield quote(name)
    yield name.replace("/", "\\")
