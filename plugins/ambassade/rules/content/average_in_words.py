"""A text of the company's that states an average.

Why: An average that was typed does not move with the ratings and nobody can count it; of a
selection, or of the company itself, none can be known from what is on record ({google-review};
{fr-fair}; {eu-checked}; {us-suppression}; {uk-reviews}).

Bad:
    # file: reviews/kettle/item.yaml
    type: Product
    name: Kettle
    description: A kettle rated 4.9/5 by its owners.
    collection: selection

Good:
    # file: reviews/kettle/item.yaml
    type: Product
    name: Kettle
    description: A kettle that its owners keep.
    collection: selection
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from ambassade.catalogue import counts, has_average, type_of
from ambassade.problem import N_, Level, Rule
from ambassade.rules.claimed_averages import Claimed, find_averages
from ambassade.rules.claims import own_texts, policy_texts

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from decimal import Decimal
    from fractions import Fraction

    from ambassade.catalogue import Catalogue
    from ambassade.problem import Problem
    from ambassade.public import Item
    from ambassade.rules.claims import OwnText

RULE = Rule(
    "R121",
    "average-in-words",
    Level.WARNING,
    N_("{key} says “{claim}”, which is not the average of the ratings on record."),
    N_("Delete it: the item's page shows the average, computed anew with each rating."),
    under=dict.fromkeys(("google", "fr", "eu", "us", "uk"), Level.ERROR),
)
NOT_KNOWN = N_(
    "{key} says “{claim}”: no average can be known of a selection, or is shown of the company."
)
DELETE = N_("Delete it.")
OF_NO_ITEM = N_("{key} says “{claim}”, which is the average of no item of this site.")


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """Compare the averages that texts state with those that are computed."""

    @cache
    def values_of(slug: str) -> tuple[Fraction, ...]:
        return _counted(catalogue, slug)

    for text in (*own_texts(catalogue), *policy_texts(catalogue.settings)):
        claims = find_averages(text.words)
        if claims:
            yield from _compare(text, claims, catalogue, values_of)


def _compare(
    text: OwnText,
    claims: list[Claimed],
    catalogue: Catalogue,
    values_of: Callable[[str], tuple[Fraction, ...]],
) -> Iterator[Problem]:
    item = catalogue.items.get(text.item)
    if text.item and (item is None or type_of(item) is None):
        return  # told already
    known = _rated(catalogue, item)
    told_once = _once(claims)
    wrong = next((one for one in told_once if not any(one.fits(values_of(i)) for i in known)), None)
    if wrong is None:
        return
    told = {"key": text.key, "claim": wrong.words}
    if item is None:
        yield RULE.at(text.place, fact=OF_NO_ITEM, **told)
    elif known:
        yield RULE.at(text.place, **told)
    else:
        yield RULE.at(text.place, fact=NOT_KNOWN, remedy=DELETE, **told)


def _once(claims: list[Claimed]) -> list[Claimed]:
    """Return the first of those that claim the same: a text may say it a thousand times."""
    first: dict[tuple[Decimal, int], Claimed] = {}
    for one in claims:
        first.setdefault((one.value, one.scale), one)
    return list(first.values())


def _rated(catalogue: Catalogue, item: Item | None) -> list[str]:
    """Return the items whose average is shown and may be meant: this one, or where none is, any."""
    items = catalogue.records.items if item is None else (item,)
    return [one.slug for one in items if has_average(one)]


def _counted(catalogue: Catalogue, slug: str) -> tuple[Fraction, ...]:
    """Return the ratings that count, without those whose scale cannot be (told already)."""
    ratings = [one.review_rating for one in catalogue.reviews_of(slug) if counts(one)]
    return tuple(one.on_five for one in ratings if one and one.worst_rating < one.best_rating)
