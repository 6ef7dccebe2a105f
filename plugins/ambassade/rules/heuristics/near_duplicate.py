"""Two reviews whose words are nearly the same.

Why: Who writes several reviews changes a few words from one to the next, and a review that was
altered stands beside the genuine one: both may be fakes ({eu-fake}; {us-fake}).

Bad:
    # file: reviews/kettle/2026-05-14-saved-us-a-week.yaml
    author: Marie Dupont
    reviewBody: It boils a litre of water in two minutes, and it switches itself off without a sound.
    # file: reviews/kettle/2026-05-15-in-our-kitchen.yaml
    author: Jean Martin
    reviewBody: It boils a litre of water in three minutes, and it switches itself off without a sound.

Good:
    # file: reviews/kettle/2026-05-14-saved-us-a-week.yaml
    author: Marie Dupont
    reviewBody: It boils a litre of water in two minutes, and it switches itself off without a sound.
    # file: reviews/kettle/2026-05-15-in-our-kitchen.yaml
    author: Jean Martin
    reviewBody: We bought it for the office, where it makes eleven cups of tea a day and has never leaked.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ambassade.problem import N_, Level, Rule
from ambassade.words.similar_texts import find_similar

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ambassade.catalogue import Catalogue
    from ambassade.kept.remembered import Memory
    from ambassade.model import Review
    from ambassade.problem import Problem

RULE = Rule(
    "H101",
    "near-duplicate",
    Level.WARNING,
    N_("The words of this review are nearly those of {other}."),
    N_("Find out whether both are genuine; withhold the one that is not, as duplicate or fake."),
)
# Of tens of thousands of texts, it takes longer than all others together.
SLOW = True
_VERSION = "H101.2"
_SETTLED = frozenset({"duplicate", "fake"})


def check(catalogue: Catalogue, memory: Memory) -> Iterator[Problem]:
    """Hold the words of all reviews against each other, from the oldest on."""
    reviews = sorted(
        (one for one in catalogue.records.reviews if one.review_body and not _is_settled(one)),
        key=lambda one: (one.date_published, one.key),
    )
    for place, other in _recall([one.review_body or "" for one in reviews], memory):
        yield RULE.at(reviews[place].place("reviewBody"), other=reviews[other].key)


def _recall(texts: list[str], memory: Memory) -> Iterator[tuple[int, int]]:
    """Yield the pairs of `find_similar`; they hang on all texts together, and are kept as `7:2 9:3`."""
    whole = "\0".join(texts)
    kept = str(memory.recall(_VERSION, whole, lambda: _write_pairs(find_similar(texts))))
    for pair in kept.split():
        place, _, other = pair.partition(":")
        # What was remembered may have been changed by hand.
        if place.isdecimal() and other.isdecimal() and max(int(place), int(other)) < len(texts):
            yield int(place), int(other)


def _write_pairs(pairs: Iterable[tuple[int, int]]) -> str:
    return " ".join(f"{place}:{other}" for place, other in pairs)


def _is_settled(review: Review) -> bool:
    """Tell whether the company has told already what is the matter with it."""
    return review.status == "withdrawn" or review.withheld_for in _SETTLED
