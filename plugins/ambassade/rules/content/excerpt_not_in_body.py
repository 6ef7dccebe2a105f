"""An excerpt that is not made of the review's own words.

Why: What is shown as the customer's words must be what the customer wrote: altered reviews are a
misleading practice ({eu-fake}; {fr-altered}).

Bad:
    author: Marie Dupont
    reviewBody: It boils water fast. The handle gets hot.
    excerpt: It boils water very fast.

Good:
    author: Marie Dupont
    reviewBody: It boils water fast. The handle gets hot.
    excerpt: It boils water fast.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from ambassade.markup.small_markdown import plain_text
from ambassade.problem import N_, Level, Rule
from ambassade.text import comparable, find_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ambassade.catalogue import Catalogue
    from ambassade.problem import Problem

RULE = Rule(
    "R106",
    "excerpt-not-in-body",
    Level.ERROR,
    N_("From “{rest}” on, the excerpt does not stand in reviewBody."),
    N_("Copy the words from reviewBody, or delete the excerpt."),
)
BY_ITEM = True
NO_BODY = N_("There is an excerpt, but no reviewBody to take it from.")
DELETE = N_("Delete the excerpt, or write the customer's words in reviewBody.")
CUT_WORD = N_("The excerpt begins or ends in the middle of a word of reviewBody.")
WHOLE_WORDS = N_("Copy whole words.")


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """Look at every excerpt."""
    for review in catalogue.records.reviews:
        if review.excerpt is None:
            continue
        place = review.place("excerpt")
        if review.review_body is None:
            # A body that was typed but cannot be read has been told already.
            if not review.was_typed("reviewBody"):
                yield RULE.at(place, fact=NO_BODY, remedy=DELETE)
            continue
        body = comparable(plain_text(review.review_body))
        # The editor may have copied the marks of the small Markdown along with the words.
        tries = [comparable(review.excerpt), comparable(plain_text(review.excerpt))]
        if any(words and find_words(words, body) >= 0 for words in tries):
            continue
        if any(words and words in body for words in tries):
            yield RULE.at(place, fact=CUT_WORD, remedy=WHOLE_WORDS)
        else:
            yield RULE.at(place, rest=_rest_after_match(tries[-1] or tries[0], body))


def _rest_after_match(excerpt: str, body: str) -> str:
    """Return what is left of `excerpt` after as many of its first words as stand in `body`."""
    words = excerpt.split(" ")
    found = bisect_left(
        range(1, len(words) + 1),
        1,
        key=lambda count: find_words(" ".join(words[:count]), body) < 0,
    )
    return " ".join(words[found:])
