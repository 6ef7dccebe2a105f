"""Reviews whose words another review has already."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from typing import TYPE_CHECKING, cast

from ambassade.listed_record import ListedRecord
from ambassade.text import SPACELESS, comparable, fold

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from ambassade.model import Records, Review

# Rendering every text would cost a build seconds: marks are left out instead, those too that nobody sees.
_MARKS = re.compile("[*_>\u00ad\u200b-\u200f\u2060-\u2064\ufeff]+")
# Without spaces, two characters are about a word.
_WORD = re.compile(rf"[{SPACELESS}]{{2}}|[^\W{SPACELESS}]+")
# "Very good." says nothing; what two people may say alike has fewer than ten words.
_FEWEST, _MANY = 5, 10
_LONG = 100
# Of so many characters of a text the beginning of its letters is made.
_FIRST = 64


def find_repeats(records: Records) -> list[tuple[Review, Review, bool]]:
    """Return each review whose words an earlier one has, that one, and whether they are few.

    Few: fewer than ten, by two authors. One author hardly says the same twice, however short.
    """
    found: list[tuple[Review, Review, bool]] = []
    seen: dict[str, list[Review]] = {}
    candidates = _find_alike(_find_alike(records.reviews, tell_beginning), _tell_letters)
    for review in sorted(candidates, key=lambda one: (one.date_published, one.key)):
        words = comparable(_MARKS.sub("", review.review_body or "")).casefold()
        earlier = seen.setdefault(words, [])
        if earlier:
            by_same = next((one for one in earlier if _is_by_same(one, review)), None)
            count = _MANY if len(words) >= _LONG else len(_WORD.findall(words))
            if by_same or count >= _FEWEST:
                found.append((review, by_same or earlier[0], by_same is None and count < _MANY))
        earlier.append(review)
    return found


def _find_alike(
    reviews: Sequence[Review], tell: Callable[[Review], str | None]
) -> Sequence[Review]:
    """Return the reviews of whose words `tell` says the same as of another's."""
    told = [*map(tell, reviews)]
    often = {one for one, count in Counter(told).items() if one is not None and count > 1}
    return [review for review, one in zip(reviews, told, strict=True) if one in often]


def tell_beginning(review: Review) -> str | None:
    """Return how the letters of a review's words begin, which few others have; None: not to be compared."""
    if isinstance(review, ListedRecord):
        return cast("str | None", review.beginning)
    if not review.review_body or _is_settled(review):
        return None
    text = review.review_body
    letters = _letters_of(text[:_FIRST])
    # What is combined with the last letters may stand behind the cut, and there may be few.
    whole = letters if len(letters) >= _FIRST // 2 or len(text) <= _FIRST else _letters_of(text)
    return whole[: _FIRST // 4]


def _tell_letters(review: Review) -> str:
    return _letters_of(review.review_body or "")


def _letters_of(text: str) -> str:
    """Return what equal words have in common, and few others: found in a moment, for thousands."""
    bare = text.replace("*", "").replace("_", "").replace(">", "")
    plain = bare if bare.isascii() else _MARKS.sub("", unicodedata.normalize("NFC", bare))
    return "".join(plain.split()).casefold()


def _is_by_same(one: Review, other: Review) -> bool:
    return fold(one.author.name) == fold(other.author.name)


def _is_settled(review: Review) -> bool:
    """Tell whether a review is off the site for good: taken back, a copy, or not genuine."""
    return review.status == "withdrawn" or (
        review.status == "withheld" and review.withheld_for in {"duplicate", "fake"}
    )
