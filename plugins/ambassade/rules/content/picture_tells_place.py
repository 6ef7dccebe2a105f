r"""A picture that says where it was taken.

Why: A photograph from a telephone holds the coordinates of the kitchen it was taken in. They are
taken out of what is published, but the file on record still tells where a customer lives to
whoever has it, and its history keeps it ({eu-limits}).

Bad:
    # file: content/images/located.png
    (escaped) \x89PNG\x0d\x0a\x1a\x0a\0\0\0\x0dIHDR\0\0\0\x01\0\0\0\x01\x08\0\0\0\0:~\x9bU\0\0\0/iT\
    XtXML:com.adobe.xmp\0\0\0\0\0<a GPSLatitude="47,12N"/>\xc4\x99g\x94\0\0\0\x0aIDATx\
    \x9cc`\0\0\0\x02\0\x01H\xaf\xa4q\0\0\0\0IEND\xaeB`\x82
    # file: reviews/kettle/2026-05-14-saved-us-a-week.yaml
    author: Marie Dupont
    reviewBody: It boils water.
    image: images/located.png
    consent:
      given: 2026-05-10
      scope: [text, photo]

Good:
    # file: reviews/kettle/2026-05-14-saved-us-a-week.yaml
    author: Marie Dupont
    reviewBody: It boils water.
    image: images/kettle.png
    consent:
      given: 2026-05-10
      scope: [text, photo]
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ambassade.problem import N_, Level, Rule
from ambassade.public import Picture

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ambassade.catalogue import Catalogue
    from ambassade.model import Review
    from ambassade.problem import Place, Problem

RULE = Rule(
    "C109",
    "picture-tells-place",
    Level.WARNING,
    # Its name is not told: it may be somebody's, and messages end up in logs.
    N_(
        "The picture says where it was taken. That is taken out when it is published, but the file "
        "on record still tells it."
    ),
    N_(
        "Save or share the picture anew without its location, as telephones and computers offer, and "
        "put that file in its place; or run `exiftool -gps:all= -xmp:geotag=` with its path behind it, "
        "which keeps it upright. What is in git already stays in its history."
    ),
)
COPIED = N_(
    "The picture says where it was taken, and is published with that: it is copied as it is."
)
BARE = N_(
    "Put the picture into content/images/ and show it by /images/…: what is published from there does "
    "not tell it. Or take it out with `exiftool -gps:all= -xmp:geotag=` and the picture's path behind it."
)
BY_ITEM = True


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """Look at the pictures of reviews, whatever their status, of items and of stories."""
    records = catalogue.records
    for review in records.reviews:
        yield from _look_at(_pictures_of(review))
    for item in records.items:
        yield from _look_at((picture, item.place("image")) for picture in item.image)
    for story in records.stories:
        if story.image:
            yield from _look_at([(story.image, story.place("image"))])


def _pictures_of(review: Review) -> Iterator[tuple[Picture, Place]]:
    for picture in review.image:
        yield picture, review.place("image")
    if review.author.image:
        yield review.author.image, review.place("author.image")
    still = review.video.thumbnail_url if review.video else None
    if isinstance(still, Picture):
        yield still, review.place("video.thumbnailUrl", "video")


def _look_at(pictures: Iterable[tuple[Picture, Place]]) -> Iterator[Problem]:
    for picture, place in pictures:
        if picture.tells_place:
            yield RULE.at(place)
