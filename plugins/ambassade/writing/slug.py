"""Names of new files: words of a title, or letters at random, and never a word of a person's name."""

from __future__ import annotations

import re
import secrets
from itertools import count
from typing import TYPE_CHECKING

from ambassade.rules.content.slug_names_person import LETTERS
from ambassade.text import slugify

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

_LONGEST = 60


def make_slug(title: str, never: Collection[str] = ()) -> str:
    """Return the words of `title` that are not among `never` as a slug; for none, four letters."""
    words = [word for word in re.findall("[a-z0-9]+", slugify(title)) if word not in never]
    slug = ""
    for word in words:
        longer = f"{slug}-{word}" if slug else word[:_LONGEST]
        if len(longer) > _LONGEST:
            break
        slug = longer
    while not slug or slug in never:
        slug = "".join(secrets.choice(LETTERS) for _ in range(4))
    return slug


def find_free(slug: str, is_taken: Callable[[str], bool]) -> str:
    """Return `slug`, or the first of `slug-2`, `slug-3` … that is not taken."""
    if not is_taken(slug):
        return slug
    return next(free for number in count(2) if not is_taken(free := f"{slug}-{number}"))
