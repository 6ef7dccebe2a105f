"""What is held back is rated lower than what is shown, beyond chance.

Why: Reviews that are withheld for their rating make the rest a lie, whatever ground is written beside
them ({us-suppression}; {eu-fake}). Fisher's exact test tells how likely chance alone parts the ratings
so: below one in a hundred, from five ratings held back on, somebody should look.

Bad:
    # file: reviews/kettle/2026-03-01-a.yaml
    {author: A, reviewRating: 5}
    # file: reviews/kettle/2026-03-02-b.yaml
    {author: B, reviewRating: 5}
    # file: reviews/kettle/2026-03-03-c.yaml
    {author: C, reviewRating: 4}
    # file: reviews/kettle/2026-03-04-d.yaml
    {author: D, reviewRating: 5}
    # file: reviews/kettle/2026-03-05-e.yaml
    {author: E, reviewRating: 4}
    # file: reviews/kettle/2026-03-06-f.yaml
    {author: F, reviewRating: 1, status: withheld, withheldFor: off-topic}
    # file: reviews/kettle/2026-03-07-g.yaml
    {author: G, reviewRating: 2, status: withheld, withheldFor: abusive}
    # file: reviews/kettle/2026-03-08-h.yaml
    {author: H, reviewRating: 1, status: pending}
    # file: reviews/kettle/2026-03-09-i.yaml
    {author: I, reviewRating: 1, status: pending}
    # file: reviews/kettle/2026-03-10-j.yaml
    {author: J, reviewRating: 2, status: withheld, withheldFor: off-topic}

Good:
    # file: reviews/kettle/2026-03-01-a.yaml
    {author: A, reviewRating: 5}
    # file: reviews/kettle/2026-03-02-b.yaml
    {author: B, reviewRating: 1}
    # file: reviews/kettle/2026-03-03-c.yaml
    {author: C, reviewRating: 4}
    # file: reviews/kettle/2026-03-04-d.yaml
    {author: D, reviewRating: 2}
    # file: reviews/kettle/2026-03-05-e.yaml
    {author: E, reviewRating: 4}
    # file: reviews/kettle/2026-03-06-f.yaml
    {author: F, reviewRating: 1, status: withheld, withheldFor: off-topic}
    # file: reviews/kettle/2026-03-07-g.yaml
    {author: G, reviewRating: 5, status: withheld, withheldFor: abusive}
    # file: reviews/kettle/2026-03-08-h.yaml
    {author: H, reviewRating: 4, status: pending}
    # file: reviews/kettle/2026-03-09-i.yaml
    {author: I, reviewRating: 1, status: pending}
    # file: reviews/kettle/2026-03-10-j.yaml
    {author: J, reviewRating: 2, status: withheld, withheldFor: off-topic}
"""

from __future__ import annotations

from collections import Counter
from fractions import Fraction
from itertools import accumulate
from typing import TYPE_CHECKING

from ambassade.fisher_test import chance_of_at_least
from ambassade.problem import N_, Level, Place, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ambassade.catalogue import Catalogue
    from ambassade.kept.remembered import Memory
    from ambassade.model import Review
    from ambassade.problem import Problem
    from ambassade.public import Item

RULE = Rule(
    "H104",
    "held-back-lower",
    Level.WARNING,
    N_(
        "Of {held} ratings that are withheld, pending or withdrawn, {held_low} are below {cut} of 5; "
        "of {shown} published, {shown_low}. By chance alone that happens at most once in {times} "
        "times (Fisher's exact test)."
    ),
    N_("Look at each once more: a review is held back for what it is, never for its rating."),
)
ON_SITE = N_(
    "On the whole site, of {held} ratings that are withheld, pending or withdrawn, {held_low} are "
    "below {cut} of 5; of {shown} published, {shown_low}. By chance alone that happens at most once "
    "in {times} times (Fisher's exact test)."
)
_ALPHA = Fraction(1, 100)
_FEWEST = 5
_ENOUGH = 1_000_000


def check(catalogue: Catalogue, _memory: Memory) -> Iterator[Problem]:
    """Test each item; the whole site where none is told, so that what is spread thin is seen too."""
    all_held: list[Fraction] = []
    all_shown: list[Fraction] = []
    is_told = False
    for item in catalogue.records.items:
        held, shown = _part(catalogue.reviews_of(item.slug), item)
        all_held += held
        all_shown += shown
        for problem in _test(held, shown, item.place("collection"), RULE.fact):
            is_told = True
            yield problem
    if not is_told:
        yield from _test(all_held, all_shown, Place(catalogue.settings.file), ON_SITE)


def _part(reviews: Sequence[Review], item: Item) -> tuple[list[Fraction], list[Fraction]]:
    """Return the ratings on five that are held back, and those that are published."""
    held: list[Fraction] = []
    shown: list[Fraction] = []
    for review in reviews:
        value = _rating_of(review)
        if value is None:
            continue
        # Whoever shows a selection says so: that a review was not chosen is no fault there.
        if review.status == "published":
            shown.append(value)
        elif item.is_complete or review.withheld_for != "not-selected":
            held.append(value)
    return held, shown


def _rating_of(review: Review) -> Fraction | None:
    """Return the rating on five if it is a customer's, given here, and within its scale."""
    origin, rating = review.provenance, review.review_rating
    if origin.publisher or origin.relationship != "customer" or rating is None:
        return None
    within = rating.worst_rating <= rating.rating_value <= rating.best_rating
    return rating.on_five if within and rating.worst_rating < rating.best_rating else None


def _test(
    held: Sequence[Fraction], shown: Sequence[Fraction], place: Place, fact: str
) -> Iterator[Problem]:
    cut = find_cut([*held, *shown], len(held)) if len(held) >= _FEWEST else None
    if cut is None:
        return
    held_low, shown_low = (sum(value < cut for value in values) for values in (held, shown))
    total = len(held) + len(shown)
    chance = chance_of_at_least(held_low, len(held), held_low + shown_low, total)
    if chance <= _ALPHA:
        yield RULE.at(
            place,
            fact=fact,
            held=len(held),
            held_low=held_low,
            shown=len(shown),
            shown_low=shown_low,
            cut=f"{float(cut):.2f}".rstrip("0").rstrip("."),
            times=min(int(1 / chance), _ENOUGH),
        )


def find_cut(values: Sequence[Fraction], wanted: int) -> Fraction | None:
    """Return the rating below which lie about `wanted` of `values`: of two as near, the lower one.

    It looks at all values together and never at which are held back: so the test stays exact. None
    where all are the same.
    """
    times = Counter(values)
    ordered = sorted(times)
    below = accumulate(times[value] for value in ordered)
    cuts = zip(below, ordered[1:], strict=False)
    near = min(((abs(count - wanted), cut) for count, cut in cuts), default=None)
    return near[1] if near else None
